public import Household
import ICalendar

/// What comes next is at another place, and there is less time than the way takes.
public struct TightTravel: Rule {
    public static let kind = ConflictKind.tightTravel

    public init() {}

    public func conflicts(in plan: Plan) -> [Conflict] {
        plan.schedule.people.indices.flatMap { person in
            let known = plan.schedule.timelines[person].occurrences.filter {
                plan.schedule.place(of: $0) != .nowhereKnown
            }
            return known.flatMap { one in
                next(after: one, among: known).filter { isTight(one, $0, in: plan) }.map {
                    conflict(one, $0, person, plan)
                }
            }
        }
    }

    /// Those that start first, at or after its end.
    private func next(after one: Occurrence, among occurrences: [Occurrence]) -> ArraySlice<Occurrence> {
        let first = occurrences.partitionPoint { $0.start < one.end }
        return occurrences[first...].prefix { $0.start == occurrences[first].start }
    }

    private func isTight(_ one: Occurrence, _ next: Occurrence, in plan: Plan) -> Bool {
        guard plan.lists(Interval(one.end, next.start)) else { return false }
        let (from, to) = (plan.schedule.place(of: one), plan.schedule.place(of: next))
        return !from.isSame(as: to) && next.start - one.end < plan.schedule.geography.travel(from, to)
    }

    private func conflict(_ one: Occurrence, _ next: Occurrence, _ person: Int, _ plan: Plan) -> Conflict {
        let schedule = plan.schedule
        let words = Wording(plan)
        let (from, to) = (schedule.place(of: one), schedule.place(of: next))
        let time = words.length(next.start - one.end)
        let way = words.length(schedule.geography.travel(from, to))
        let message =
            "\(schedule.people[person].name) has \(time) to get from \(words.title(one)) (\(words.place(from))) to "
            + "\(words.title(next)) (\(words.place(to))) \(words.moment(next.start)); the way takes \(way)"
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
