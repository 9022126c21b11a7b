public import Household
public import ICalendar

/// One way in which a plan can be wrong. One rule, one file.
public protocol Rule: Sendable {
    /// What its conflicts are called.
    static var kind: ConflictKind { get }

    /// The conflicts of this kind that the plan lists and whose interval overlaps or meets `span`.
    ///
    /// What is found does not depend on the span: the findings of several spans put together are those of their union.
    func conflicts(in plan: Plan, touching span: Interval) -> [Conflict]
}

extension Rule {
    /// The conflicts of this kind that the plan lists.
    public func conflicts(in plan: Plan) -> [Conflict] { conflicts(in: plan, touching: plan.range) }
}

/// The rules that a household is held against.
public struct RuleSet: Sendable {
    public let rules: [any Rule]

    public init(_ rules: [any Rule]) {
        self.rules = rules
    }

    /// Every rule there is.
    public static let standard = RuleSet([
        CoverageGap(),
        DoubleBooked(),
        CareClash(),
        TightTravel(),
        HandoverImpossible(),
        ResourceClash(),
        ProtectedTimeBroken(),
        OverloadDay(),
        OverloadWeek(),
        ShortRest(),
        DeadlineAtRisk(),
        StreamHours(),
        GoalMissed(),
    ])

    /// All that is wrong with the plan, in order of start, then the worst first.
    public func conflicts(in plan: Plan) -> [Conflict] {
        conflicts(in: plan, touching: plan.range).listed
    }

    /// What of it overlaps or meets `span`, in no order.
    func conflicts(in plan: Plan, touching span: Interval) -> [Conflict] {
        let found = rules.flatMap { $0.conflicts(in: plan, touching: span) }
        return plan.schedule.household.saysNothingOfConflicts
            ? found : found.compactMap(plan.schedule.household.asSaid)
    }
}
