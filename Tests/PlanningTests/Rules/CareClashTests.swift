import Household
import ICalendar
import Planning
import Testing

@Suite("care-clash")
struct CareClashTests {
    private typealias Small = SmallHousehold

    @Test("a call during one's own care time")
    func call() throws {
        var small = SmallHousehold()
        small.add("duty", .care, [Small.maya], "13:00", "17:00", for: [Small.noah])
        small.add("call", .work, [Small.maya], "14:00", "15:00")
        #expect(small.conflicts(CareClash()) == ["maya 14:00-15:00 warning"])
        let conflict = try #require(CareClash().conflicts(in: small.plan()).first)
        #expect(conflict.message == "Maya is on duty for Noah, but also has “call”, Tue 24 Nov 14:00–15:00")
        #expect(conflict.occurrences.map(\.entry.rawValue) == ["duty", "call"])
    }

    @Test(
        "attention must fit the level that the child needs",
        arguments: [
            (CareLevel.nearby, Attention.call, 0), (.present, .light, 0), (.present, .focus, 1), (.handsOn, .free, 0),
            (.handsOn, .light, 1),
        ]
    )
    func levels(level: CareLevel, attention: Attention, count: Int) {
        var small = SmallHousehold(need: [("08:00", "18:00", level)])
        small.add("duty", .care, [Small.maya], "13:00", "17:00", for: [Small.noah])
        small.add("work", .work, [Small.maya], "14:00", "15:00") { $0.attention = attention }
        #expect(small.conflicts(CareClash()).count == count)
    }

    @Test("whatever happens at another place clashes, other care too")
    func place() {
        var small = SmallHousehold()
        small.add("duty", .care, [Small.maya], "13:00", "17:00", for: [Small.noah])
        small.add("there", .care, [Small.maya], "14:00", "15:00", for: [Small.noah], at: Small.school)
        small.add("dinner", .family, [Small.maya], "16:00", "16:30")
        #expect(small.conflicts(CareClash()) == ["maya 14:00-15:00 warning"])
    }

    @Test("not while the child is at school, out with an adult, or needs nobody")
    func covered() {
        var small = SmallHousehold(need: [("08:00", "15:00", .present)])
        small.add("duty", .care, [Small.maya], "08:00", "18:00", for: [Small.noah])
        small.add("work", .work, [Small.maya], "08:00", "18:00")
        small.add("school", .school, [Small.noah], "08:00", "13:00", at: Small.school)
        small.add("swim", .appointment, [Small.noah, Small.kofi], "13:00", "14:00")
        #expect(small.conflicts(CareClash()) == ["maya 14:00-15:00 warning"])
    }

    @Test("clashes that meet are one stretch of the adult")
    func stretches() {
        var small = SmallHousehold()
        small.add("duty", .care, [Small.maya], "13:00", "17:00", for: [Small.noah])
        small.add("one", .work, [Small.maya], "14:00", "15:00")
        small.add("two", .work, [Small.maya], "15:00", "15:30")
        small.add("three", .work, [Small.maya], "16:00", "16:30")
        #expect(small.conflicts(CareClash()) == ["maya 14:00-15:30 warning", "maya 16:00-16:30 warning"])
    }

    @Test("what is in the midst of something longer ends nothing")
    func nested() {
        var small = SmallHousehold()
        small.add("duty", .care, [Small.maya], "13:00", "17:00", for: [Small.noah])
        small.add("long", .work, [Small.maya], "14:00", "16:00")
        small.add("short", .work, [Small.maya], "14:30", "15:00")
        #expect(small.conflicts(CareClash()) == ["maya 14:00-16:00 warning"])
    }

    @Test("a duty for two children clashes from when the first of them needs somebody", arguments: [true, false])
    func twoChildren(isNoahFirst: Bool) {
        var small = SmallHousehold()
        let lena = ID<Person>(trusted: "lena")
        let care = CareWindow(window: Small.window("14:30", "18:00"), level: .present)
        small.household.put(.person(Person(id: lena, name: "Lena", role: .child, care: [care])))
        let children = isNoahFirst ? [Small.noah, lena] : [lena, Small.noah]
        small.add("duty", .care, [Small.maya], "13:00", "17:00", for: children)
        small.add("work", .work, [Small.maya], "14:00", "16:00")
        #expect(small.conflicts(CareClash()) == ["maya 14:00-16:00 warning"])
    }

    @Test("whatever part of it is asked for, a stretch is found whole; one that lies apart is not")
    func touching() {
        var small = SmallHousehold()
        small.add("duty", .care, [Small.maya], "13:00", "17:00", for: [Small.noah])
        small.add("one", .work, [Small.maya], "13:30", "14:00")
        small.add("two", .work, [Small.maya], "14:00", "15:00")
        small.add("three", .work, [Small.maya], "15:00", "15:30")
        small.add("four", .work, [Small.maya], "16:00", "16:30")
        let whole: Found = "maya 13:30-15:30 warning"
        for (from, to) in [("14:10", "14:20"), ("13:00", "13:30"), ("15:30", "15:59"), ("13:00", "15:59")] {
            #expect(small.conflicts(CareClash(), touching: from, to) == [whole], "\(from)–\(to)")
        }
        #expect(small.conflicts(CareClash(), touching: "15:31", "15:59") == [])
        #expect(small.conflicts(CareClash(), touching: "15:30", "16:00") == [whole, "maya 16:00-16:30 warning"])
    }

    @Test("what the child needs counts when it needs it, also while nobody has it")
    func levelsChange() {
        var small = SmallHousehold(need: [("08:00", "14:00", .nearby), ("14:00", "18:00", .present)])
        small.add("duty", .care, [Small.maya], "13:00", "17:00", for: [Small.noah])
        small.add("club", .appointment, [Small.noah], "12:30", "17:30", at: Small.school)
        small.add("call", .work, [Small.maya], "13:30", "15:00") { $0.attention = .call }
        #expect(small.conflicts(CareClash()) == ["maya 14:00-15:00 warning"])
    }

    @Test("where only the duty and what clashes with it are on, but nobody is needed yet, nothing is found")
    func touchingBefore() {
        var small = SmallHousehold(need: [("14:30", "18:00", .present)])
        small.add("duty", .care, [Small.maya], "13:00", "17:00", for: [Small.noah])
        small.add("work", .work, [Small.maya], "14:00", "15:00")
        #expect(small.conflicts(CareClash(), touching: "14:00", "14:29") == [])
        #expect(small.conflicts(CareClash(), touching: "14:00", "14:30") == ["maya 14:30-15:00 warning"])
    }
}
