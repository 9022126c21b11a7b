import Household
import ICalendar

/// Turns entries into occurrences: the one place where wall time becomes instants.
struct Expansion {
    let household: Household
    let window: Interval

    /// What an entry gives in the window, by overlap; overrides replace what they name, wherever they moved it.
    func occurrences(of entry: Entry) -> [(of: Instant, interval: Interval, entry: Entry)] {
        let zone = household.zone(of: entry)
        let length = Length(entry.time)
        let recurrence = household.recurrence(of: entry)
        var found: [(of: Instant, interval: Interval, entry: Entry)] = []
        let replaced = Set(entry.overrides.map(\.of))
        // A day more on either side than the clocks can ever move.
        let lower = zone.wall(of: window.start).adding(seconds: -length.atMost - 86_400)
        let upper = zone.wall(of: window.end).adding(seconds: 86_400)
        for start in recurrence.starts(from: lower, until: upper) where !replaced.contains(start) {
            let interval = length.interval(from: start, in: zone)
            if isIn(interval) { found.append((interval.start, interval, entry)) }
        }
        guard !entry.overrides.isEmpty else { return found }
        let lookup = StartLookup(recurrence)
        for override in entry.overrides {
            guard case .changed(let fields) = override.change else { continue }
            let own = fields.length.map { length.with($0) } ?? length
            let interval = own.interval(from: fields.start ?? override.of, in: zone)
            guard isIn(interval), lookup.contains(override.of) else { continue }
            found.append((zone.instant(of: override.of), interval, entry.applying(fields)))
        }
        return found
    }

    /// By overlap; what has no length is in where it stands.
    private func isIn(_ interval: Interval) -> Bool { interval.overlaps(window) }
}

/// How long an occurrence is: seconds on the clock of physics, or days on the wall.
private enum Length {
    case seconds(Int)
    case days(Int)

    init(_ time: EntryTime) {
        switch time {
        case .timed(_, _, let seconds): self = .seconds(seconds)
        case .allDay(_, let days): self = .days(days)
        }
    }

    /// The same unit, another number.
    func with(_ number: Int) -> Length {
        switch self {
        case .seconds: .seconds(number)
        case .days: .days(number)
        }
    }

    var atMost: Int {
        switch self {
        case .seconds(let seconds): seconds
        case .days(let days): days * 86_400
        }
    }

    func interval(from start: CivilDateTime, in zone: Zone) -> Interval {
        let first = zone.instant(of: start)
        switch self {
        case .seconds(let seconds): return Interval(first, first.adding(seconds: seconds))
        case .days(let days): return Interval(first, zone.startOfDay(start.date.adding(days: days)))
        }
    }
}
