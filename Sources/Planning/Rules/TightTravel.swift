public import Household
public import ICalendar

/// What comes next is at another place, and there is less time than the way takes.
public struct TightTravel: Rule {
    public static let kind = ConflictKind.tightTravel

    public init() {}

    public func conflicts(in plan: Plan, touching span: Interval) -> [Conflict] {
        // Where the way is too long, the first ended no longer before the second starts than any way takes.
        let near = Interval(span.start.adding(seconds: -plan.schedule.geography.longest), span.end)
        return plan.schedule.people.indices.flatMap { person in
            let timeline = plan.schedule.timelines[person]
            return timeline.touching(near).filter { isSomewhere($0, plan) && $0.end <= span.end }.flatMap { one in
                next(after: one, in: timeline, plan).filter { isTight(one, $0, in: plan, touching: span) }
                    .map { conflict(one, $0, person, plan) }
            }
        }
    }

    private func isSomewhere(_ occurrence: Occurrence, _ plan: Plan) -> Bool {
        plan.schedule.spot(of: occurrence) != .nowhereKnown
    }

    /// Those that start first, at or after its end.
    private func next(after one: Occurrence, in timeline: Timeline, _ plan: Plan) -> [Occurrence] {
        let first = timeline.occurrences.partitionPoint { $0.start < one.end }
        var found: [Occurrence] = []
        for occurrence in timeline.occurrences[first...] where isSomewhere(occurrence, plan) {
            if let start = found.first?.start, occurrence.start > start { break }
            found.append(occurrence)
        }
        return found
    }

    private func isTight(_ one: Occurrence, _ next: Occurrence, in plan: Plan, touching span: Interval) -> Bool {
        guard plan.lists(Interval(one.end, next.start), touching: span) else { return false }
        let (from, to) = (plan.schedule.spot(of: one), plan.schedule.spot(of: next))
        return !from.isSame(as: to) && next.start - one.end < plan.schedule.geography.travel(from, to)
    }

    private func conflict(_ one: Occurrence, _ next: Occurrence, _ person: Int, _ plan: Plan) -> Conflict {
        let schedule = plan.schedule
        let words = Wording(plan)
        let (from, to) = (schedule.spot(of: one), schedule.spot(of: next))
        let time = words.length(next.start - one.end)
        let way = words.length(schedule.geography.travel(from, to))
        let message =
            "\(schedule.people[person].name) has \(time) to get from \(words.titleAndPlace(one)) to "
            + "\(words.titleAndPlace(next)) \(words.moment(next.start)); the way takes \(way)"
        return Conflict(
            kind: Self.kind,
            severity: .warning,
            people: [schedule.people[person].id],
            interval: Interval(one.end, next.start),
            occurrences: [schedule.id(of: one), schedule.id(of: next)].sorted(),
            message: message
        )
    }
}
