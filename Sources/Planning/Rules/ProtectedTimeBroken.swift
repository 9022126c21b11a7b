public import Household
public import ICalendar

/// A parent works in a time in which the household has decided not to.
public struct ProtectedTimeBroken: Rule {
    public static let kind = ConflictKind.protectedTime

    public init() {}

    public func conflicts(in plan: Plan, touching span: Interval) -> [Conflict] {
        let schedule = plan.schedule
        let windows = schedule.household.settings.protected.map(\.window)
        return schedule.parents.flatMap { parent -> [Conflict] in
            let work = schedule.work[parent].touching(span).compactMap { $0.intersection(plan.reach) }
            guard let first = work.first, let last = work.last else { return [] }
            let protected = schedule.household.times(of: windows, over: Interval(first.start, last.end))
            return IntervalSet(work).intersection(protected).intervals
                .filter { plan.lists($0, touching: span) }.map { conflict($0, parent, plan) }
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
            plan.schedule.household.times(of: [$0.window], over: stretch).seconds(in: stretch) > 0
        }?.label
    }
}
