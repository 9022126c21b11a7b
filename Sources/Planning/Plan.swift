public import Household
public import ICalendar

/// A household's time, thought through: what happens, who brings and fetches, who has each child.
///
/// Values in, values out: there is no clock here.
public struct Plan: Sendable {
    public let schedule: Schedule
    /// What was asked for.
    public let range: Interval
    /// The moment from which deadlines are looked at.
    public let now: Instant
    /// How far stretches are followed: seven local days past either end of the range.
    public let reach: Interval
    let handovers: [Handover]
    /// For each child, as indices into the schedule's people.
    let covers: [Int: Cover]

    /// Thinks `range` through.
    public init(_ household: Household, range: Interval, now: Instant) {
        self.range = range
        self.now = now
        let zone = household.zone
        func moved(_ instant: Instant, days: Int) -> Instant {
            zone.instant(of: zone.wall(of: instant).adding(seconds: days * 86_400))
        }
        reach = Interval(moved(range.start, days: -7), moved(range.end, days: 7))
        schedule = Schedule(household, over: Self.window(around: reach, of: household))
        let handovers = Handovers(schedule).settled()
        self.handovers = handovers
        var covers: [Int: Cover] = [:]
        for (index, person) in schedule.people.enumerated() where person.role == .child {
            covers[index] = CoverSweep(of: index, in: schedule, handovers: handovers).cover(over: reach)
        }
        self.covers = covers
    }

    /// A plan that has thought through all from one moment to another: this one, if it has.
    func looking(from start: Instant, to end: Instant) -> Plan {
        if reach.start <= start, end <= reach.end { return self }
        return Plan(schedule.household, range: Interval(start, end), now: now)
    }

    /// Whether a conflict with this interval is listed: it overlaps the range, or is empty and lies in it.
    public func lists(_ interval: Interval) -> Bool { interval.overlaps(range) }

    /// Who has a child over the range, neighbours of the same carers and reason joined.
    public func cover(of child: ID<Person>) -> [(interval: Interval, carers: [ID<Person>], reason: CoverReason)] {
        guard let index = schedule.household.people.index(forKey: child), let cover = covers[index] else { return [] }
        var found: [(interval: Interval, carers: [ID<Person>], reason: CoverReason)] = []
        for stretch in cover.overlapping(range) {
            guard let interval = stretch.interval.intersection(range) else { continue }
            let carers = stretch.carers.map { schedule.people[$0].id }
            if let last = found.last, last.carers == carers, last.reason == stretch.reason {
                found[found.count - 1].interval.end = interval.end
            } else {
                found.append((interval, carers, stretch.reason))
            }
        }
        return found
    }

    /// Far enough beyond the reach that no way, rest or handover at its edge depends on what is not laid out.
    private static func window(around reach: Interval, of household: Household) -> Interval {
        let margin = 3 * Geography(household).longest + household.settings.minimumGap + 86_400
        return Interval(reach.start.adding(seconds: -margin), reach.end.adding(seconds: margin))
    }
}
