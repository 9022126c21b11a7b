public import Household
import ICalendar

/// A parent works in a time in which the household has decided not to.
public struct ProtectedTimeBroken: Rule {
    public static let kind = ConflictKind.protectedTime

    public init() {}

    public func conflicts(in plan: Plan) -> [Conflict] {
        let schedule = plan.schedule
        let times = schedule.household.settings.protected
        let protected = schedule.times(of: times.map(\.window), over: plan.reach)
        return schedule.parents.flatMap { parent in
            let work = IntervalSet(
                schedule.work(of: parent).intervals.compactMap { $0.intersection(plan.reach) }
            )
            return work.intersection(protected).intervals.filter(plan.lists).map { conflict($0, parent, plan) }
        }
    }

    private func conflict(_ stretch: Interval, _ parent: Int, _ plan: Plan) -> Conflict {
        let schedule = plan.schedule
        let words = Wording(plan)
        let work = schedule.timelines[parent].overlapping(stretch.start, stretch.end)
            .filter { schedule.entry(of: $0).kind == .work }.sorted { $0.start < $1.start }
        let titles = words.list(work.map(words.title))
        let label = label(of: stretch, in: plan).map { " (\($0))" } ?? ""
        return Conflict(
            kind: Self.kind,
            severity: .warning,
            people: [schedule.people[parent].id],
            interval: stretch,
            occurrences: work.map(schedule.id).sorted(),
            message:
                "\(schedule.people[parent].name) works in protected time\(label): \(titles), \(words.span(stretch))"
        )
    }

    /// What the family calls the first of the times that it breaks.
    private func label(of stretch: Interval, in plan: Plan) -> String? {
        plan.schedule.household.settings.protected.first {
            plan.schedule.times(of: [$0.window], over: stretch).seconds(in: stretch) > 0
        }?.label
    }
}
