public import Household
public import ICalendar

/// A household's time, thought through: what happens, who brings and fetches, who has each child.
///
/// Values in, values out: there is no clock here.
public struct Plan: Sendable {
    public private(set) var schedule: Schedule
    /// What was asked for.
    public let range: Interval
    /// The moment from which deadlines are looked at.
    public internal(set) var now: Instant
    /// How far stretches are followed: seven local days past either end of the range.
    public let reach: Interval
    /// What is thought through: the reach, and as far as deadlines and goals that touch the range look beyond it.
    let extent: Interval
    private(set) var handovers: [Handover]
    /// For each child, as indices into the schedule's people.
    private(set) var covers: [Int: Cover]
    /// The balance of every week that a goal looks at; none where there are no goals.
    private(set) var weeks: [WeekBalance]

    /// Thinks `range` through.
    public init(_ household: Household, range: Interval, now: Instant) {
        self.range = range
        self.now = now
        reach = household.zone.padded(range, days: 7)
        let wanted = Extent(of: household, range: range, now: now)
        extent = wanted.hull(with: reach)
        schedule = Schedule(household, over: Self.window(around: extent, of: household))
        handovers = Handovers(schedule, over: schedule.window).settled()
        covers = [:]
        for (index, person) in schedule.people.enumerated() where person.role == .child {
            covers[index] = CoverSweep(of: index, in: schedule, handovers: handovers, over: extent).cover()
        }
        weeks = []
        weeks = wanted.weeks.map { WeekBalance(of: $0, in: self) }
    }

    /// Whether a conflict with this interval is listed: it overlaps the range, or is empty and lies in it.
    public func lists(_ interval: Interval) -> Bool { interval.overlaps(range) }

    /// Whether it is listed, and overlaps or meets `span`.
    func lists(_ interval: Interval, touching span: Interval) -> Bool {
        interval.touches(span) && lists(interval)
    }

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

    /// Leaves out of the schedule what a viewer is not shown.
    mutating func show(to viewer: Viewer, where isShown: (Occurrence) -> Bool) {
        schedule.show(to: viewer, where: isShown)
    }

    /// Far enough beyond the extent that no way, rest or handover at its edge depends on what is not laid out.
    private static func window(around extent: Interval, of household: Household) -> Interval {
        extent.padded(Self.influence(in: household) + 86_400)
    }

    /// How far from it something that happens can matter to cover and handovers, in seconds: one way to a handover,
    /// another from what the adult does before, and what else the child does there.
    private static func influence(in household: Household) -> Int {
        3 * Geography(household).longest + household.settings.minimumGap + 1
    }
}

extension Plan {
    /// The plan after some entries were added, edited or removed, the same as if all had been thought through anew.
    ///
    /// - Parameter household: the household as it is then; nothing but these entries may differ.
    /// - Returns: the plan, and the times, as whole local days, outside of which no conflict can come, go or change.
    func after(_ changed: Set<ID<Entry>>, in household: Household) -> (plan: Plan, affected: [Interval]) {
        var plan = self
        let differing = plan.schedule.change(changed, in: household)
        let influence = Self.influence(in: household)
        let touched = IntervalSet(differing.map { $0.padded(influence) }).intervals
        plan.settleHandovers(in: touched)
        for child in covers.keys {
            for interval in touched.compactMap({ $0.intersection(extent) }) {
                let sweep = CoverSweep(of: child, in: plan.schedule, handovers: plan.handovers, over: interval)
                plan.covers[child]?.replace(with: sweep.cover())
            }
        }
        for (index, week) in weeks.enumerated() where touched.contains(where: week.interval.overlaps) {
            plan.weeks[index] = WeekBalance(of: week.interval, in: plan)
        }
        // A night's rest is chosen among the stretches of two days.
        return (plan, IntervalSet(touched.map { household.zone.padded($0, days: 1) }).intervals)
    }

    private mutating func settleHandovers(in spans: [Interval]) {
        guard !spans.isEmpty else { return }
        handovers.removeAll { handover in spans.contains { $0.includes(handover.at) } }
        handovers += spans.flatMap { Handovers(schedule, over: $0).settled() }
        handovers.sort { $0.at < $1.at }
    }
}

extension Zone {
    /// An interval with so many local days more on both sides, the clock reading kept.
    fileprivate func padded(_ interval: Interval, days: Int) -> Interval {
        Interval(
            instant(of: wall(of: interval.start).adding(seconds: -days * 86_400)),
            instant(of: wall(of: interval.end).adding(seconds: days * 86_400))
        )
    }
}

extension Interval {
    /// With so many seconds more on both sides.
    func padded(_ seconds: Int) -> Interval {
        Interval(start.adding(seconds: -seconds), end.adding(seconds: seconds))
    }

    /// Whether the two overlap or meet: 09:00–10:00 and 10:00–11:00 do.
    func touches(_ other: Interval) -> Bool { start <= other.end && other.start <= end }
}
