import Household
import ICalendar
import Planning
import Testing

/// The week is from Monday the 23rd to Sunday the 29th of November 2026; Tuesday the 24th is asked for.
@Suite("how the goals stand")
struct GoalReportTests {
    private typealias Small = SmallHousehold

    /// Noah is always awake, and has only who is named.
    private func household(_ aims: Goal.Aim...) -> SmallHousehold {
        var small = SmallHousehold(need: [("00:00", "24:00", .present)])
        for (number, aim) in aims.enumerated() {
            small.household.put(.goal(Goal(id: ID(trusted: "goal-\(number)"), aim: aim)))
        }
        return small
    }

    private func addCare(_ person: ID<Person>, _ minutes: Int, on day: String, to small: inout SmallHousehold) {
        small.add("care-\(person)", .care, [person], "\(day)T10:00", "\(day)T11:00", for: [Small.noah]) {
            $0.time = .timed(start: SmallHousehold.wall("\(day)T10:00"), zone: nil, seconds: minutes * 60)
        }
    }

    @Test(
        "what is had of it, and whether that is enough",
        arguments: [(59, false, "59m"), (60, true, "1h"), (61, true, "1h 1m")]
    )
    func oneOnOne(minutes: Int, isMet: Bool, had: String) throws {
        var small = household(.oneOnOne(person: Small.maya, child: Small.noah, min: 3_600))
        addCare(Small.maya, minutes, on: "2026-11-26", to: &small)

        let standings = GoalReport(small.plan()).standings

        let standing = try #require(standings.first)
        #expect(standings.count == 1)
        #expect(standing.amount == .seconds(minutes * 60))
        #expect(standing.isMet == isMet)
        let week = "in the week of Mon 23 Nov; the family’s goal is at least 1h"
        #expect(standing.message == "Maya and Noah have \(had) one-on-one \(week)")
    }

    @Test("each kind says what it counts, in the order of the goals")
    func kinds() {
        var small = household(
            .ownTime(person: Small.kofi, min: 3_600),
            .together(min: 60),
            .careShare(person: Small.kofi, percent: 40...60, weeks: 1)
        )
        addCare(Small.maya, 120, on: "2026-11-24", to: &small)
        addCare(Small.kofi, 60, on: "2026-11-25", to: &small)

        let standings = GoalReport(small.plan()).standings

        #expect(standings.map(\.amount) == [.seconds((7 * 17 - 1) * 3_600), .seconds(0), .perMille(333)])
        #expect(standings.map(\.isMet) == [true, false, false])
        #expect(
            standings.first?.message
                == "Kofi has 118h of their own in the week of Mon 23 Nov; the family’s goal is at least 1h"
        )
    }

    @Test("a share has every window that touches the range, and none where nobody cares")
    func shares() {
        var small = household(.careShare(person: Small.kofi, percent: 40...60, weeks: 2))
        #expect(GoalReport(small.plan()).standings == [])
        addCare(Small.kofi, 60, on: "2026-11-18", to: &small)
        addCare(Small.maya, 60, on: "2026-11-25", to: &small)

        let standings = GoalReport(small.plan()).standings

        #expect(standings.map(\.amount) == [.perMille(500), .perMille(0)])
        #expect(standings.map(\.isMet) == [true, false])
        #expect(
            standings.first?.message
                == "Care share of Kofi is 50 % in the 2 weeks to Sun 29 Nov; the family’s goal is 40–60 %"
        )
    }

    @Test("what is not met is what the rule finds, in its words")
    func agreement() {
        var seen: Set<Bool> = []
        for seed in 0..<40 {
            var (household, from, to) = RandomHousehold.make(seed: UInt64(seed))
            addGoals(to: &household)
            let zone = household.zone
            let range = Interval(zone.startOfDay(from), zone.startOfDay(to))
            let plan = Plan(household, range: range, now: range.start)

            let standings = GoalReport(plan).standings

            let missed = standings.filter { !$0.isMet }
            let found = GoalMissed().conflicts(in: plan)
            #expect(missed.map(\.window) == found.map(\.interval), "seed \(seed)")
            #expect(missed.map(\.message) == found.map(\.message), "seed \(seed)")
            #expect(missed.map { .goal($0.goal.id) } == found.map(\.subject), "seed \(seed)")
            seen.formUnion(standings.map(\.isMet))
        }
        #expect(seen == [true, false])
    }

    private func addGoals(to household: inout Household) {
        let parents = household.people.values.filter { $0.role == .parent }.map(\.id)
        var aims: [Goal.Aim] = [.together(min: 18_000)]
        for parent in parents {
            aims += [
                .ownTime(person: parent, min: 180_000), .careShare(person: parent, percent: 40...60, weeks: 2),
            ]
            for child in household.people.values where child.role == .child {
                aims.append(.oneOnOne(person: parent, child: child.id, min: 7_200))
            }
        }
        for (number, aim) in aims.enumerated() {
            household.put(.goal(Goal(id: ID(trusted: "goal-\(number)"), aim: aim)))
        }
    }
}
