public import Household
import ICalendar

/// Two occurrences that use the same thing overlap, whether or not they have people.
public struct ResourceClash: Rule {
    public static let kind = ConflictKind.resourceClash

    public init() {}

    public func conflicts(in plan: Plan) -> [Conflict] {
        let schedule = plan.schedule
        var uses: [ID<Resource>: [Occurrence]] = [:]
        for occurrence in schedule.occurrences where schedule.isBusy(occurrence) && !occurrence.interval.isEmpty {
            for resource in Set(schedule.household.resources(of: schedule.entry(of: occurrence))) {
                uses[resource, default: []].append(occurrence)
            }
        }
        return schedule.household.resources.keys.flatMap { clashes(of: $0, uses[$0] ?? [], plan) }
    }

    private func clashes(of resource: ID<Resource>, _ uses: [Occurrence], _ plan: Plan) -> [Conflict] {
        var underWay: [Occurrence] = []
        var found: [Conflict] = []
        for use in uses {
            underWay.removeAll { $0.end <= use.start }
            for other in underWay {
                guard let overlap = other.interval.intersection(use.interval), plan.lists(overlap) else { continue }
                found.append(conflict(resource, other, use, overlap, plan))
            }
            underWay.append(use)
        }
        return found
    }

    private func conflict(
        _ resource: ID<Resource>,
        _ one: Occurrence,
        _ other: Occurrence,
        _ overlap: Interval,
        _ plan: Plan
    ) -> Conflict {
        let words = Wording(plan)
        let name = plan.schedule.household.resources[resource]?.name ?? resource.rawValue
        return Conflict(
            kind: Self.kind,
            severity: .warning,
            people: [],
            interval: overlap,
            occurrences: [plan.schedule.id(of: one), plan.schedule.id(of: other)].sorted(),
            subject: .resource(resource),
            message: "\(name) is needed for \(words.title(one)) and \(words.title(other)), \(words.span(overlap))"
        )
    }
}
