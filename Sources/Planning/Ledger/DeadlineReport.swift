public import Household
public import ICalendar

/// How one deadline stands: the work that is left until it is due, what of it is booked, and what is free.
public struct DeadlineStanding: Hashable, Sendable {
    public let stream: Stream
    public let deadline: Deadline
    /// From the plan's now until it is due.
    public let interval: Interval
    /// What is booked on its stream until then, in seconds.
    public let booked: Int
    /// The time within the stream's hours in which its owner has nothing that keeps them from it, and no child that has
    /// nobody else. In seconds.
    public let free: Int

    /// What is neither done nor booked, in seconds.
    public var missing: Int { max(deadline.remaining - booked, 0) }
}

/// How the deadlines stand that are still to come and touch a plan's range. What is due once its stream is archived is not
/// looked at.
public struct DeadlineReport: Sendable {
    /// In the order of the streams, then of their deadlines.
    public let standings: [DeadlineStanding]

    public init(_ plan: Plan) { self.init(plan, touching: plan.range) }

    /// Of those whose time overlaps or meets `span`.
    init(_ plan: Plan, touching span: Interval) {
        let household = plan.schedule.household
        standings = household.streams.values.flatMap { stream in
            stream.deadlines.compactMap { deadline in
                let interval = Interval(plan.now, household.zone.instant(of: deadline.due))
                guard !interval.isEmpty, interval.end <= household.end(of: stream), plan.lists(interval, touching: span)
                else { return nil }
                return DeadlineStanding(stream, deadline, until: interval, in: plan)
            }
        }
    }
}

extension DeadlineStanding {
    /// Nil where nobody owns the stream.
    fileprivate init?(_ stream: Stream, _ deadline: Deadline, until interval: Interval, in plan: Plan) {
        let schedule = plan.schedule
        guard let owner = schedule.household.people.index(forKey: stream.owner) else { return nil }
        (self.stream, self.deadline, self.interval) = (stream, deadline, interval)
        booked = schedule.work(of: owner, on: stream.id, in: interval).seconds(in: interval)
        free = plan.free(owner, for: stream, in: interval).seconds(in: interval)
    }
}

extension Plan {
    /// The time within a stream's hours in which its owner has nothing that keeps them from it, and no child that has nobody
    /// else.
    func free(_ owner: Int, for stream: Stream, in interval: Interval) -> IntervalSet {
        let own = schedule.timelines[owner].touching(interval).filter { occurrence in
            let traits = schedule.traits[occurrence.traits]
            return traits.isExclusive || traits.entry.kind == .care || traits.entry.kind == .family
        }
        let children = covers.values.flatMap { $0.overlapping(interval) }.filter {
            $0.reason == .available && $0.carers == [owner]
        }
        let taken = IntervalSet(own.map(\.interval) + children.map(\.interval))
        let free = IntervalSet(taken.complement(in: interval))
        guard !stream.hours.isEmpty else { return free }
        return free.intersection(schedule.household.times(of: stream.hours, over: interval))
    }
}
