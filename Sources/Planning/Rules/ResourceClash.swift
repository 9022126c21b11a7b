public import Household
public import ICalendar

/// Two occurrences that use the same thing overlap, whether or not they have people.
public struct ResourceClash: Rule {
    public static let kind = ConflictKind.resourceClash

    public init() {}

    public func conflicts(in plan: Plan, touching span: Interval) -> [Conflict] {
        zip(plan.schedule.household.resources.values, plan.schedule.uses).flatMap { resource, uses in
            Overlaps(of: uses.touching(span)).pairs.filter { plan.lists($0.overlap, touching: span) }
                .map { conflict(resource, $0.one, $0.other, $0.overlap, plan) }
        }
    }

    private func conflict(
        _ resource: Resource,
        _ one: Occurrence,
        _ other: Occurrence,
        _ overlap: Interval,
        _ plan: Plan
    ) -> Conflict {
        let words = Wording(plan)
        return Conflict(
            kind: Self.kind,
            severity: .warning,
            people: [],
            interval: overlap,
            occurrences: [plan.schedule.id(of: one), plan.schedule.id(of: other)].sorted(),
            subject: .resource(resource.id),
            message:
                "\(resource.name) is needed for \(words.title(one)) and \(words.title(other)), \(words.span(overlap))"
        )
    }
}
