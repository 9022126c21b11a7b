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
}
