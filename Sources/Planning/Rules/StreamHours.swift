public import Household
public import ICalendar

/// A whole week has fewer hours booked on a stream than it should have, or more. Weeks in which it is archived are not
/// looked at.
public struct StreamHours: Rule {
    public static let kind = ConflictKind.streamHours

    public init() {}

    public func conflicts(in plan: Plan, touching span: Interval) -> [Conflict] {
        let weeks = plan.schedule.household.weeks(touching: span.padded(1))
            .filter { plan.lists($0, touching: span) }
        guard let first = weeks.first, let last = weeks.last else { return [] }
        return plan.schedule.household.streams.values.flatMap { stream -> [Conflict] in
            guard let owner = plan.schedule.household.people.index(forKey: stream.owner) else { return [] }
            let booked = plan.schedule.work(of: owner, on: stream.id, in: Interval(first.start, last.end))
            let archived = plan.schedule.household.end(of: stream)
            return weeks.filter { $0.end <= archived }.compactMap { week in
                bounds(stream.weekly, broken: booked.seconds(in: week), plan).map { conflict(stream, week, $0, plan) }
            }
        }
    }

    /// What to say of a week's seconds that are out of bounds; nil where they are in.
    private func bounds(_ weekly: WeeklyHours, broken seconds: Int, _ plan: Plan) -> String? {
        let words = Wording(plan)
        if let min = weekly.min, seconds < min {
            return "\(words.length(seconds)) booked, \(words.length(min - seconds)) under \(words.length(min))"
        }
        if let max = weekly.max, seconds > max {
            return "\(words.length(seconds)) booked, \(words.length(seconds - max)) over \(words.length(max))"
        }
        return nil
    }

    private func conflict(_ stream: Stream, _ week: Interval, _ booked: String, _ plan: Plan) -> Conflict {
        Conflict(
            kind: Self.kind,
            severity: .notice,
            people: [stream.owner],
            interval: week,
            occurrences: [],
            subject: .stream(stream.id),
            message: "\(stream.name) has \(booked), in the week of \(Wording(plan).day(of: week.start))"
        )
    }
}
