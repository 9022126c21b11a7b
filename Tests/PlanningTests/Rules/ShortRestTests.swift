import Household
import ICalendar
import Planning
import Testing

@Suite("short-rest")
struct ShortRestTests {
    private typealias Small = SmallHousehold

    /// Maya wants eleven hours of rest and works at these times.
    private func working(rest: Int = 11, _ times: (String, String)...) -> SmallHousehold {
        var small = SmallHousehold()
        small.change(Small.maya) { $0.work = WorkLimits(rest: rest * 3_600) }
        for (number, time) in times.enumerated() { small.add("work-\(number)", .work, [Small.maya], time.0, time.1) }
        return small
    }

    @Test(
        "a night may be as short as the rest that was set, but not a minute shorter",
        arguments: [("08:00", 0), ("07:59", 1)]
    )
    func rest(start: String, count: Int) {
        let small = working(("09:00", "21:00"), ("2026-11-25T\(start)", "2026-11-25T12:00"))
        let found = Found("maya 21:00-2026-11-25T\(start) warning")
        #expect(small.conflicts(ShortRest()) == Array(repeating: found, count: count))
    }

    @Test("a stretch is judged whole, also what lies before the evening", arguments: [("15:00", 0), ("15:01", 1)])
    func evening(end: String, count: Int) {
        let small = working(("09:00", end), ("2026-11-25T02:00", "2026-11-25T12:00"))
        #expect(small.conflicts(ShortRest()).count == count)
    }

    @Test("a stretch is judged whole, also what lies after noon", arguments: [("13:00", 0), ("12:59", 1)])
    func noon(start: String, count: Int) {
        let small = working(("09:00", "2026-11-25T02:00"), ("2026-11-25T\(start)", "2026-11-25T18:00"))
        #expect(small.conflicts(ShortRest(), to: "2026-11-26").count == count)
    }

    @Test("the stretch with the most time in the night counts, not the longest whole")
    func most() {
        let last = ("2026-11-25T12:30", "2026-11-25T18:00")
        let small = working(rest: 12, ("07:00", "08:00"), ("20:00", "2026-11-25T05:00"), last)
        #expect(
            small.conflicts(ShortRest(), to: "2026-11-26") == ["maya 2026-11-25T05:00-2026-11-25T12:30 warning"]
        )
    }

    @Test("of equals the first counts; a minute more makes the other one the longest")
    func equals() {
        let last = ("2026-11-25T12:00", "2026-11-25T18:00")
        let first = working(("09:00", "18:00"), ("22:00", "2026-11-25T08:00"), last)
        #expect(first.conflicts(ShortRest(), to: "2026-11-26") == ["maya 18:00-22:00 warning"])
        let second = working(("09:00", "18:00"), ("21:59", "2026-11-25T08:00"), last)
        #expect(
            second.conflicts(ShortRest(), to: "2026-11-26") == ["maya 2026-11-25T08:00-2026-11-25T12:00 warning"]
        )
    }

    @Test(
        "from noon to 18:00 there is no night: a stretch must have a minute of it",
        arguments: [("18:00", 0), ("18:01", 1)]
    )
    func day(start: String, count: Int) {
        let small = working(("2026-11-23T18:00", "12:00"), (start, "2026-11-25T12:00"))
        let found = Found("maya 12:00-\(start) warning")
        #expect(small.conflicts(ShortRest()) == Array(repeating: found, count: count))
    }

    @Test("a stretch that counts for two days is found once")
    func once() {
        let small = working(("2026-11-23T18:00", "11:00"), ("19:00", "2026-11-25T12:00"))
        #expect(small.conflicts(ShortRest()) == ["maya 11:00-19:00 warning"])
    }

    @Test("the stretch must lie between two pieces of work, each within seven days of the range")
    func between() {
        #expect(working(rest: 400, ("09:00", "21:00")).conflicts(ShortRest()) == [])
        let before = "2026-11-16T20:00"
        #expect(working(rest: 400, (before, "2026-11-17T00:00"), ("09:00", "21:00")).conflicts(ShortRest()) == [])
        let seen = working(rest: 400, (before, "2026-11-17T00:01"), ("09:00", "21:00"))
        #expect(seen.conflicts(ShortRest()) == ["maya 2026-11-17T00:01-09:00 warning"])
        let after = "2026-12-02T08:00"
        #expect(working(rest: 400, ("09:00", "21:00"), ("2026-12-02T00:00", after)).conflicts(ShortRest()) == [])
        let seenAfter = working(rest: 400, ("09:00", "21:00"), ("2026-12-01T23:59", after))
        #expect(seenAfter.conflicts(ShortRest()) == ["maya 21:00-2026-12-01T23:59 warning"])
    }

    @Test("a night is listed where its stretch reaches into the range", arguments: [("00:00", 0), ("00:01", 1)])
    func range(start: String, count: Int) {
        let small = working(("2026-11-23T09:00", "2026-11-23T20:00"), (start, "12:00"))
        #expect(small.conflicts(ShortRest()).count == count)
    }

    @Test("only work ends a rest, a parent's own, and only where something was set")
    func who() {
        var small = working(("09:00", "21:00"), ("2026-11-25T08:00", "2026-11-25T12:00"))
        small.change(Small.ama) { $0.work = WorkLimits(rest: 11 * 3_600) }
        small.add("party", .appointment, [Small.maya], "22:00", "23:00")
        small.add("idea", .work, [Small.maya], "22:00", "23:00") { $0.busy = false }
        for person in [Small.kofi, Small.ama] {
            small.add("late \(person)", .work, [person], "20:00", "23:00")
            small.add("early \(person)", .work, [person], "2026-11-25T06:00", "2026-11-25T08:00")
        }
        #expect(small.conflicts(ShortRest()) == [])
        small.change(Small.kofi) { $0.work = WorkLimits(rest: 11 * 3_600) }
        #expect(small.conflicts(ShortRest()) == ["kofi 23:00-2026-11-25T06:00 warning"])
    }

    @Test("says how long the rest is, how long it should be, and between which work")
    func words() throws {
        var small = working(("09:00", "21:00"), ("2026-11-25T07:59", "2026-11-25T12:00"))
        small.add("before", .work, [Small.maya], "06:00", "08:00")
        small.add("meal", .family, [Small.maya], "21:00", "22:00")
        let conflict = try #require(ShortRest().conflicts(in: small.plan()).first)
        #expect(
            conflict.message == "Maya has 10h 59m between work and work, less than the 11h that were set, "
                + "Tue 24 Nov 21:00 – Wed 25 Nov 07:59"
        )
        #expect(conflict.occurrences.map(\.entry.rawValue) == ["work-0", "work-1"])
    }

    @Test("a night is found from whatever part of it is asked for, and from what meets it")
    func touching() {
        let small = working(("09:00", "21:00"), ("2026-11-25T07:59", "2026-11-25T12:00"))
        let night: Found = "maya 21:00-2026-11-25T07:59 warning"
        for (from, to) in [
            ("20:00", "21:00"), ("22:00", "22:01"), ("2026-11-25T02:00", "2026-11-25T02:01"),
            ("2026-11-25T07:59", "2026-11-25T09:00"),
        ] {
            #expect(small.conflicts(ShortRest(), touching: from, to) == [night], "\(from)–\(to)")
        }
        #expect(small.conflicts(ShortRest(), touching: "20:00", "20:59") == [])
        #expect(small.conflicts(ShortRest(), touching: "2026-11-25T08:00", "2026-11-25T09:00") == [])
    }
}
