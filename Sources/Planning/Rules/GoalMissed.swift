public import Household
public import ICalendar

/// The time of whole local weeks is not spent as the family decided to value it.
///
/// A share of the care is held against the care of all parents together: what carers of the household do is nobody's
/// share. It is judged over the goal's weeks up to the end of each week, so that several windows may touch the range;
/// where the parents have no care at all, there is no share and nothing to judge.
public struct GoalMissed: Rule {
    public static let kind = ConflictKind.goalMissed

    public init() {}

    public func conflicts(in plan: Plan, touching span: Interval) -> [Conflict] {
        GoalReport(plan, touching: span).standings.filter { !$0.isMet }.map { standing in
            Conflict(
                kind: Self.kind,
                severity: .notice,
                people: standing.goal.aim.people,
                interval: standing.window,
                occurrences: [],
                subject: .goal(standing.goal.id),
                message: standing.message
            )
        }
    }
}

extension Goal.Aim {
    /// Those whom it names; time together is everybody's.
    fileprivate var people: [ID<Person>] {
        switch self {
        case .careShare(let person, _, _), .ownTime(let person, _): [person]
        case .oneOnOne(let person, let child, _): [person, child]
        case .together: []
        }
    }
}
