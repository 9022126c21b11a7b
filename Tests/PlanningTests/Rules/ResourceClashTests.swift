import Household
import ICalendar
import Planning
import Testing

@Suite("resource-clash")
struct ResourceClashTests {
    private typealias Small = SmallHousehold

    private static let car = ID<Resource>(trusted: "car")
    private static let room = ID<Resource>(trusted: "room")

    /// A household with a car and a quiet room.
    private func household() -> SmallHousehold {
        var small = SmallHousehold()
        small.household.put(.resource(Resource(id: Self.car, name: "Car")))
        small.household.put(.resource(Resource(id: Self.room, name: "Quiet room")))
        return small
    }

    @Test("two that use the same thing, for as long as they overlap")
    func overlap() throws {
        var small = household()
        small.add("call", .work, [Small.maya], "09:00", "12:00") { $0.resources = [Self.room] }
        small.add("violin", .appointment, [Small.noah], "11:30", "12:30") { $0.resources = [Self.room] }
        let conflict = try #require(ResourceClash().conflicts(in: small.plan()).first)
        #expect(small.conflicts(ResourceClash()) == [" 11:30-12:00 warning"])
        #expect(conflict.message == "Quiet room is needed for “call” and “violin”, Tue 24 Nov 11:30–12:00")
        #expect(conflict.people == [])
        #expect(conflict.subject == .resource(Self.room))
        #expect(conflict.occurrences.map(\.entry.rawValue) == ["call", "violin"])
    }

    @Test("one that begins when the other ends does not overlap", arguments: [("12:00", 0), ("11:59", 1)])
    func touching(start: String, count: Int) {
        var small = household()
        small.add("one", .work, [Small.maya], "09:00", "12:00") { $0.resources = [Self.car] }
        small.add("two", .work, [Small.kofi], start, "13:00") { $0.resources = [Self.car] }
        #expect(small.conflicts(ResourceClash()).count == count)
    }

    @Test("whether or not they have people; one person's two clash too")
    func people() {
        var small = household()
        small.add("repair", .appointment, [], "09:00", "10:00") { $0.resources = [Self.car] }
        small.add("lent", .appointment, [], "09:30", "10:00") { $0.resources = [Self.car] }
        small.add("one", .work, [Small.maya], "11:00", "12:00") { $0.resources = [Self.car] }
        small.add("two", .care, [Small.maya], "11:30", "12:00", for: [Small.noah]) { $0.resources = [Self.car] }
        #expect(small.conflicts(ResourceClash()) == [" 09:30-10:00 warning", " 11:30-12:00 warning"])
    }

    @Test("work uses what its stream uses, unless it says something else")
    func stream() {
        var small = household()
        small.changeJob { $0.resources = [Self.room] }
        small.add("one", .work, [Small.maya], "09:00", "10:00")
        small.add("two", .work, [Small.maya], "09:10", "09:20")
        small.add("outside", .work, [Small.maya], "09:30", "09:40") { $0.resources = [] }
        #expect(small.conflicts(ResourceClash()) == [" 09:10-09:20 warning"])
    }

    @Test("three at once are three pairs; one that is over is in no pair any more")
    func pairs() {
        var small = household()
        for name in ["a", "b", "c"] {
            small.add(name, .work, [Small.maya], "09:00", "10:00") { $0.resources = [Self.car] }
        }
        small.add("d", .work, [Small.maya], "10:00", "11:00") { $0.resources = [Self.car] }
        let found = ResourceClash().conflicts(in: small.plan())
        #expect(found.map { $0.occurrences.map(\.entry.rawValue) } == [["a", "b"], ["a", "c"], ["b", "c"]])
    }

    @Test("each thing is a conflict of its own, once; different things are none")
    func things() {
        var small = household()
        let both = [Self.room, Self.car, Self.room]
        small.add("one", .work, [Small.maya], "09:00", "10:00") { $0.resources = both }
        small.add("two", .work, [Small.maya], "09:00", "10:00") { $0.resources = both }
        small.add("three", .work, [Small.maya], "11:00", "12:00") { $0.resources = [Self.car] }
        small.add("four", .work, [Small.maya], "11:00", "12:00") { $0.resources = [Self.room] }
        let found = ResourceClash().conflicts(in: small.plan())
        #expect(found.map(\.subject) == [.resource(Self.car), .resource(Self.room)])
    }

    @Test("what is not busy, or has no length, uses nothing")
    func nothing() {
        var small = household()
        small.add("one", .work, [Small.maya], "09:00", "10:00") { $0.resources = [Self.car] }
        small.add("idea", .appointment, [], "09:00", "10:00") {
            $0.resources = [Self.car]
            $0.busy = false
        }
        small.add("mark", .appointment, [], "09:30", "09:30") { $0.resources = [Self.car] }
        #expect(small.conflicts(ResourceClash()) == [])
    }

    @Test("an overlap that reaches into the range is listed, and whole", arguments: [("00:00", 0), ("00:01", 1)])
    func range(end: String, count: Int) {
        var small = household()
        small.add("one", .work, [Small.maya], "2026-11-23T22:00", end) { $0.resources = [Self.car] }
        small.add("two", .work, [Small.kofi], "2026-11-23T23:00", "03:00") { $0.resources = [Self.car] }
        let whole = Found(" 2026-11-23T23:00-00:01 warning")
        #expect(small.conflicts(ResourceClash()) == Array(repeating: whole, count: count))
    }

    @Test("an overlap is found from whatever part of it is asked for, and from what meets it")
    func span() {
        var small = household()
        small.add("one", .work, [Small.maya], "09:00", "12:00") { $0.resources = [Self.car] }
        small.add("two", .work, [Small.kofi], "11:00", "13:00") { $0.resources = [Self.car] }
        let overlap: Found = " 11:00-12:00 warning"
        for (from, to) in [("10:00", "11:00"), ("11:30", "11:31"), ("12:00", "14:00")] {
            #expect(small.conflicts(ResourceClash(), touching: from, to) == [overlap], "\(from)–\(to)")
        }
        #expect(small.conflicts(ResourceClash(), touching: "09:00", "10:59") == [])
        #expect(small.conflicts(ResourceClash(), touching: "12:01", "14:00") == [])
    }
}
