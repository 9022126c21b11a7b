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
        plan.schedule.household.goals.values.flatMap { goal in
            let count = goal.aim.weeks
            return plan.weeks.indices.dropFirst(count - 1).compactMap { last in
                conflict(goal, plan.weeks[(last - count + 1)...last], touching: span, plan)
            }
        }
    }

    private func conflict(_ goal: Goal, _ weeks: ArraySlice<WeekBalance>, touching span: Interval, _ plan: Plan)
        -> Conflict?
    {
        guard let first = weeks.first, let last = weeks.last else { return nil }
        let window = Interval(first.interval.start, last.interval.end)
        guard plan.lists(window, touching: span) else { return nil }
        let verdict = GoalVerdict(plan: plan, window: window, count: weeks.count)
        return verdict.message(goal.aim, weeks.map(\.balance)).map { message in
            Conflict(
                kind: Self.kind,
                severity: .notice,
                people: goal.aim.people,
                interval: window,
                occurrences: [],
                subject: .goal(goal.id),
                message: message
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
