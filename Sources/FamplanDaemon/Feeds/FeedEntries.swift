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
    /// What the family has kept of a calendar that it followed before, or has taken in once, and that is over.
    private let left: [String: Entry]
    private var taken: Set<ID<Entry>>
    /// The number to try next, for each name that several have: a calendar has “Busy” five thousand times.
    private var numbers: [String: Int] = [:]
    private var zoneNames = ImportedZones()
    private(set) var changes: [Change] = []

    init(of feed: FeedRecord, like template: Entry, in household: Household, at now: Instant) {
        (self.feed, self.template, self.household, self.now) = (feed, template, household, now)
        let own = household.entries.values.filter { $0.feed?.id == feed.id }
        before = Dictionary(own.map { ($0.uid ?? "", $0) }, uniquingKeysWith: { first, _ in first })
        let over = household.entries.values.filter { entry in
            feed.role != .closure && entry.feed == nil && entry.uid != nil
                && entry.ended(at: now, in: household.zone(of: entry)) == entry
        }
        left = Dictionary(over.map { ($0.uid ?? "", $0) }, uniquingKeysWith: { first, _ in first })
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
            if feed.role == .busy, event.isPrivate, hasParent(entry) { entry.isPrivate = true }
            let closes = feed.role == .closure && !event.isCancelled ? feed.closes : []
            entry.feed = EntryFeed(id: feed.id, name: feed.name, closes: closes)
            return entry
        }
    }

    /// Something private needs one of the parents, who may see it.
    private func hasParent(_ entry: Entry) -> Bool {
        entry.people.contains { household.people[$0]?.role == .parent }
    }

    private mutating func put(_ entry: Entry) {
        var entry = entry
        let uid = entry.uid ?? ""
        guard let old = before[uid] ?? goesOn(entry, from: left[uid]) else {
            if left[uid] != nil, entry.ended(at: now, in: household.zone(of: entry)) == entry { return }
            // An id is seen by everybody.
            let named = entry.isPrivate ? nil : EntrySlug.make(from: entry.title)
            entry.id = freeID(named ?? feed.id.rawValue)
            changes.append(Change(adding: .entry(entry)))
            return
        }
        entry.id = old.id
        if entry != old { changes.append(Change(from: .entry(old), to: .entry(entry))) }
    }

    /// The series of which a part was kept, so that it is not there twice.
    private func goesOn(_ entry: Entry, from kept: Entry?) -> Entry? {
        guard let kept, kept.repetition.isRepeating, kept.time.start == entry.time.start else { return nil }
        return kept
    }

    /// Takes out what is still to come; what is over stays as history.
    private mutating func end(_ entry: Entry) {
        guard let ended = entry.ended(at: now, in: household.zone(of: entry)) else {
            return changes.append(Change(removing: .entry(entry)))
        }
        if ended != entry { changes.append(Change(from: .entry(entry), to: .entry(ended))) }
    }

    private mutating func freeID(_ wanted: String) -> ID<Entry> {
        var id = ID<Entry>(trusted: wanted)
        let stem = String(wanted.prefix(58))
        var number = numbers[stem] ?? 2
        while !taken.insert(id).inserted {
            id = ID(trusted: "\(stem)-\(number)")
            number += 1
        }
        numbers[stem] = number
        return id
    }
}

extension CalendarEvent {
    fileprivate var isPrivate: Bool {
        ["PRIVATE", "CONFIDENTIAL"].contains(content.classification)
            || overrides.contains { ["PRIVATE", "CONFIDENTIAL"].contains($0.content.classification) }
    }

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
