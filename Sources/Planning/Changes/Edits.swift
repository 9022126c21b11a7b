import Household
import ICalendar

/// Changes of single occurrences, and new entries, gathered into one change for each entry.
struct Edits {
    private let household: Household
    private var edited: [ID<Entry>: Entry?] = [:]
    private var order: [ID<Entry>] = []

    init(_ household: Household) { self.household = household }

    /// In the order in which the entries were first changed.
    var changes: [Change] {
        order.compactMap { id in
            let before = household.entries[id]
            switch (before, edited[id] ?? before) {
            case (let before?, let after?):
                return before == after ? nil : Change(from: .entry(before), to: .entry(after))
            case (let before?, nil): return Change(removing: .entry(before))
            case (nil, let after?): return Change(adding: .entry(after))
            case (nil, nil): return nil
            }
        }
    }

    mutating func add(_ entry: Entry) { put(entry, for: entry.id) }

    /// Makes one occurrence otherwise, and leaves the others of its entry as they are.
    mutating func edit(_ occurrence: OccurrenceID, _ edit: (inout Override.Fields) -> Void) {
        guard let entry = current(occurrence.entry) else { return }
        guard entry.repetition.isRepeating || !entry.overrides.isEmpty else {
            var fields = Override.Fields()
            edit(&fields)
            return put(entry.become(fields), for: entry.id)
        }
        guard let start = originalStart(occurrence, of: entry) else { return }
        var fields = entry.fields(ofOverride: start)
        edit(&fields)
        put(entry.overriding(start, with: fields), for: entry.id)
    }

    /// Makes an occurrence of a series and all that follow it otherwise: the series ends before it and goes on as another.
    ///
    /// Nothing is changed where that can't be said: from an extra date on, and at another time where the rule, or what is
    /// said of single dates, names them by their old one.
    mutating func edit(_ entry: Entry, from start: CivilDateTime, as id: ID<Entry>, _ fields: Override.Fields) {
        let zone = household.zone(of: entry)
        guard let (counted, next) = entry.dates(before: start, in: zone), next == start else { return }
        let isWhole = start == entry.time.start
        let parts = entry.split(at: start, counted: counted, isRuleOver: false, id: id)
        let rest = isWhole ? entry : parts.after
        guard fields.start.map({ rest.canBegin(at: $0, in: zone) }) ?? true else { return }
        if !isWhole { put(parts.before, for: entry.id) }
        put(rest.become(fields), for: rest.id)
    }

    /// Lets one occurrence not happen.
    mutating func release(_ occurrence: OccurrenceID) {
        guard let entry = current(occurrence.entry) else { return }
        guard entry.repetition.isRepeating else { return put(nil, for: entry.id) }
        guard let start = originalStart(occurrence, of: entry) else { return }
        put(entry.skipping(start), for: entry.id)
    }

    private func current(_ id: ID<Entry>) -> Entry? { edited[id] ?? household.entries[id] }

    private mutating func put(_ entry: Entry?, for id: ID<Entry>) {
        if edited[id] == nil { order.append(id) }
        edited[id] = .some(entry)
    }

    /// The wall time by which the entry knows the occurrence: of two that are one instant, where the clocks change, the
    /// one that it has.
    private func originalStart(_ occurrence: OccurrenceID, of entry: Entry) -> CivilDateTime? {
        let zone = household.zone(of: entry)
        let wall = zone.wall(of: occurrence.of)
        let near = household.recurrence(of: entry)
            .starts(from: wall.adding(seconds: -10_800), until: wall.adding(seconds: 10_801))
        return near.first { zone.instant(of: $0) == occurrence.of }
    }
}

extension Entry {
    /// Whether a series can begin at another time of the day on which it begins, and none of its dates is another then.
    fileprivate func canBegin(at start: CivilDateTime, in zone: Zone) -> Bool {
        guard let rule = repetition.rule, start.date == time.start.date, repetition.also.isEmpty,
            repetition.exceptStarts.isEmpty, overrides.isEmpty
        else { return false }
        switch rule.until {
        case .wall, .utc: return false
        case .date, nil: break
        }
        var dates = rule.dates(from: start, in: zone)
        return dates.next() == start
    }

    /// The entry, each time, as the fields say.
    fileprivate func become(_ fields: Override.Fields) -> Entry {
        var entry = applying(fields)
        switch time {
        case .timed(let start, let zone, let seconds):
            entry.time = .timed(start: fields.start ?? start, zone: zone, seconds: fields.length ?? seconds)
        case .allDay(let first, let days):
            entry.time = .allDay(first: fields.start?.date ?? first, days: fields.length ?? days)
        }
        return entry
    }
}
