import Household
import ICalendar

/// Reads entries: of a file, or of the fields that a command gives.
struct EntryReader {
    let zones: ZoneCache
    /// The zone of the household's days.
    let zone: Zone
    private let streamNames: [ID<Stream>: String]

    init(household: Household, zones: ZoneCache) {
        self.zones = zones
        zone = (try? zones.zone(household.settings.timeZone)) ?? household.zone
        streamNames = household.streams.values.reduce(into: [:]) { $0[$1.id] = $1.name }
    }

    /// Nil where its kind or its start cannot be told.
    func entry(_ id: ID<Entry>, _ keys: inout Keys) -> Entry? {
        let kind: EntryKind? = keys.needed("kind", "work, care, school, appointment, away or family", Words.word)
        let title = keys.value("title", Words.text)
        let time = time(&keys)
        var entry = Entry(id: id, kind: kind ?? .appointment, title: title ?? "", time: time ?? Self.anyTime)
        readPeople(&keys, of: &entry)
        readRest(&keys, of: &entry)
        if title == nil { entry.title = defaultTitle(of: entry) }
        entry.repetition = repetition(&keys, of: entry)
        entry.overrides = overrides(&keys, of: entry, isKnown: time != nil)
        return kind == nil || time == nil ? nil : entry
    }

    /// Stands in for a time that cannot be told, while the rest is read.
    private static let anyTime = EntryTime.timed(start: .first, zone: nil, seconds: Span.hour)

    private func readPeople(_ keys: inout Keys, of entry: inout Entry) {
        entry.people = keys.list("people", Words.id) ?? []
        entry.children = keys.list("for", Words.id) ?? []
        entry.dropOff = keys.value("dropOff", Words.id)
        entry.pickUp = keys.value("pickUp", Words.id)
    }

    private func readRest(_ keys: inout Keys, of entry: inout Entry) {
        entry.stream = keys.value("stream", Words.id)
        entry.note = keys.value("note", Words.anything)
        entry.place = keys.value("place", Words.id)
        entry.attention = keys.value("attention", Words.word)
        entry.busy = keys.value("busy", Words.flag)
        entry.tentative = keys.value("tentative", Words.flag) ?? false
        entry.supervised = keys.value("supervised", Words.flag) ?? false
        entry.isPrivate = keys.value("private", Words.flag) ?? false
        entry.resources = keys.list("resources", Words.id)
        entry.remind = keys.value("remind", Words.duration)
        entry.movable = keys.value("movable", Words.word) ?? .fixed
        entry.url = keys.value("url", Words.anything)
        entry.uid = keys.value("uid", Words.anything)
    }

    /// The stream's name for its work, else the kind.
    private func defaultTitle(of entry: Entry) -> String {
        if entry.kind == .work, let stream = entry.stream { return streamNames[stream] ?? stream.rawValue }
        return entry.kind.rawValue.prefix(1).uppercased() + entry.kind.rawValue.dropFirst()
    }
}
