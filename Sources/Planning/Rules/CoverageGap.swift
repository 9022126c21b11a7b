public import Household
public import ICalendar

/// A child whom nobody has: a maximal stretch without cover, at least the household's minimum gap long and longer than
/// the child may be alone.
public struct CoverageGap: Rule {
    public static let kind = ConflictKind.coverageGap

    public init() {}

    public func conflicts(in plan: Plan, touching span: Interval) -> [Conflict] {
        plan.covers.keys.sorted().flatMap { child in
            (plan.covers[child]?.gaps(touching: span) ?? []).compactMap { $0.intersection(plan.reach) }
                .filter { plan.lists($0, touching: span) && isTooLong($0, for: child, in: plan) }
                .map { conflict($0, child, plan) }
        }
    }

    private func isTooLong(_ gap: Interval, for child: Int, in plan: Plan) -> Bool {
        gap.seconds >= plan.schedule.household.settings.minimumGap
            && gap.seconds > plan.schedule.people[child].aloneUpTo
    }

    private func conflict(_ gap: Interval, _ child: Int, _ plan: Plan) -> Conflict {
        let person = plan.schedule.people[child]
        let words = Wording(plan)
        return Conflict(
            kind: Self.kind,
            severity: .critical,
            people: [person.id],
            interval: gap,
            occurrences: touching(gap, child, plan),
            message: "Nobody has \(person.name) \(words.fromTo(gap))" + why(gap, person.id, plan)
        )
    }

    /// ` (School closed: Teacher day, from Springfield school feed)`, where something is closed that would have had them.
    private func why(_ gap: Interval, _ child: ID<Person>, _ plan: Plan) -> String {
        let closed = plan.schedule.closed(of: child, overlapping: gap)
        return closed.isEmpty ? "" : " (" + closed.uniqueReasons.joined(separator: "; ") + ")"
    }

    /// The child's and the adults' occurrences that overlap the gap or meet one of its ends.
    private func touching(_ gap: Interval, _ child: Int, _ plan: Plan) -> [OccurrenceID] {
        let schedule = plan.schedule
        var found: Set<OccurrenceID> = []
        for person in schedule.people.indices where person == child || schedule.people[person].isAdult {
            found.formUnion(schedule.timelines[person].touching(gap).map(schedule.id))
        }
        return found.sorted()
    }
}
