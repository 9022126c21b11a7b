public import Household
public import ICalendar

/// A child is to be brought or fetched, and the one named can't, or nobody is named and no parent can.
public struct HandoverImpossible: Rule {
    public static let kind = ConflictKind.handover

    public init() {}

    public func conflicts(in plan: Plan, touching span: Interval) -> [Conflict] {
        plan.handovers.filter { $0.carers.isEmpty && plan.lists($0.interval, touching: span) }
            .map { conflict($0, in: plan) }
    }

    private func conflict(_ handover: Handover, in plan: Plan) -> Conflict {
        let schedule = plan.schedule
        return Conflict(
            kind: Self.kind,
            severity: handover.others.isEmpty ? .critical : .warning,
            people: [schedule.people[handover.child].id],
            interval: handover.interval,
            occurrences: [schedule.id(of: handover.occurrence)],
            subject: handover.end == .bringing ? .bringing : .fetching,
            message: message(handover, in: plan)
        )
    }

    private func message(_ handover: Handover, in plan: Plan) -> String {
        let schedule = plan.schedule
        let words = Wording(plan)
        let child = schedule.people[handover.child].name
        let way =
            switch handover.end {
            case .bringing: "bring \(child) to \(words.place(of: handover.occurrence))"
            case .fetching: "fetch \(child) from \(words.place(of: handover.occurrence))"
            }
        let time = words.moment(handover.at)
        guard let named = handover.named else { return "No parent can \(way) \(time)" }
        let others = words.list(handover.others.map { schedule.people[$0].name })
        let wayOut = others.isEmpty ? "" : "; \(others) could"
        return "\(schedule.people[named].name) cannot \(way) \(time)\(wayOut)"
    }
}
