import Household
import ICalendar

/// How the family's goals stand in the whole weeks that a plan's range touches.
///
/// Judges as the rule does that finds them missed: the same weeks, the same ledger, the same verdict.
public struct GoalReport: Sendable {
    /// In the order of the goals, then of time. Where the parents have no care at all, there is no share to tell of.
    public let standings: [GoalStanding]

    public init(_ plan: Plan) {
        let goals = plan.schedule.household.goals.values
        guard let longest = goals.map(\.aim.span).max() else {
            standings = []
            return
        }
        let weeks = Self.weeks(of: plan, reaching: longest)
        standings = goals.flatMap { goal in
            let count = goal.aim.span
            return weeks.indices.dropFirst(count - 1).compactMap { last in
                Self.standing(of: goal, weeks[(last - count + 1)...last], plan)
            }
        }
    }

    private typealias Week = (interval: Interval, balance: Balance)

    /// Every week that shares a window of so many weeks with the range.
    private static func weeks(of plan: Plan, reaching count: Int) -> [Week] {
        let zone = plan.schedule.household.zone
        func moved(_ instant: Instant, weeks: Int) -> Instant {
            zone.startOfDay(zone.wall(of: instant).date.adding(days: weeks * 7))
        }
        let touched = plan.schedule.weeks(touching: plan.range)
        guard let first = touched.first, let last = touched.last else { return [] }
        let (from, to) = (moved(first.start, weeks: 1 - count), moved(last.end, weeks: count - 1))
        let looking = plan.looking(from: from, to: to)
        let ledger = Ledger(looking)
        return looking.schedule.weeks(touching: Interval(from, to)).map { ($0, ledger.balance(over: $0)) }
    }

    private static func standing(of goal: Goal, _ weeks: ArraySlice<Week>, _ plan: Plan) -> GoalStanding? {
        guard let first = weeks.first, let last = weeks.last else { return nil }
        let window = Interval(first.interval.start, last.interval.end)
        let balances = weeks.map(\.balance)
        guard plan.lists(window), let amount = goal.aim.amount(of: balances, plan) else { return nil }
        let verdict = GoalVerdict(plan: plan, window: window, count: weeks.count)
        let missed = verdict.message(goal.aim, balances)
        return GoalStanding(
            goal: goal,
            window: window,
            amount: amount,
            isMet: missed == nil,
            message: missed ?? GoalWords(plan, window).met(goal.aim, amount)
        )
    }
}

extension Goal.Aim {
    /// How many weeks it is judged over.
    fileprivate var span: Int {
        switch self {
        case .careShare(_, _, let weeks): weeks
        case .together, .oneOnOne, .ownTime: 1
        }
    }

    /// What the weeks have of it; nil where there is nothing to have a share of.
    fileprivate func amount(of weeks: [Balance], _ plan: Plan) -> GoalStanding.Amount? {
        switch self {
        case .careShare(let person, let percent, _): share(of: person, percent, weeks, plan)
        case .together: .seconds(weeks.reduce(0) { $0 + $1.together })
        case .oneOnOne(let person, let child, _):
            .seconds(weeks.reduce(0) { $0 + ($1.oneOnOne[Balance.Pair(parent: person, child: child)] ?? 0) })
        case .ownTime(let person, _): .seconds(weeks.reduce(0) { $0 + ($1.people[person]?.own ?? 0) })
        }
    }

    private func share(
        of person: ID<Person>,
        _ percent: ClosedRange<Double>,
        _ weeks: [Balance],
        _ plan: Plan
    ) -> GoalStanding.Amount? {
        func care(of person: ID<Person>) -> SharedTime {
            weeks.reduce(.zero) { $0 + ($1.people[person]?.care ?? .zero) }
        }
        let own = care(of: person)
        let all = plan.schedule.parents.reduce(SharedTime.zero) { $0 + care(of: plan.schedule.people[$1].id) }
        guard all > .zero else { return nil }
        return .perMille(own.perMille(of: all, roundedUp: own.isMore(than: percent.upperBound, of: all)))
    }
}
