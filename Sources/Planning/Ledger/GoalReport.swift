import Household
import ICalendar

/// How the family's goals stand in the windows of whole weeks that overlap a plan's range.
public struct GoalReport: Sendable {
    /// In the order of the goals, then of time. Where the parents have no care at all, there is no share to tell of.
    public let standings: [GoalStanding]

    public init(_ plan: Plan) { self.init(plan, touching: plan.range) }

    /// Of the windows that overlap or meet `span`.
    init(_ plan: Plan, touching span: Interval) {
        standings = plan.schedule.household.goals.values.flatMap { goal -> [GoalStanding] in
            let count = goal.aim.weeks
            return plan.weeks.indices.dropFirst(count - 1).compactMap { last -> GoalStanding? in
                let weeks = plan.weeks[(last - count + 1)...last]
                let window = Interval(plan.weeks[last - count + 1].interval.start, plan.weeks[last].interval.end)
                guard plan.lists(window, touching: span) else { return nil }
                return GoalStanding(goal, window: window, weeks.map(\.balance), in: plan)
            }
        }
    }
}

extension GoalStanding {
    /// Nil where there is nothing to have a share of.
    fileprivate init?(_ goal: Goal, window: Interval, _ weeks: [Balance], in plan: Plan) {
        switch goal.aim {
        case .careShare(let person, let percent, _):
            func care(of person: ID<Person>) -> SharedTime {
                weeks.reduce(.zero) { $0 + ($1.people[person]?.care ?? .zero) }
            }
            let own = care(of: person)
            let all = plan.schedule.parents.reduce(SharedTime.zero) { $0 + care(of: plan.schedule.people[$1].id) }
            guard all > .zero else { return nil }
            let isOver = own.isMore(than: percent.upperBound, of: all)
            isMet = !isOver && !own.isLess(than: percent.lowerBound, of: all)
            amount = .perMille(own.perMille(of: all, roundedUp: isOver))
        case .together(let least):
            let seconds = weeks.reduce(0) { $0 + $1.together }
            (amount, isMet) = (.seconds(seconds), seconds >= least)
        case .oneOnOne(let person, let child, let least):
            let pair = Balance.Pair(parent: person, child: child)
            let seconds = weeks.reduce(0) { $0 + ($1.oneOnOne[pair] ?? 0) }
            (amount, isMet) = (.seconds(seconds), seconds >= least)
        case .ownTime(let person, let least):
            let seconds = weeks.reduce(0) { $0 + ($1.people[person]?.own ?? 0) }
            (amount, isMet) = (.seconds(seconds), seconds >= least)
        }
        (self.goal, self.window) = (goal, window)
        message = GoalWords(plan, window).sentence(goal.aim, amount)
    }
}
