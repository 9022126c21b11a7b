import Feeds
import Household
import ICalendar
import Storage

/// What a calendar says now as changes of the entries that come from it. Who is there stays, under its id.
struct FeedEntries {
    private let feed: FeedRecord
    private let template: Entry
    private let household: Household
    private let now: Instant
    private let before: [String: Entry]
    private var taken: Set<ID<Entry>>
    private var zoneNames = ImportedZones()
    private(set) var changes: [Change] = []

    init(of feed: FeedRecord, like template: Entry, in household: Household, at now: Instant) {
        (self.feed, self.template, self.household, self.now) = (feed, template, household, now)
        let own = household.entries.values.filter { $0.feed?.id == feed.id }
        before = Dictionary(own.map { ($0.uid ?? "", $0) }, uniquingKeysWith: { first, _ in first })
        taken = Set(household.entries.keys)
    }

    /// The zones that no list knows.
    var zones: [CustomZone] { zoneNames.custom.values.sorted { $0.name < $1.name } }

    /// Works out what is to be changed.
    mutating func take(_ update: FeedUpdate) {
        var said: Set<String> = []
        for (key, event) in update.events {
            for entry in made(of: event, key) {
                said.insert(entry.uid ?? "")
                put(entry)
            }
        }
        let gone = Set(update.gone)
        for (key, entry) in before.sorted(by: { $0.value.id < $1.value.id }) where !said.contains(key) {
            let series = key.split(separator: Self.partMark, maxSplits: 1).first.map(String.init) ?? key
            if gone.contains(series) || said.contains(series) { end(entry) }
        }
    }

    /// Stands in the UID of an occurrence that can't be part of its series, before the original start.
    private static let partMark: Character = "\u{1F}"

    private mutating func made(of event: CalendarEvent, _ key: String) -> [Entry] {
        let zone = zoneNames.name(for: event)
        let event = feed.role == .closure ? event.withoutCancelled : event
        let imported = ImportedEntry(event: event, template: template, zoneName: zone, household: nil)
        var whole = imported.entry(id: template.id)
        whole.uid = key
        var parts = imported.strayEntries(id: { template.id })
        for index in parts.indices { parts[index].uid = "\(key)\(Self.partMark)\(parts[index].time.start)" }
        return ([whole] + parts).map { entry in
            var entry = entry
            if feed.role == .closure || feed.role == .info { entry.busy = false }
            let closes = feed.role == .closure && !event.isCancelled ? feed.closes : []
            entry.feed = EntryFeed(id: feed.id, name: feed.name, closes: closes)
            return entry
        }
    }

    private mutating func put(_ entry: Entry) {
        var entry = entry
        guard let old = before[entry.uid ?? ""] else {
            // An id is seen by everybody.
            let named = entry.isPrivate ? nil : EntrySlug.make(from: entry.title)
            entry.id = freeID(named ?? feed.id.rawValue)
            changes.append(Change(adding: .entry(entry)))
            return
        }
        entry.id = old.id
        if entry != old { changes.append(Change(from: .entry(old), to: .entry(entry))) }
    }

    /// Takes out what is still to come; what is over stays as history.
    private mutating func end(_ entry: Entry) {
        let wall = household.zone(of: entry).wall(of: now)
        let isOver = household.zone(of: entry).instant(of: entry.time.start) < now
        guard isOver else { return changes.append(Change(removing: .entry(entry))) }
        guard entry.repetition.isRepeating else { return }
        let ended = entry.ending(before: wall)
        if ended != entry { changes.append(Change(from: .entry(entry), to: .entry(ended))) }
    }

    private mutating func freeID(_ wanted: String) -> ID<Entry> {
        var id = ID<Entry>(trusted: wanted)
        var number = 2
        while !taken.insert(id).inserted {
            id = ID(trusted: "\(wanted.prefix(58))-\(number)")
            number += 1
        }
        return id
    }
}

extension CalendarEvent {
    /// With cancelled occurrences left out: a closed day that is not.
    fileprivate var withoutCancelled: CalendarEvent {
        var event = self
        let cancelled = overrides.filter(\.isCancelled).map(\.of)
        guard !cancelled.isEmpty else { return self }
        event.overrides.removeAll(where: \.isCancelled)
        event.excluded = (event.excluded + cancelled).sorted()
        return event
    }
}

extension Entry {
    /// The series without what starts at a wall time or later.
    fileprivate func ending(before wall: CivilDateTime) -> Entry {
        var entry = self
        let last = wall.adding(seconds: -1)
        entry.repetition.rule = repetition.rule?.ending(.until(time.isAllDay ? .date(last.date) : .wall(last)))
        entry.repetition.also.removeAll { $0 >= wall }
        entry.overrides.removeAll { $0.of >= wall }
        return entry
    }
}
