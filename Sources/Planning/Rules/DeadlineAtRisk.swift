public import Household
import ICalendar

/// Less work is booked on a stream until a deadline than remains to be done.
public struct DeadlineAtRisk: Rule {
    public static let kind = ConflictKind.deadline

    public init() {}

    public func conflicts(in plan: Plan) -> [Conflict] {
        let household = plan.schedule.household
        let open = household.streams.values.flatMap { stream in
            stream.deadlines.map { (stream, $0, Interval(plan.now, household.zone.instant(of: $0.due))) }
        }.filter { $0.2.start < $0.2.end && plan.lists($0.2) }
        guard let last = open.map(\.2.end).max() else { return [] }
        let ahead = plan.looking(from: plan.now, to: last)
        return open.compactMap { conflict($0.0, $0.1, until: $0.2, ahead, plan) }
    }

    private func conflict(
        _ stream: Stream,
        _ deadline: Deadline,
        until interval: Interval,
        _ ahead: Plan,
        _ plan: Plan
    ) -> Conflict? {
        let schedule = ahead.schedule
        guard let owner = schedule.household.people.index(forKey: stream.owner) else { return nil }
        let missing = deadline.remaining - schedule.work(of: owner, on: stream.id).seconds(in: interval)
        guard missing > 0 else { return nil }
        let free = freeSeconds(of: owner, for: stream, in: interval, ahead)
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
    private func freeSeconds(of owner: Int, for stream: Stream, in interval: Interval, _ ahead: Plan) -> Int {
        let schedule = ahead.schedule
        let own = schedule.timelines[owner].occurrences.filter { occurrence in
            let traits = schedule.traits[occurrence.traits]
            return traits.isExclusive || traits.entry.kind == .care || traits.entry.kind == .family
        }
        let children = ahead.covers.values.flatMap(\.stretches).filter {
            $0.reason == .available && $0.carers == [owner]
        }
        let taken = IntervalSet(own.map(\.interval) + children.map(\.interval))
        let free = IntervalSet(taken.complement(in: interval))
        guard !stream.hours.isEmpty else { return free.seconds(in: interval) }
        return free.intersection(schedule.times(of: stream.hours, over: interval)).seconds(in: interval)
    }
}
