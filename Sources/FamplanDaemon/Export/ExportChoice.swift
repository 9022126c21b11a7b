import Household
import ICalendar

/// Which entries are written out: whole series of which something is in the range, and concerns the person.
struct ExportChoice {
    let household: Household
    /// Nil: everybody's.
    let who: ID<Person>?
    /// Nil: as early, or as late, as there is something.
    let from: Instant?
    let to: Instant?

    func includes(_ entry: Entry) -> Bool {
        guard from != nil || to != nil else { return isTheirsAtTimes(entry) }
        let times = ExportedTimes(entry, in: household)
        let single = entry.overrides.contains { override in
            guard case .changed(let fields) = override.change else { return false }
            let length = fields.length ?? times.length
            return isInRange(times.interval(fields.start ?? override.of, length: length))
                && isTheirs(entry.applying(fields))
        }
        return single || isTheirs(entry) && hasRegular(entry, times)
    }

    private func isTheirsAtTimes(_ entry: Entry) -> Bool {
        isTheirs(entry)
            || entry.overrides.contains { override in
                guard case .changed(let fields) = override.change else { return false }
                return isTheirs(entry.applying(fields))
            }
    }

    private func isTheirs(_ entry: Entry) -> Bool {
        who.map { entry.people.contains($0) || entry.children.contains($0) } ?? true
    }

    private func isInRange(_ interval: Interval) -> Bool {
        (from.map { interval.end > $0 || interval.start == $0 } ?? true) && (to.map { interval.start < $0 } ?? true)
    }

    /// Whether an occurrence as the series has it is in the range.
    private func hasRegular(_ entry: Entry, _ times: ExportedTimes) -> Bool {
        let recurrence = household.recurrence(of: entry)
        let overridden = Set(entry.overrides.map(\.of))
        let longest = times.length * (entry.time.isAllDay ? 86_400 : 1) + 2 * 86_400
        var after = from.map { times.zone.wall(of: $0).adding(seconds: -longest) } ?? .first
        var isFirst = true
        while true {
            let next = isFirst && recurrence.contains(after) ? after : recurrence.next(after: after)
            guard let start = next else { return false }
            let interval = times.interval(start, length: times.length)
            if let to, interval.start >= to { return false }
            if !overridden.contains(start), isInRange(interval) { return true }
            (after, isFirst) = (start, false)
        }
    }
}

extension ExportedTimes {
    func interval(_ start: CivilDateTime, length: Int) -> Interval {
        guard entry.time.isAllDay else {
            let begin = zone.instant(of: start)
            return Interval(begin, begin.adding(seconds: length))
        }
        return Interval(zone.startOfDay(start.date), zone.startOfDay(start.date.adding(days: length)))
    }
}
