public import Household
public import ICalendar

/// Less work is booked on a stream until a deadline than remains to be done.
public struct DeadlineAtRisk: Rule {
    public static let kind = ConflictKind.deadline

    public init() {}

    public func conflicts(in plan: Plan, touching span: Interval) -> [Conflict] {
        DeadlineReport(plan, touching: span).standings.filter { $0.missing > 0 }.map { conflict($0, plan) }
    }

    private func conflict(_ standing: DeadlineStanding, _ plan: Plan) -> Conflict {
        let (stream, deadline) = (standing.stream, standing.deadline)
        let words = Wording(plan)
        return Conflict(
            kind: Self.kind,
            severity: standing.free >= standing.missing ? .warning : .critical,
            people: [stream.owner],
            interval: standing.interval,
            occurrences: [],
            subject: .deadline(deadline.id, of: stream.id),
            message: "\(deadline.title) (\(stream.name), due \(words.dayAndTime(standing.interval.end))) needs "
                + "\(words.length(standing.missing)) more than is booked; free in its hours: \(words.length(standing.free))"
        )
    }
}
