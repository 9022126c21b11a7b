public import Household
import ICalendar

/// One way in which a plan can be wrong. One rule, one file.
public protocol Rule: Sendable {
    /// What its conflicts are called.
    static var kind: ConflictKind { get }

    /// The conflicts of this kind that the plan lists.
    func conflicts(in plan: Plan) -> [Conflict]
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
        rules.flatMap { $0.conflicts(in: plan) }.sorted { one, other in
            if one.interval.start != other.interval.start { return one.interval.start < other.interval.start }
            if one.severity != other.severity { return one.severity > other.severity }
            return (one.kind.rawValue, one.people.first?.rawValue ?? "", one.interval.end)
                < (other.kind.rawValue, other.people.first?.rawValue ?? "", other.interval.end)
        }
    }
}
