import Household
import ICalendar
import Planning
import Testing

/// What follows changes step by step.
@Suite("following changes")
struct EvaluationTests {
    typealias Small = SmallHousehold

    /// Noah needs somebody on the Tuesday alone, from 08:00 to 18:00.
    func household(minimumGap: Int = 600) -> SmallHousehold {
        var small = SmallHousehold(minimumGap: minimumGap)
        let day = CareWindow(window: Small.window("08:00", "18:00", on: [.tuesday]), level: .present)
        small.change(Small.noah) { $0.care = [day] }
        return small
    }

    /// The same without any need of care.
    func adults() -> SmallHousehold {
        var small = household()
        small.change(Small.noah) { $0.care = [] }
        return small
    }

    @Test("a gap shrinks, splits, joins and closes as care comes, moves and goes")
    func gaps() {
        var week = Follower(household())
        #expect(week.found == ["coverage-gap noah 08:00-18:00 critical"])
        let morning = week.found { $0.add("a", .care, [Small.maya], "08:00", "12:00", for: [Small.noah]) }
        #expect(morning == ["coverage-gap noah 12:00-18:00 critical"])
        let both = week.found { $0.add("b", .care, [Small.kofi], "13:00", "15:00", for: [Small.noah]) }
        #expect(both == ["coverage-gap noah 12:00-13:00 critical", "coverage-gap noah 15:00-18:00 critical"])
        let later = week.found { $0.add("b", .care, [Small.kofi], "12:00", "17:00", for: [Small.noah]) }
        #expect(later == ["coverage-gap noah 17:00-18:00 critical"])
        #expect(week.found { $0.add("c", .care, [Small.maya], "17:00", "18:00", for: [Small.noah]) } == [])
        #expect(week.found { $0.remove("b") } == ["coverage-gap noah 12:00-17:00 critical"])
        let none = week.found {
            $0.remove("a")
            $0.remove("c")
        }
        #expect(none == ["coverage-gap noah 08:00-18:00 critical"])
    }

    @Test("what a night asks for is the same where only its end is looked at again")
    func night() {
        var small = household()
        let night = CareWindow(window: Small.window("20:00", "06:00", on: [.monday]), level: .present)
        small.change(Small.noah) { $0.care = [night] }
        var week = Follower(small)
        let gap = "coverage-gap noah 2026-11-23T20:00-06:00 critical"
        #expect(week.found == [gap])
        // The ways and the handovers up to four hours before may be others.
        #expect(week.found { $0.add("late", .work, [Small.maya], "08:00", "09:00") } == [gap])
    }

    @Test("what is given to somebody else is theirs, and no longer the other's")
    func people() {
        var small = adults()
        small.add("a", .work, [Small.maya], "09:00", "10:00")
        small.add("b", .appointment, [Small.maya], "09:30", "10:00")
        small.add("c", .appointment, [Small.kofi], "09:00", "09:15")
        var week = Follower(small)
        #expect(week.found == ["double-booked maya 09:30-10:00 critical"])
        let given = week.found { $0.add("a", .work, [Small.kofi], "09:00", "10:00") }
        #expect(given == ["double-booked kofi 09:00-09:15 critical"])
        let both = week.found { $0.add("a", .work, [Small.kofi, Small.maya], "09:00", "10:00") }
        #expect(both == ["double-booked kofi 09:00-09:15 critical", "double-booked maya 09:30-10:00 critical"])
        #expect(week.found { $0.add("a", .work, [], "09:00", "10:00") } == [])
    }

    @Test("what uses a thing from now on, or no longer")
    func resources() {
        var small = adults()
        let car = ID<Resource>(trusted: "car")
        small.household.put(.resource(Resource(id: car, name: "Car")))
        small.add("a", .work, [Small.maya], "09:00", "10:00") { $0.resources = [car] }
        small.add("b", .appointment, [Small.kofi], "09:30", "10:00")
        var week = Follower(small)
        let found = week.found { $0.add("b", .appointment, [Small.kofi], "09:30", "10:00") { $0.resources = [car] } }
        #expect(found == ["resource-clash  09:30-10:00 warning"])
        #expect(week.found { $0.add("a", .work, [Small.maya], "09:00", "10:00") } == [])
    }

    @Test("what only moves, is only called something else, or only tentative, is followed too")
    func small() {
        var small = adults()
        small.add("a", .work, [Small.maya], "09:00", "10:00")
        small.add("b", .appointment, [Small.maya], "09:30", "11:00")
        var week = Follower(small)
        let moved = week.found { $0.add("a", .work, [Small.maya], "2026-11-26T09:00", "2026-11-26T10:00") }
        #expect(moved == [])
        let back = week.found { $0.add("a", .work, [Small.maya], "10:30", "12:00") }
        #expect(back == ["double-booked maya 10:30-11:00 critical"])
        // The words are in the conflict's message.
        #expect(week.found { $0.add("a", .work, [Small.maya], "10:30", "12:00") { $0.title = "call" } } == back)
        let maybe = week.found { $0.add("a", .work, [Small.maya], "10:30", "12:00") { $0.tentative = true } }
        #expect(maybe == ["double-booked maya 10:30-11:00 warning"])
    }

    @Test("a week that two changes touch is found once")
    func twoDays() {
        var small = adults()
        small.change(Small.maya) { $0.work = WorkLimits(perWeek: 8 * 3_600) }
        small.add("a", .work, [Small.maya], "09:00", "12:00")
        var week = Follower(small)
        let found = week.found {
            $0.add("a", .work, [Small.maya], "09:00", "13:00")
            $0.add("b", .work, [Small.maya], "2026-11-27T09:00", "2026-11-27T13:01")
        }
        #expect(found == ["overload-week maya 2026-11-23T00:00-2026-11-30T00:00 warning"])
    }

    @Test("a change of anything but entries is followed too")
    func settings() {
        var small = SmallHousehold()
        small.add("morning", .care, [SmallHousehold.maya], "08:00", "12:00", for: [SmallHousehold.noah])
        let before = Evaluation(small.plan())
        let old = small.household.settings
        var new = old
        new.minimumGap = 7 * 3_600
        small.household.put(.settings(new))

        let after = before.after([Change(from: .settings(old), to: .settings(new))], in: small.household)

        #expect(before.conflicts.map(\.kind) == [.coverageGap])
        #expect(after.conflicts == [])
    }

    @Test("deadlines that differ in their id alone keep their order when a change is followed")
    func alike() {
        var small = SmallHousehold(need: [])
        small.changeJob { job in
            let due = SmallHousehold.wall("18:00")
            job.deadlines = (0..<8).map {
                Deadline(id: ID(trusted: "report-\($0)"), title: "Report", due: due, remaining: 3_600)
            }
        }
        let before = Evaluation(small.plan())
        small.add("call", .appointment, [SmallHousehold.kofi], "09:00", "10:00")
        let call = small.household.entries[ID(trusted: "call")].map { Change(adding: .entry($0)) }

        let after = before.after([call].compactMap(\.self), in: small.household)

        #expect(before.conflicts.count == 8)
        #expect(after.conflicts == Evaluation(small.plan()).conflicts)
    }
}
