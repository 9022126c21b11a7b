import Household
import ICalendar
import Planning
import Testing

/// How far from a change something else has to be looked at again.
extension EvaluationTests {
    @Test("a handover is settled again where somebody comes from far before it, or has to be far away after it")
    func ways() {
        var small = adults()
        small.add("school", .school, [Small.noah], "08:15", "14:15", at: Small.school) {
            ($0.dropOff, $0.pickUp) = (Small.maya, Small.maya)
        }
        // The office is 55 minutes from the school.
        small.add("early", .appointment, [Small.maya], "06:20", "07:20", at: Small.office)
        small.add("late", .appointment, [Small.maya], "15:10", "16:00", at: Small.office)
        var week = Follower(small)
        #expect(week.found == [])
        let early = week.found { $0.add("early", .appointment, [Small.maya], "06:20", "07:21", at: Small.office) }
        #expect(early == ["handover noah 08:00-08:30 warning"])
        #expect(week.found { $0.remove("early") } == [])
        let late = week.found { $0.add("late", .appointment, [Small.maya], "15:09", "16:00", at: Small.office) }
        #expect(late == ["handover noah 14:00-14:30 warning"])
    }

    @Test("where only some of a day is looked at again, ways and handovers just beyond count all the same")
    func edges() {
        var small = household()
        small.add("zoo", .family, [Small.noah, Small.kofi], "13:30", "15:00", at: Small.office)
        var week = Follower(small)
        let gaps = ["coverage-gap noah 08:00-12:50 critical", "coverage-gap noah 15:40-18:00 critical"]
        #expect(week.found == gaps)
        // What begins more than four hours and ten minutes later is not looked at again.
        #expect(week.found { $0.add("call", .work, [Small.maya], "08:00", "09:00") } == gaps)

        small = adults()
        let lena = ID<Person>(trusted: "lena")
        small.household.put(.person(Person(id: lena, name: "Lena", role: .child)))
        small.add("school", .school, [Small.noah], "13:00", "20:00", at: Small.school) { $0.dropOff = Small.maya }
        small.add("nursery", .school, [lena], "13:20", "20:00", at: Small.office) { $0.dropOff = Small.maya }
        week = Follower(small)
        let both = ["handover lena 12:40-14:00 warning", "handover noah 12:45-13:15 warning"]
        #expect(week.found == both)
        #expect(week.found { $0.add("call", .work, [Small.maya], "08:00", "09:00") } == both)
    }

    @Test("what a change does not reach stays as it was, on the next day too")
    func nextDay() {
        var small = adults()
        small.add("school", .school, [Small.noah], "13:00", "20:00", at: Small.school) { $0.dropOff = Small.maya }
        small.add("call", .work, [Small.maya], "12:30", "13:30")
        var week = Follower(small)
        let handover = ["handover noah 12:45-13:15 warning"]
        #expect(week.found == handover)
        #expect(week.found { $0.add("mail", .work, [Small.kofi], "2026-11-23T08:00", "2026-11-23T09:00") } == handover)
    }

    @Test("what lies beyond the days that are looked at again is there once")
    func beyond() {
        var small = adults()
        small.add("a", .work, [Small.maya], "2026-11-27T09:00", "2026-11-27T10:00")
        small.add("b", .work, [Small.maya], "2026-11-27T09:30", "2026-11-27T10:00")
        var week = Follower(small)
        let clash = ["double-booked maya 2026-11-27T09:30-2026-11-27T10:00 critical"]
        #expect(week.found == clash)
        #expect(week.found { $0.add("c", .work, [Small.kofi], "2026-11-23T09:00", "2026-11-23T10:00") } == clash)
    }

    @Test("what changes on the very edge of what is thought through, a week before the range or after it")
    func edgeOfReach() {
        var week = Follower(SmallHousehold(need: [("00:00", "00:00", .present)]))
        #expect(week.found == ["coverage-gap noah 2026-11-16T00:00-2026-12-07T00:00 critical"])
        let before = week.found {
            $0.add("before", .care, [Small.maya], "2026-11-15T20:00", "2026-11-16T06:00", for: [Small.noah])
        }
        #expect(before == ["coverage-gap noah 2026-11-16T06:00-2026-12-07T00:00 critical"])
        let after = week.found {
            $0.add("after", .care, [Small.maya], "2026-12-06T20:00", "2026-12-07T06:00", for: [Small.noah])
        }
        #expect(after == ["coverage-gap noah 2026-11-16T06:00-2026-12-06T20:00 critical"])
    }

    @Test("a child that would have stayed there is to be fetched where what it stayed for is gone")
    func stays() {
        var small = household(minimumGap: 6 * 3_600)
        small.change(Small.noah) { $0.care = [] }
        small.add("school", .school, [Small.noah], "08:00", "10:00", at: Small.school)
        small.add("club", .school, [Small.noah], "15:30", "17:00", at: Small.school)
        small.add("trip", .away, [Small.maya, Small.kofi], "09:00", "11:00", at: Small.office)
        var week = Follower(small)
        #expect(week.found == [])
        #expect(week.found { $0.remove("club") } == ["handover noah 09:45-10:15 critical"])
        let again = week.found { $0.add("club", .school, [Small.noah], "15:30", "17:00", at: Small.school) }
        #expect(again == [])
    }

    @Test("which of a night's stretches is the rest is asked again where the other one changes")
    func rest() {
        var small = adults()
        small.change(Small.maya) { $0.work = WorkLimits(rest: 11 * 3_600) }
        small.add("a", .work, [Small.maya], "09:00", "14:00")
        small.add("b", .work, [Small.maya], "2026-11-25T00:00", "2026-11-25T03:00")
        small.add("c", .work, [Small.maya], "2026-11-25T08:00", "2026-11-25T12:00")
        var week = Follower(small)
        #expect(week.found == ["short-rest maya 14:00-2026-11-25T00:00 warning"])
        let found = week.found { $0.add("c", .work, [Small.maya], "2026-11-25T12:30", "2026-11-25T16:00") }
        #expect(found == ["short-rest maya 2026-11-25T03:00-2026-11-25T12:30 warning"])
    }
}
