public import Household
import ICalendar

/// The time of whole local weeks is not spent as the family decided to value it.
///
/// A share of the care is held against the care of all parents together: what carers of the household do is nobody's
/// share. It is judged over the goal's weeks up to the end of each week, so that several windows may touch the range;
/// where the parents have no care at all, there is no share and nothing to judge.
public struct GoalMissed: Rule {
    public static let kind = ConflictKind.goalMissed

    public init() {}

    public func conflicts(in plan: Plan) -> [Conflict] {
        let goals = plan.schedule.household.goals.values
        guard let longest = goals.map(\.aim.weeks).max() else { return [] }
        let weeks = balances(of: plan, reaching: longest)
        return goals.flatMap { goal -> [Conflict] in
            let count = goal.aim.weeks
            return (count...max(count, weeks.count)).compactMap { end in
                guard end <= weeks.count else { return nil }
                return conflict(goal, weeks[(end - count)..<end], plan)
            }
        }
    }

    private typealias Week = (interval: Interval, balance: Balance)

    /// Every week that shares a window of so many weeks with the range.
    private func balances(of plan: Plan, reaching count: Int) -> [Week] {
        let zone = plan.schedule.household.zone
        func moved(_ instant: Instant, weeks: Int) -> Instant {
            zone.startOfDay(zone.wall(of: instant).date.adding(days: weeks * 7))
        }
        let touched = plan.schedule.weeks(touching: plan.range)
        guard let first = touched.first, let last = touched.last else { return [] }
        let from = moved(first.start, weeks: 1 - count)
        let to = moved(last.end, weeks: count - 1)
        let looking = plan.looking(from: from, to: to)
        let ledger = Ledger(looking)
        return looking.schedule.weeks(touching: Interval(from, to)).map { ($0, ledger.balance(over: $0)) }
    }

    private func conflict(_ goal: Goal, _ weeks: ArraySlice<Week>, _ plan: Plan) -> Conflict? {
        guard let first = weeks.first, let last = weeks.last else { return nil }
        let window = Interval(first.interval.start, last.interval.end)
        guard plan.lists(window) else { return nil }
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
    /// How many weeks it is judged over.
    fileprivate var weeks: Int {
        switch self {
        case .careShare(_, _, let weeks): weeks
        case .together, .oneOnOne, .ownTime: 1
        }
    }

    /// Those whom it names; time together is everybody's.
    fileprivate var people: [ID<Person>] {
        switch self {
        case .careShare(let person, _, _), .ownTime(let person, _): [person]
        case .oneOnOne(let person, let child, _): [person, child]
        case .together: []
        }
    }
}
