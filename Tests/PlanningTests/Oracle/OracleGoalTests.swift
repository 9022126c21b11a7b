import Household
import ICalendar
import Testing

/// Worked out by hand. Wednesday 2026-09-09 is asked for, of the week from Monday the 7th to Sunday the 13th.
@Suite("The oracle's goals")
struct OracleGoalTests {
    private let anna = ID<Person>("anna")!
    private let ben = ID<Person>("ben")!
    private let kim = ID<Person>("kim")!
    private let hour = 3600

    @Test("a share at a bound is within the bounds, a minute of care beside it is not", arguments: [20, 21, 30, 31])
    func shareAtBound(minutes: Int) {
        var family = SlowFamily()

        // Of 60 minutes 21 are 35 per cent, and 30 are 50.
        family.addCare("a", "anna", "10:00", minutes: minutes)
        family.addCare("b", "ben", "2026-09-13T10:00", minutes: 60 - minutes)

        let isMissed = minutes == 20 || minutes == 31
        let found = missed(family, .careShare(person: anna, percent: 35...50, weeks: 1))
        #expect(found == (isMissed ? ["notice anna 2026-09-07/2026-09-14"] : []))
    }

    @Test("a third is neither 33.3 nor 33.4 per cent", arguments: [(33.3, 33.3), (33.4, 33.4), (33.3, 33.4)])
    func notRounded(lower: Double, upper: Double) {
        var family = SlowFamily()

        family.addCare("a", "anna", "10:00", minutes: 20)
        family.addCare("b", "ben", "12:00", minutes: 40)

        let found = missed(family, .careShare(person: anna, percent: lower...upper, weeks: 1))
        #expect(found.isEmpty == (lower < upper))
    }

    @Test("eleven minutes of a thousand are just 1.1 per cent", arguments: [(11, false), (10, true), (12, true)])
    func decimals(minutes: Int, isMissed: Bool) {
        var family = SlowFamily()

        family.addCare("a", "anna", "08:00", minutes: minutes)
        family.addCare("b", "ben", "2026-09-08T08:00", minutes: 600)
        family.addCare("c", "ben", "2026-09-09T08:00", minutes: 400 - minutes)

        let found = missed(family, .careShare(person: anna, percent: 1.1...1.1, weeks: 1))
        #expect(found.isEmpty != isMissed)
    }

    @Test("what carers of the household do is nobody's share, though it makes the parents' less")
    func carers() {
        var family = SlowFamily()
        let half = Goal.Aim.careShare(person: anna, percent: 25...25, weeks: 1)

        family.addCare("a", "rosa", "10:00", minutes: 240)
        #expect(missed(family, half) == [], "the parents have none: there is no share")

        // Twenty minutes for each of the three, and forty for Ben: 20 of 80.
        family.addCare("b", "anna ben rosa", "14:00", minutes: 60)
        family.addCare("c", "ben", "15:00", minutes: 40)
        #expect(missed(family, half) == [])

        family.addCare("d", "ben", "15:40", minutes: 1)
        #expect(missed(family, half) == ["notice anna 2026-09-07/2026-09-14"])
    }

    @Test("a share is over all of its weeks, in each window of them that has a day of the range")
    func weeks() {
        var family = SlowFamily()

        family.addCare("a", "ben", "2026-08-24T10:00", minutes: 120)
        family.addCare("b", "ben", "2026-08-31T10:00", minutes: 60)
        family.addCare("c", "anna", "2026-09-11T10:00", minutes: 60)

        // The windows that have the week of the 7th begin with it, or a week before, with 60 minutes for each, or two
        // weeks before, with 180 minutes for Ben.

        let two = missed(family, .careShare(person: anna, percent: 50...50, weeks: 2))
        #expect(two == ["notice anna 2026-09-07/2026-09-21"])
        let three = missed(family, .careShare(person: ben, percent: 75...75, weeks: 3))
        #expect(three == ["notice ben 2026-08-31/2026-09-21", "notice ben 2026-09-07/2026-09-28"])
        let four = missed(family, .careShare(person: ben, percent: 100...100, weeks: 4))
        #expect(
            four == [
                "notice ben 2026-08-17/2026-09-14", "notice ben 2026-08-24/2026-09-21",
                "notice ben 2026-08-31/2026-09-28", "notice ben 2026-09-07/2026-10-05",
            ]
        )
    }

    @Test("time together is everybody's, and asks that every child is awake", arguments: [0, 60])
    func together(more: Int) {
        var family = SlowFamily(coverage: .available)
        let aim = Goal.Aim.together(min: 13 * hour + more)
        #expect(missed(family, aim) == ["notice  2026-09-07/2026-09-14"], "Lou is never awake")

        let windows = [SlowFamily.care("16:00", "20:00", .present), SlowFamily.care("20:00", "06:00", .nearby)]
        family.household.put(.person(Person(id: ID("lou")!, name: "lou", role: .child, care: windows)))
        family.add("a", .work, "anna", "2026-09-09T15:00", minutes: 120)

        // Both children are awake from 16:00 to 18:00 on seven days, less the hour in which Anna works.
        #expect(missed(family, aim) == (more == 0 ? [] : ["notice  2026-09-07/2026-09-14"]))
    }

    @Test("one-on-one is named after the parent and the child", arguments: [0, 60])
    func oneOnOne(more: Int) {
        var family = SlowFamily()

        // With Rosa it counts, with Ben it does not, and before 08:00 Kim needs nobody.
        family.addCare("a", "anna rosa", "07:00", minutes: 120)
        family.addCare("b", "anna ben", "10:00", minutes: 60)
        family.addCare("c", "anna", "2026-09-13T17:00", minutes: 120)
        family.addCare("d", "anna", "2026-09-14T10:00", minutes: 120)

        let found = missed(family, .oneOnOne(person: anna, child: kim, min: 2 * hour + more))
        #expect(found == (more == 0 ? [] : ["notice annakim 2026-09-07/2026-09-14"]))
    }

    @Test("own time is without occurrences, ways and children who are awake", arguments: [0, 60])
    func ownTime(more: Int) {
        var family = SlowFamily()

        // Seventeen hours on each day, less the hour of care, 15 minutes at the gallery, and 105 at the office and on the way.
        family.addCare("a", "anna", "10:00", minutes: 60)
        family.add("b", .appointment, "anna", at: "gallery", "2026-09-10T10:00", minutes: 15)
        family.add("c", .appointment, "anna", at: "office", "2026-09-12T10:00", minutes: 45)
        family.add("night", .work, "anna", "2026-09-12T23:00", minutes: 7 * 60)

        let found = missed(family, .ownTime(person: anna, min: 116 * hour + more))
        #expect(found == (more == 0 ? [] : ["notice anna 2026-09-07/2026-09-14"]))
    }

    @Test("every week with a day of the range is judged, and whole; none beside them is")
    func range() {
        var family = SlowFamily()
        family.household.settings.weekStart = .sunday
        let aim = Goal.Aim.ownTime(person: ben, min: 119 * hour)

        // On the Sunday before the range, which is in its week, and on the Sunday after the last day's week.
        family.add("a", .appointment, "ben", "2026-09-06T10:00", minutes: 1)
        family.add("b", .appointment, "ben", "2026-09-20T10:00", minutes: 1)

        let first = "notice ben 2026-09-06/2026-09-13"
        #expect(missed(family, aim) == [first])
        #expect(missed(family, aim, from: "2026-09-09", to: "2026-09-20") == [first])
        let both = [first, "notice ben 2026-09-20/2026-09-27"]
        #expect(missed(family, aim, from: "2026-09-09", to: "2026-09-21") == both)
        #expect(missed(family, aim, from: "2026-09-13", to: "2026-09-20") == [])
    }

    @Test("where the clocks change a week has an hour less, and its days as many minutes between 06:00 and 23:00")
    func clocksChange() {
        var family = SlowFamily(zone: "Europe/Berlin")
        let goal = Goal(id: ID("goal")!, aim: .ownTime(person: anna, min: 119 * hour + 60))
        family.household.put(.goal(goal))

        let sunday = CivilDate("2026-03-29")!
        let found = SlowEvaluation(family.household).missedGoals(from: sunday, to: sunday.adding(days: 1))

        #expect(found.map(\.subject) == ["goal"])
        #expect(found.map { $0.end - $0.start } == [167 * hour])
        family.household.put(.goal(Goal(id: ID("goal")!, aim: .ownTime(person: anna, min: 119 * hour))))
        #expect(SlowEvaluation(family.household).missedGoals(from: sunday, to: sunday.adding(days: 1)) == [])
    }

    /// What is found, as lines in order of time: `notice anna 2026-09-07/2026-09-14`.
    private func missed(
        _ family: SlowFamily,
        _ aim: Goal.Aim,
        from: String = "2026-09-09",
        to: String = "2026-09-10"
    ) -> [String] {
        var household = family.household
        household.put(.goal(Goal(id: ID("goal")!, aim: aim)))
        let found = SlowEvaluation(household).missedGoals(from: CivilDate(from)!, to: CivilDate(to)!)
        return found.sorted { $0.start < $1.start }.map { found in
            let days = [found.start, found.end].map { SlowZone("UTC").wall($0).date.description }
            return "\(found.severity) \(found.who) \(days.joined(separator: "/"))"
        }
    }
}
