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
                sentence(stream, week, booked.seconds(in: week), plan).map { conflict(stream, week, $0) }
            }
        }
    }

    /// What to say of a week's seconds that are out of bounds; nil where they are in.
    private func sentence(_ stream: Stream, _ week: Interval, _ seconds: Int, _ plan: Plan) -> String? {
        let words = Wording(plan)
        let day = words.day(of: week.start)
        let beginning = "\(stream.name) has \(words.length(seconds)) booked in the week of \(day), "
        if let min = stream.weekly.min, seconds < min {
            return beginning + "\(words.length(min - seconds)) less than the \(words.length(min)) that were set"
        }
        if let max = stream.weekly.max, seconds > max {
            return beginning + "\(words.length(seconds - max)) more than the \(words.length(max)) that were set"
        }
        return nil
    }

    private func conflict(_ stream: Stream, _ week: Interval, _ message: String) -> Conflict {
        Conflict(
            kind: Self.kind,
            severity: .notice,
            people: [stream.owner],
            interval: week,
            occurrences: [],
            subject: .stream(stream.id),
            message: message
        )
    }
}
