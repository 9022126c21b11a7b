import Household
import ICalendar
import Planning
import Testing

@Suite("overload-day and overload-week")
struct OverloadTests {
    private typealias Small = SmallHousehold

    /// Maya wants to work eight hours a day and twenty a week at the most.
    private func household(perDay: Int? = 8, perWeek: Int? = 20) -> SmallHousehold {
        var small = SmallHousehold()
        let limits = WorkLimits(perDay: perDay.map { $0 * 3_600 }, perWeek: perWeek.map { $0 * 3_600 })
        small.change(Small.maya) { $0.work = limits }
        return small
    }

    @Test("a day may have as much work as was set, but not a minute more", arguments: [("17:00", 0), ("17:01", 1)])
    func day(end: String, count: Int) {
        var small = household()
        small.add("morning", .work, [Small.maya], "08:00", "12:00")
        small.add("afternoon", .work, [Small.maya], "13:00", end)
        let whole: Found = "maya 00:00-2026-11-25T00:00 warning"
        #expect(small.conflicts(OverloadDay()) == Array(repeating: whole, count: count))
    }

    @Test("work at the same time counts once")
    func overlapping() {
        var small = household()
        small.add("one", .work, [Small.maya], "08:00", "14:00")
        small.add("two", .work, [Small.maya], "12:00", "16:00")
        #expect(small.conflicts(OverloadDay()) == [])
        small.add("three", .work, [Small.maya], "16:00", "16:01")
        #expect(small.conflicts(OverloadDay()).count == 1)
    }

    @Test("work over midnight is split there", arguments: [("08:00", 0), ("08:01", 1)])
    func midnight(end: String, count: Int) {
        var small = household()
        small.add("night", .work, [Small.maya], "2026-11-23T16:00", end)
        #expect(small.conflicts(OverloadDay(), from: "2026-11-23").count == count)
    }

    @Test("a day is a local day: this one has 25 hours", arguments: [(24, 1), (25, 0)])
    func clocks(limit: Int, count: Int) {
        var small = household(perDay: limit)
        small.add("shift", .work, [Small.maya], "2026-10-25T00:00", "2026-10-26T00:00")
        #expect(small.conflicts(OverloadDay(), from: "2026-10-25", to: "2026-10-26").count == count)
    }

    @Test(
        "a week may have as much work as was set, but not a minute more",
        arguments: [("2026-11-29T23:00", 0), ("2026-11-29T23:01", 1)]
    )
    func week(end: String, count: Int) {
        var small = household()
        small.add("before", .work, [Small.maya], "2026-11-22T20:00", "2026-11-23T00:00")
        small.add("monday", .work, [Small.maya], "2026-11-23T00:00", "2026-11-23T10:00")
        small.add("sunday", .work, [Small.maya], "2026-11-29T13:00", end)
        small.add("after", .work, [Small.maya], "2026-11-30T00:00", "2026-11-30T04:00")
        let whole: Found = "maya 2026-11-23T00:00-2026-11-30T00:00 warning"
        #expect(small.conflicts(OverloadWeek()) == Array(repeating: whole, count: count))
    }

    @Test("a week begins when the household says so; every week that the range touches is judged whole")
    func weekStart() {
        var small = household()
        small.household.settings.weekStart = .wednesday
        small.add("tuesday", .work, [Small.maya], "00:00", "20:01")
        small.add("wednesday", .work, [Small.maya], "2026-11-25T00:00", "2026-11-25T20:01")
        #expect(small.conflicts(OverloadWeek()) == ["maya 2026-11-18T00:00-2026-11-25T00:00 warning"])
        #expect(
            small.conflicts(OverloadWeek(), to: "2026-11-26") == [
                "maya 2026-11-18T00:00-2026-11-25T00:00 warning", "maya 2026-11-25T00:00-2026-12-02T00:00 warning",
            ]
        )
    }

    @Test("only a parent's work counts, and only where something was set")
    func who() {
        var small = household()
        small.change(Small.ama) { $0.work = WorkLimits(perDay: 60, perWeek: 60) }
        small.add("hers", .work, [Small.maya], "06:00", "12:00")
        small.add("fair", .appointment, [Small.maya], "12:00", "23:00")
        small.add("idea", .work, [Small.maya], "12:00", "23:00") { $0.busy = false }
        small.add("his", .work, [Small.kofi], "00:00", "2026-11-26T00:00")
        small.add("grandmother's", .work, [Small.ama], "08:00", "12:00")
        #expect(small.conflicts(OverloadDay()) == [])
        #expect(small.conflicts(OverloadWeek()) == [])
        small.change(Small.kofi) { $0.work = WorkLimits(perDay: 23 * 3_600, perWeek: 47 * 3_600) }
        #expect(small.conflicts(OverloadDay()) == ["kofi 00:00-2026-11-25T00:00 warning"])
        #expect(small.conflicts(OverloadWeek()) == ["kofi 2026-11-23T00:00-2026-11-30T00:00 warning"])
    }

    @Test("says how much work there is, and how much more that is than was set")
    func words() throws {
        var small = household()
        small.add("shift", .work, [Small.maya], "00:00", "20:01")
        let day = try #require(OverloadDay().conflicts(in: small.plan()).first)
        #expect(
            day.message == "Maya has 20h 1m of work on Tue 24 Nov, 12h 1m more than the 8h that were set"
        )
        let week = try #require(OverloadWeek().conflicts(in: small.plan()).first)
        #expect(
            week.message == "Maya has 20h 1m of work in the week of Mon 23 Nov, 1m more than the 20h that were set"
        )
        #expect(day.occurrences + week.occurrences == [])
    }

    @Test("a day and a week are found from whatever meets them, and not from what lies apart")
    func touching() {
        var small = household()
        small.household.settings.weekStart = .tuesday
        small.add("shift", .work, [Small.maya], "00:00", "20:01")
        let (day, week): (Found, Found) = ("maya 00:00-2026-11-25T00:00 warning", "maya 00:00-2026-12-01T00:00 warning")
        for (from, to) in [("2026-11-23T23:00", "00:00"), ("10:00", "10:01"), ("2026-11-25T00:00", "2026-11-25T01:00")]
        {
            #expect(small.conflicts(OverloadDay(), touching: from, to) == [day])
        }
        for (from, to) in [("2026-11-23T23:00", "00:00"), ("10:00", "10:01"), ("2026-12-01T00:00", "2026-12-01T01:00")]
        {
            #expect(small.conflicts(OverloadWeek(), touching: from, to) == [week])
        }
        for (from, to) in [("2026-11-23T22:00", "2026-11-23T23:00"), ("2026-12-01T00:01", "2026-12-01T01:00")] {
            #expect(small.conflicts(OverloadDay(), touching: from, to) == [])
            #expect(small.conflicts(OverloadWeek(), touching: from, to) == [])
        }
    }
}
