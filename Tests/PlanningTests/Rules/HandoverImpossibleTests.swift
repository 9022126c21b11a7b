import Household
import ICalendar
import Planning
import Testing

@Suite("handover")
struct HandoverImpossibleTests {
    private typealias Small = SmallHousehold

    /// Noah's school on Tuesday from 08:15 to 14:15.
    private func schoolDay(_ change: (inout Entry) -> Void = { _ in }) -> SmallHousehold {
        var small = SmallHousehold()
        small.add("school", .school, [Small.noah], "08:15", "14:15", at: Small.school, with: change)
        return small
    }

    @Test("with parents at home nothing is wrong")
    func free() {
        #expect(schoolDay().conflicts(HandoverImpossible()) == [])
    }

    @Test("nobody is named and no parent can: critical, from leaving home to coming back")
    func nobody() throws {
        var small = schoolDay()
        small.add("trip", .away, [Small.maya], "07:00", "18:00", at: Small.office)
        small.add("call", .work, [Small.kofi], "14:00", "15:00")
        #expect(small.conflicts(HandoverImpossible()) == ["noah 14:00-14:30 critical"])
        let conflict = try #require(HandoverImpossible().conflicts(in: small.plan()).first)
        #expect(conflict.message == "No parent can fetch Noah from School at 14:15 on Tue 24 Nov")
        #expect(conflict.subject == .fetching)
    }

    @Test("the one named can't and another parent can: a warning that says so")
    func named() throws {
        var small = schoolDay { $0.pickUp = Small.kofi }
        small.add("call", .work, [Small.kofi], "14:00", "15:00")
        #expect(small.conflicts(HandoverImpossible()) == ["noah 14:00-14:30 warning"])
        let conflict = try #require(HandoverImpossible().conflicts(in: small.plan()).first)
        #expect(conflict.message == "Kofi cannot fetch Noah from School at 14:15 on Tue 24 Nov; Maya could")
        small.add("too", .work, [Small.maya], "14:00", "15:00")
        #expect(small.conflicts(HandoverImpossible()) == ["noah 14:00-14:30 critical"])
    }

    @Test("what ends just early enough for the way, or begins just late enough, is in nobody's way")
    func way() {
        var small = schoolDay { $0.dropOff = Small.maya }
        small.add("before", .work, [Small.maya], "07:00", "08:00")
        small.add("after", .work, [Small.maya], "08:30", "09:00")
        #expect(small.conflicts(HandoverImpossible()) == [])
        small.add("after", .work, [Small.maya], "08:29", "09:00")
        #expect(small.conflicts(HandoverImpossible()) == ["noah 08:00-08:30 warning"])
        small.add("after", .work, [Small.maya], "08:30", "09:00")
        small.add("late", .work, [Small.maya], "07:00", "08:01")
        #expect(small.conflicts(HandoverImpossible()) == ["noah 08:00-08:30 warning"])
    }

    @Test("something at the school itself is in nobody's way; care and family never are")
    func there() {
        var small = schoolDay { $0.dropOff = Small.maya }
        small.add("meeting", .appointment, [Small.maya], "08:00", "09:00", at: Small.school)
        small.add("dinner", .family, [Small.maya], "08:00", "08:30")
        #expect(small.conflicts(HandoverImpossible()) == [])
    }

    @Test("the one named can't be named for another place at nearly the same time")
    func twoPlaces() {
        var small = schoolDay { $0.dropOff = Small.maya }
        small.household.put(
            .person(Person(id: ID(trusted: "lena"), name: "Lena", role: .child))
        )
        small.add("nursery", .school, [ID(trusted: "lena")], "08:30", "14:15", at: Small.office) {
            $0.dropOff = Small.maya
        }
        #expect(
            small.conflicts(HandoverImpossible()) == ["noah 08:00-08:30 warning", "lena 07:50-09:10 warning"]
        )
        // From the school to the office it is 55 minutes.
        for (start, count) in [("09:09", 2), ("09:10", 0)] {
            small.add("nursery", .school, [ID(trusted: "lena")], start, "14:15", at: Small.office) {
                $0.dropOff = Small.maya
            }
            #expect(small.conflicts(HandoverImpossible()).count == count, "\(start)")
        }
    }

    @Test("a child that travels alone, or already is or stays there, needs nobody")
    func notNeeded() {
        var small = schoolDay()
        small.add("trip", .away, [Small.maya, Small.kofi], "07:00", "18:00", at: Small.office)
        small.add("club", .school, [Small.noah], "14:25", "16:00", at: Small.school)
        small.add("early", .school, [Small.noah], "07:30", "08:05", at: Small.school)
        #expect(small.conflicts(HandoverImpossible()) == ["noah 07:15-07:45 critical", "noah 15:45-16:15 critical"])
        small.change(Small.noah) { $0.escort = false }
        #expect(small.conflicts(HandoverImpossible()) == [])
    }

    @Test("a child that is out with an adult, or just was, is not there to be fetched")
    func out() {
        var small = schoolDay()
        small.add("trip", .away, [Small.maya, Small.kofi], "07:00", "18:00", at: Small.office) { $0.busy = true }
        small.add("doctor", .appointment, [Small.noah, Small.ama], "13:00", "13:46")
        #expect(small.conflicts(HandoverImpossible()) == ["noah 08:00-08:30 critical"])
        small.add("doctor", .appointment, [Small.noah, Small.ama], "13:00", "13:45")
        #expect(
            small.conflicts(HandoverImpossible()) == ["noah 08:00-08:30 critical", "noah 14:00-14:30 critical"]
        )
        for (from, to) in [("13:00", "14:15"), ("14:15", "15:00")] {
            small.add("doctor", .appointment, [Small.noah, Small.ama], from, to)
            #expect(small.conflicts(HandoverImpossible()) == ["noah 08:00-08:30 critical"], "\(from)–\(to)")
        }
    }

    @Test(
        "care elsewhere asks for handovers where only carers have it",
        arguments: [([Small.ama], 2), ([Small.ama, Small.maya], 0), ([Small.maya], 0), ([], 0)]
    )
    func care(adults: [ID<Person>], count: Int) {
        var small = SmallHousehold()
        small.add("trip", .away, [Small.maya, Small.kofi], "07:00", "18:00", at: Small.office)
        small.add("care", .care, adults, "09:00", "12:00", for: [Small.noah], at: Small.school)
        #expect(small.conflicts(HandoverImpossible()).count == count)
    }

    @Test("nobody is brought to what is at home, nor fetched from there")
    func home() {
        var small = SmallHousehold()
        small.add("trip", .away, [Small.maya, Small.kofi], "07:00", "18:00", at: Small.office)
        small.add("care", .care, [Small.ama], "09:00", "12:00", for: [Small.noah])
        #expect(small.conflicts(HandoverImpossible()) == [])
    }

    @Test("bringing is found as such, and in whatever part of its way is asked for")
    func bringing() throws {
        var small = schoolDay { $0.dropOff = Small.maya }
        small.add("work", .work, [Small.maya], "08:00", "08:30")
        let conflict = try #require(HandoverImpossible().conflicts(in: small.plan()).first)
        #expect(conflict.message == "Maya cannot bring Noah to School at 08:15 on Tue 24 Nov; Kofi could")
        #expect(conflict.subject == .bringing)
        let whole: Found = "noah 08:00-08:30 warning"
        #expect(small.conflicts(HandoverImpossible(), touching: "07:00", "08:00") == [whole])
        #expect(small.conflicts(HandoverImpossible(), touching: "08:30", "09:00") == [whole])
        #expect(small.conflicts(HandoverImpossible(), touching: "07:00", "07:59") == [])
    }
}
