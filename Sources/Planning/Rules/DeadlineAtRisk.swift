public import Household
public import ICalendar

/// Less work is booked on a stream until a deadline than remains to be done.
public struct DeadlineAtRisk: Rule {
    public static let kind = ConflictKind.deadline

    public init() {}

    public func conflicts(in plan: Plan, touching span: Interval) -> [Conflict] {
        let household = plan.schedule.household
        return household.streams.values.flatMap { stream in
            stream.deadlines.compactMap { deadline in
                let interval = Interval(plan.now, household.zone.instant(of: deadline.due))
                guard !interval.isEmpty, plan.lists(interval, touching: span) else { return nil }
                return conflict(stream, deadline, until: interval, plan)
            }
        }
    }

    private func conflict(
        _ stream: Stream,
        _ deadline: Deadline,
        until interval: Interval,
        _ plan: Plan
    ) -> Conflict? {
        let schedule = plan.schedule
        guard let owner = schedule.household.people.index(forKey: stream.owner) else { return nil }
        let missing = deadline.remaining - schedule.work(of: owner, on: stream.id, in: interval).seconds(in: interval)
        guard missing > 0 else { return nil }
        let free = freeSeconds(of: owner, for: stream, in: interval, plan)
        let words = Wording(plan)
        return Conflict(
            kind: Self.kind,
            severity: free >= missing ? .warning : .critical,
            people: [stream.owner],
            interval: interval,
            occurrences: [],
            subject: .deadline(deadline.id, of: stream.id),
            message: "\(deadline.title) (\(stream.name), due \(words.dayAndTime(interval.end))) needs "
                + "\(words.length(missing)) more than is booked; free in its hours: \(words.length(free))"
        )
    }

    /// The time within the stream's hours in which its owner has nothing that keeps them from it, and no child that has
    /// nobody else.
    private func freeSeconds(of owner: Int, for stream: Stream, in interval: Interval, _ plan: Plan) -> Int {
        let schedule = plan.schedule
        let own = schedule.timelines[owner].touching(interval).filter { occurrence in
            let traits = schedule.traits[occurrence.traits]
            return traits.isExclusive || traits.entry.kind == .care || traits.entry.kind == .family
        }
        let children = plan.covers.values.flatMap { $0.overlapping(interval) }.filter {
            $0.reason == .available && $0.carers == [owner]
        }
        let taken = IntervalSet(own.map(\.interval) + children.map(\.interval))
        let free = IntervalSet(taken.complement(in: interval))
        guard !stream.hours.isEmpty else { return free.seconds(in: interval) }
        return free.intersection(schedule.household.times(of: stream.hours, over: interval)).seconds(in: interval)
    }
}
