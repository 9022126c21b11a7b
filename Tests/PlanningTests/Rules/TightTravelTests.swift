import Household
import ICalendar
import Planning
import Testing

@Suite("tight-travel")
struct TightTravelTests {
    private typealias Small = SmallHousehold

    @Test(
        "the time to the next occurrence may be as long as the way, but not a minute shorter",
        arguments: [
            (nil, Small.school, "10:15", "10:14"), (Small.school, nil, "10:15", "10:14"),
            (Small.school, Small.office, "10:55", "10:54"), (Small.office, Small.school, "10:55", "10:54"),
        ] as [(ID<Place>?, ID<Place>?, String, String)]
    )
    func way(from: ID<Place>?, to: ID<Place>?, inTime: String, tight: String) {
        var small = SmallHousehold()
        small.add("one", .work, [Small.maya], "09:00", "10:00", at: from)
        small.add("two", .appointment, [Small.maya], inTime, "12:00", at: to)
        #expect(small.conflicts(TightTravel()) == [])
        small.add("two", .appointment, [Small.maya], tight, "12:00", at: to)
        #expect(small.conflicts(TightTravel()) == [Found("maya 10:00-\(tight) warning")])
    }

    @Test("a pair of places has its own way, whether longer or shorter", arguments: [("10:20", 0), ("10:19", 1)])
    func pair(start: String, count: Int) {
        var small = SmallHousehold()
        small.household.put(.travel(Travel(between: Travel.Pair(Small.office, Small.school), minutes: 20)))
        small.add("one", .work, [Small.maya], "09:00", "10:00", at: Small.school)
        small.add("two", .work, [Small.maya], start, "12:00", at: Small.office)
        #expect(small.conflicts(TightTravel()).count == count)
    }

    @Test("where the next begins as the first ends there is no time at all")
    func noTime() throws {
        var small = SmallHousehold()
        small.add("one", .work, [Small.maya], "09:00", "10:00")
        small.add("two", .appointment, [Small.maya], "10:00", "11:00", at: Small.school)
        #expect(small.conflicts(TightTravel()) == ["maya 10:00-10:00 warning"])
        let conflict = try #require(TightTravel().conflicts(in: small.plan()).first)
        #expect(conflict.message.hasPrefix("Maya has no time to get from “one” (home) to “two” (School)"))
    }

    @Test("only what comes next counts: not what overlaps, nor what comes after that")
    func next() {
        var small = SmallHousehold()
        small.add("one", .work, [Small.maya], "09:00", "10:00")
        small.add("overlapping", .appointment, [Small.maya], "09:59", "10:01", at: Small.school)
        small.add("two", .work, [Small.maya], "10:16", "10:20")
        small.add("three", .appointment, [Small.maya], "10:22", "11:00", at: Small.office)
        #expect(small.conflicts(TightTravel()) == ["maya 10:20-10:22 warning"])
    }

    @Test("of several that begin next at once each is one conflict, but not one at the same place")
    func several() {
        var small = SmallHousehold()
        small.add("one", .work, [Small.maya], "09:00", "10:00")
        small.add("here", .work, [Small.maya], "10:10", "10:12")
        small.add("school", .appointment, [Small.maya], "10:10", "12:00", at: Small.school)
        small.add("office", .appointment, [Small.maya], "10:10", "12:00", at: Small.office)
        let found = TightTravel().conflicts(in: small.plan())
        #expect(found.map { $0.occurrences.map(\.entry.rawValue) } == [["one", "office"], ["one", "school"]])
    }

    @Test("there is no way to somewhere nowhere known, nor from it: what comes then is next")
    func nowhere() {
        var small = SmallHousehold()
        small.add("one", .work, [Small.maya], "09:00", "10:00")
        small.add("trip", .away, [Small.maya], "10:00", "10:02")
        small.add("two", .appointment, [Small.maya], "10:05", "11:00", at: Small.school)
        #expect(small.conflicts(TightTravel()) == ["maya 10:00-10:05 warning"])
    }

    @Test("everybody has ways of their own, children too; two people's occurrences are no way")
    func people() {
        var small = SmallHousehold()
        small.add("club", .appointment, [Small.noah, Small.ama], "09:00", "10:00", at: Small.school)
        small.add("dinner", .family, [Small.noah, Small.ama], "10:10", "11:00")
        small.add("work", .work, [Small.maya], "10:10", "11:00")
        #expect(small.conflicts(TightTravel()) == ["noah 10:00-10:10 warning", "ama 10:00-10:10 warning"])
    }

    @Test("what is not busy is nowhere on the way")
    func notBusy() {
        var small = SmallHousehold()
        small.add("one", .work, [Small.maya], "09:00", "10:00")
        small.add("idea", .appointment, [Small.maya], "10:00", "10:01") { $0.busy = false }
        small.add("two", .appointment, [Small.maya], "10:02", "11:00", at: Small.school)
        #expect(small.conflicts(TightTravel()) == ["maya 10:00-10:02 warning"])
    }

    @Test(
        "a way without time is listed where it lies in the range, another where it reaches in",
        arguments: [
            ("00:00", "00:00", 1), ("2026-11-25T00:00", "2026-11-25T00:00", 0), ("2026-11-23T23:59", "00:00", 0),
            ("2026-11-23T23:59", "00:01", 1), ("23:59", "2026-11-25T00:05", 1),
        ]
    )
    func range(end: String, start: String, count: Int) {
        var small = SmallHousehold()
        small.add("one", .work, [Small.maya], "2026-11-23T09:00", end)
        small.add("two", .work, [Small.maya], start, "2026-11-25T11:00", at: Small.school)
        #expect(small.conflicts(TightTravel()).count == count)
    }

    @Test("says how much time there is, from where to where, and how long the way takes")
    func words() throws {
        var small = SmallHousehold()
        small.add("work", .work, [Small.maya], "09:00", "10:00")
        small.add("dentist", .appointment, [Small.maya], "10:14", "11:00", at: Small.school)
        let conflict = try #require(TightTravel().conflicts(in: small.plan()).first)
        #expect(
            conflict.message
                == "Maya has 14m to get from “work” (home) to “dentist” (School) at 10:14 on Tue 24 Nov; the way takes 15m"
        )
        #expect(conflict.occurrences.map(\.entry.rawValue) == ["work", "dentist"])
    }

    @Test("what begins while the next is on does not come next")
    func meanwhile() {
        var small = SmallHousehold()
        small.add("one", .work, [Small.maya], "09:00", "10:00")
        small.add("two", .work, [Small.maya], "10:10", "12:00")
        small.add("three", .appointment, [Small.maya], "10:11", "12:00", at: Small.school)
        #expect(small.conflicts(TightTravel()) == [])
    }

    @Test("a way is found from whatever part of it is asked for, and from what meets it")
    func touching() {
        var small = SmallHousehold()
        small.add("one", .work, [Small.maya], "09:00", "10:00")
        small.add("two", .appointment, [Small.maya], "10:39", "12:00", at: Small.office)
        let whole: Found = "maya 10:00-10:39 warning"
        for (from, to) in [("09:30", "10:00"), ("10:20", "10:21"), ("10:39", "10:40"), ("09:00", "12:00")] {
            #expect(small.conflicts(TightTravel(), touching: from, to) == [whole], "\(from)–\(to)")
        }
        #expect(small.conflicts(TightTravel(), touching: "09:00", "09:59") == [])
        #expect(small.conflicts(TightTravel(), touching: "10:40", "12:00") == [])
    }
}
