import Household
import ICalendar
import Testing

@Suite("The random households")
struct OracleRandomTests {
    @Test("every one could stand in a household file", arguments: 0..<100 as Range<UInt64>)
    func valid(seed: UInt64) {
        let (household, from, to) = RandomHousehold.make(seed: seed)

        #expect(household.problems() == [])
        #expect((7...10).contains(to.daysSinceEpoch - from.daysSinceEpoch))
        #expect(RandomHousehold.make(seed: seed).household == household)
    }

    @Test("among them every rule covers somebody and every kind of conflict is found, each severity of it")
    func reach() {
        var rules: Set<SlowBy> = []
        var kinds: Set<String> = []

        for seed in 0..<40 as Range<UInt64> {
            let (household, from, to) = RandomHousehold.make(seed: seed)
            let evaluation = SlowEvaluation(household)
            kinds.formUnion(evaluation.conflicts(from: from, to: to).map { "\($0.severity) \($0.kind)" })
            rules.formUnion(evaluation.cover(child: ID("child-1")!, from: from, to: to).map(\.by))
        }

        #expect(rules == [.noNeed, .rule(1), .rule(2), .rule(3), .rule(4), .rule(5), .nobody])
        #expect(
            kinds == [
                "critical coverage-gap", "critical double-booked", "warning double-booked", "notice double-booked",
                "warning care-clash", "critical handover", "warning handover",
            ]
        )
    }

    @Test("the later kinds are found among them, too")
    func laterReach() {
        var kinds: Set<String> = []

        for seed in 0..<30 as Range<UInt64> {
            let (household, from, to) = RandomHousehold.make(seed: seed)
            let now = SlowZone(household.settings.timeZone).midnight(from)
            let found = SlowEvaluation(household).laterConflicts(from: from, to: to, now: now)
            kinds.formUnion(found.map { "\($0.severity) \($0.kind)" })
        }

        #expect(
            kinds == [
                "warning tight-travel", "warning resource-clash", "warning protected-time", "warning overload-day",
                "warning overload-week", "warning short-rest", "warning deadline", "critical deadline",
                "notice stream-hours", "notice goal-missed",
            ]
        )
    }

    @Test("goals of every kind are met in some weeks and missed in others")
    func goalReach() {
        var met: Set<String> = []
        var missed: Set<String> = []

        for seed in 0..<60 as Range<UInt64> {
            let (household, from, to) = RandomHousehold.make(seed: seed)
            let oracle = SlowEvaluation(household)
            let found = oracle.missedGoals(from: from, to: to)
            for goal in household.goals.values {
                let windows = oracle.windows(of: goal.aim.weeks, from: from, to: to).count
                let count = found.filter { $0.subject == goal.id.rawValue }.count
                if count > 0 { missed.insert(kind(goal)) }
                if count < windows { met.insert(kind(goal)) }
            }
        }

        let kinds = (1...4).map { "care-share of \($0)" } + ["together", "one-on-one", "own-time"]
        #expect(met == Set(kinds))
        #expect(missed == Set(kinds))
    }

    private func kind(_ goal: Goal) -> String {
        switch goal.aim {
        case .careShare(_, _, let weeks): "care-share of \(weeks)"
        case .together: "together"
        case .oneOnOne: "one-on-one"
        case .ownTime: "own-time"
        }
    }
}
