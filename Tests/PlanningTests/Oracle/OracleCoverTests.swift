import Household
import ICalendar
import Testing

/// Cases worked out by hand, so that the oracle itself can be trusted.
@Suite("The oracle's cover")
struct OracleCoverTests {
    @Test("where no window asks for anybody, nothing is a gap, and else all of it is")
    func levels() {
        let family = SlowFamily()

        let found = family.found("coverage-gap")

        #expect(family.cover() == ["08:00-18:00 nobody"])
        #expect(found == ["critical coverage-gap kim 08:00-18:00"])
    }

    @Test("rule 1: school covers, the ways there and back are rule 5's")
    func school() {
        var family = SlowFamily()

        family.add("school", .school, "kim", at: "school", "09:00", minutes: 180)

        // 15 minutes of way before and after, for which both parents have time.
        #expect(
            family.cover() == [
                "08:00-08:45 nobody", "08:45-09:00 rule 5 anna ben", "09:00-12:00 rule 1",
                "12:00-12:15 rule 5 anna ben", "12:15-18:00 nobody",
            ]
        )
    }

    @Test("rule 1: a supervised away covers, another does not", arguments: [true, false])
    func away(supervised: Bool) {
        var family = SlowFamily(coverage: .available)

        family.add("camp", .away, "kim", "09:00", minutes: 60) { $0.supervised = supervised }

        let during = supervised ? "09:00-10:00 rule 1" : "09:00-10:00 nobody"
        #expect(family.cover() == ["08:00-09:00 rule 4 anna ben", during, "10:00-18:00 rule 4 anna ben"])
    }

    @Test(
        "rule 2: together at the pool and 10 minutes either side, unless the adult has something else without the child"
    )
    func together() {
        var family = SlowFamily()

        family.add("swim", .family, "kim anna", at: "pool", "10:00", minutes: 60)
        family.add("call", .work, "anna", at: "pool", "10:30", minutes: 15)

        #expect(
            family.cover() == [
                "08:00-09:50 nobody", "09:50-10:30 rule 2 anna", "10:30-10:45 nobody", "10:45-11:10 rule 2 anna",
                "11:10-18:00 nobody",
            ]
        )
    }

    @Test("rule 2: nobody travels with a child that is still elsewhere")
    func stillElsewhere() {
        var family = SlowFamily()

        family.add("swim", .family, "kim anna", at: "pool", "10:00", minutes: 60)
        family.add("trip", .away, "kim", "09:30", minutes: 25)

        // The trip is nowhere known, until 09:55: of the way from 09:50 five minutes are left.
        #expect(family.cover().contains("09:55-11:10 rule 2 anna"))
    }

    @Test("rule 3: care covers, with work beside it that leaves room for the level", arguments: Attention.allCases)
    func care(attention: Attention) {
        var family = SlowFamily()

        family.addCare("care", "anna", "10:00", minutes: 60)
        family.add("mail", .work, "anna", "10:30", minutes: 60) { $0.attention = attention }

        let isLight = attention <= .light
        #expect(family.cover().contains(isLight ? "10:00-11:00 rule 3 anna" : "10:00-10:30 rule 3 anna"))
        #expect(family.found("care-clash") == (isLight ? [] : ["warning care-clash anna 10:30-11:00"]))
    }

    @Test("rule 3: parents have the child on the way, too; a carer's child is brought by a parent")
    func careElsewhere() {
        var family = SlowFamily()

        family.addCare("by-anna", "anna", at: "pool", "10:00", minutes: 60)
        family.addCare("by-rosa", "rosa", at: "pool", "14:00", minutes: 60)

        #expect(
            family.cover() == [
                "08:00-09:50 nobody", "09:50-11:10 rule 3 anna", "11:10-13:50 nobody", "13:50-14:00 rule 5 anna ben",
                "14:00-15:00 rule 3 rosa", "15:00-15:10 rule 5 anna ben", "15:10-18:00 nobody",
            ]
        )
    }

    @Test("rule 3: no care at home for a child that is at school, and none by somebody who is out")
    func careApart() {
        var family = SlowFamily()

        family.addCare("care", "anna", "10:00", minutes: 60)
        family.add("chess", .appointment, "kim", at: "gallery", "10:20", minutes: 10)
        family.add("errand", .family, "anna", at: "pool", "10:40", minutes: 10)

        // The errand is not exclusive, but at another place: a clash; Kim's chess is none.
        #expect(
            family.cover() == [
                "08:00-10:00 nobody", "10:00-10:20 rule 3 anna", "10:20-10:30 nobody", "10:30-10:40 rule 3 anna",
                "10:40-10:50 nobody", "10:50-11:00 rule 3 anna", "11:00-18:00 nobody",
            ]
        )
        #expect(family.found("care-clash") == ["warning care-clash anna 10:40-10:50"])
    }

    @Test("rule 4: a parent at home who can be interrupted counts, but not one who is on the way or in a call")
    func available() {
        var family = SlowFamily(coverage: .available)

        family.add("site", .work, "anna", at: "office", "09:00", minutes: 180)
        family.add("call", .work, "ben", "10:00", minutes: 60)

        #expect(
            family.cover() == [
                "08:00-08:30 rule 4 anna ben", "08:30-10:00 rule 4 ben", "10:00-11:00 nobody", "11:00-12:30 rule 4 ben",
                "12:30-18:00 rule 4 anna ben",
            ]
        )
        #expect(family.found("coverage-gap") == ["critical coverage-gap kim 10:00-11:00"])
    }

    @Test("rule 4: with assigned cover a parent at home counts only for nearby, in a call as well")
    func nearby() {
        let windows = [SlowFamily.care("08:00", "10:00", .nearby), SlowFamily.care("09:00", "11:00", .handsOn)]
        var family = SlowFamily(care: windows)

        family.add("call", .work, "ben", "08:00", minutes: 60) { $0.attention = .call }

        // From 09:00 to 10:00 the stronger window holds.
        #expect(family.cover() == ["08:00-09:00 rule 4 anna ben", "09:00-11:00 nobody"])
    }

    @Test(
        "gaps: as long as the household's gap, and longer than the child may be alone",
        arguments: [599, 600, 900, 901]
    )
    func thresholds(alone: Int) {
        var family = SlowFamily(coverage: .available, gap: 900)
        var kim = Person(id: ID("kim")!, name: "kim", role: .child, care: [SlowFamily.care("08:00", "18:00", .present)])
        kim.aloneUpTo = alone
        family.household.put(.person(kim))

        for (start, minutes) in [("09:00", 14), ("11:00", 15), ("13:00", 16)] {
            family.add("a\(minutes)", .appointment, "anna ben", start, minutes: minutes)
        }

        let longest = "critical coverage-gap kim 13:00-13:16"
        let long = "critical coverage-gap kim 11:00-11:15"
        #expect(family.found("coverage-gap") == (alone < 900 ? [long, longest] : [longest]))
    }

    @Test("a stretch is looked at for 7 days past either end")
    func horizon() {
        let family = SlowFamily(care: [SlowFamily.care("00:00", "24:00", .present)])

        let found = family.found("coverage-gap")

        #expect(found == ["critical coverage-gap kim 2026-08-31T00:00-2026-09-15T00:00"])
    }
}
