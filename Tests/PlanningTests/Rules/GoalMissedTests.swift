import Household
import ICalendar
import Planning
import Testing

/// The week is from Monday the 23rd to Sunday the 29th of November 2026; Tuesday the 24th is asked for.
@Suite struct GoalMissedTests {
    private let maya = SmallHousehold.maya
    private let kofi = SmallHousehold.kofi
    private let noah = SmallHousehold.noah
    private let ama = SmallHousehold.ama

    @Test("one-on-one time is missed by a minute", arguments: [(59, true), (60, false), (61, false)])
    func oneOnOne(minutes: Int, isMissed: Bool) {
        var small = household(.oneOnOne(person: maya, child: noah, min: 3_600))
        addCare(maya, minutes, on: "2026-11-26", to: &small)

        let found = small.conflicts(GoalMissed())

        #expect(found == (isMissed ? ["maya,noah 2026-11-23T00:00-2026-11-30T00:00 notice"] : []))
    }

    @Test("time together is everybody's goal", arguments: [(59, true), (60, false)])
    func together(minutes: Int, isMissed: Bool) {
        var small = household(.together(min: 3_600))
        small.add("a", .family, [maya, kofi, noah], "10:00", clock(minutes))

        let found = small.conflicts(GoalMissed())

        #expect(found == (isMissed ? [" 2026-11-23T00:00-2026-11-30T00:00 notice"] : []))
    }

    @Test("own time is missed by a minute", arguments: [(0, false), (1, true)])
    func ownTime(minutes: Int, isMissed: Bool) {
        var small = household(.ownTime(person: kofi, min: (7 * 17 - 1) * 3_600))
        small.add("a", .appointment, [kofi], "10:00", clock(60 + minutes))

        let found = small.conflicts(GoalMissed())

        #expect(found == (isMissed ? ["kofi 2026-11-23T00:00-2026-11-30T00:00 notice"] : []))
    }

    @Test(
        "a share at a bound is within it, a minute beside it is not",
        arguments: [(23, 37), (24, 36), (36, 24), (37, 23)]
    )
    func careShare(kofis: Int, mayas: Int) {
        var small = household(.careShare(person: kofi, percent: 40...60, weeks: 1))
        addCare(kofi, kofis, on: "2026-11-25", to: &small)
        addCare(maya, mayas, on: "2026-11-26", to: &small)

        let found = small.conflicts(GoalMissed())

        let isMissed = kofis < 24 || kofis > 36
        #expect(found == (isMissed ? ["kofi 2026-11-23T00:00-2026-11-30T00:00 notice"] : []))
    }

    @Test(
        "a bound that no binary fraction is equal to is a bound all the same",
        arguments: [(11, 989, 1.1), (333, 667, 33.3), (49, 6_951, 0.7)]
    )
    func exactShare(kofis: Int, mayas: Int, percent: Double) {
        let (own, all) = (SharedTime(seconds: kofis * 60), SharedTime(seconds: (kofis + mayas) * 60))

        #expect(!own.isLess(than: percent, of: all) && !own.isMore(than: percent, of: all))
        #expect(SharedTime(seconds: kofis * 60 - 1).isLess(than: percent, of: all))
        #expect(SharedTime(seconds: kofis * 60 + 1).isMore(than: percent, of: all))
    }

    @Test("what a carer of the household does is nobody's share, and no care at all is no share")
    func carers() {
        var small = household(.careShare(person: kofi, percent: 40...60, weeks: 1))
        addCare(ama, 300, on: "2026-11-24", to: &small)
        #expect(small.conflicts(GoalMissed()) == [])

        addCare(kofi, 30, on: "2026-11-25", to: &small)
        addCare(maya, 30, on: "2026-11-26", to: &small)
        #expect(small.conflicts(GoalMissed()) == [])
    }

    @Test("a share over two weeks is judged in every window of two that touches the range")
    func windows() {
        var small = household(.careShare(person: kofi, percent: 40...60, weeks: 2))
        // Even over the two weeks to the 29th, Maya's alone over the two from the 23rd.
        addCare(kofi, 60, on: "2026-11-18", to: &small)
        addCare(maya, 60, on: "2026-11-25", to: &small)

        #expect(small.conflicts(GoalMissed()) == ["kofi 2026-11-23T00:00-2026-12-07T00:00 notice"])
    }

    @Test("a week is a local one: 167 hours where the clocks go forward")
    func clocksChange() {
        var small = household(.oneOnOne(person: maya, child: noah, min: 3_600))
        small.household.settings.weekStart = .sunday

        let found = small.conflicts(GoalMissed(), from: "2026-03-30", to: "2026-03-31")

        #expect(found == ["maya,noah 2026-03-29T00:00-2026-04-05T00:00 notice"])
    }

    @Test("the week of the range's last moment is judged, the next is not")
    func range() {
        let small = household(.oneOnOne(person: maya, child: noah, min: 3_600))

        #expect(small.conflicts(GoalMissed(), from: "2026-11-24", to: "2026-11-30").count == 1)
        #expect(small.conflicts(GoalMissed(), from: "2026-11-24", to: "2026-12-01").count == 2)
    }

    @Test("a week is found from whatever meets it, and not from what lies apart")
    func touching() {
        let small = household(.oneOnOne(person: maya, child: noah, min: 3_600))
        let week: Found = "maya,noah 2026-11-23T00:00-2026-11-30T00:00 notice"
        for (from, to) in [("2026-11-22T23:00", "2026-11-23T00:00"), ("2026-11-30T00:00", "2026-11-30T01:00")] {
            #expect(small.conflicts(GoalMissed(), touching: from, to) == [week], "\(from)–\(to)")
        }
        #expect(small.conflicts(GoalMissed(), touching: "2026-11-22T22:00", "2026-11-22T23:59") == [])
        #expect(small.conflicts(GoalMissed(), touching: "2026-11-30T00:01", "2026-11-30T01:00") == [])
    }

    @Test("the words are numbers, without a winner or a loser")
    func words() {
        var small = household(.careShare(person: kofi, percent: 40...60, weeks: 4))
        addCare(kofi, 3_999, on: "2026-11-10", to: &small)
        addCare(maya, 6_001, on: "2026-11-17", to: &small)
        small.household.put(.goal(Goal(id: ID(trusted: "us"), aim: .together(min: 36_000))))

        let found = GoalMissed().conflicts(in: small.plan())

        let share = "Care share of Kofi is 39.9 % in the 4 weeks to Sun 29 Nov; the family’s goal is 40–60 %"
        #expect(found.map(\.message).contains(share), "\(found.map(\.message))")
        let us = "The family has no time together in the week of Mon 23 Nov; the family’s goal is at least 10h"
        #expect(found.last?.message == us)
        #expect(found.last?.subject == .goal(ID(trusted: "us")))
    }

    /// Noah is always awake, and has only who is named.
    private func household(_ aim: Goal.Aim) -> SmallHousehold {
        var small = SmallHousehold(need: [("00:00", "24:00", .present)])
        small.household.put(.goal(Goal(id: ID(trusted: "goal"), aim: aim)))
        return small
    }

    private func addCare(_ person: ID<Person>, _ minutes: Int, on day: String, to small: inout SmallHousehold) {
        small.add("care-\(person)", .care, [person], "\(day)T10:00", "\(day)T11:00", for: [noah]) {
            $0.time = .timed(start: SmallHousehold.wall("\(day)T10:00"), zone: nil, seconds: minutes * 60)
        }
    }

    /// So many minutes after 10:00.
    private func clock(_ minutes: Int) -> String {
        "\(10 + minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
    }
}
