import Household
import ICalendar
import Planning
import Testing

@Suite("stream-hours")
struct StreamHoursTests {
    private typealias Small = SmallHousehold

    /// Maya's job should have ten to twenty hours a week.
    private func household(min: Int? = 10, max: Int? = 20) -> SmallHousehold {
        var small = SmallHousehold()
        small.changeJob { $0.weekly = WeeklyHours(min: min.map { $0 * 3_600 }, max: max.map { $0 * 3_600 }) }
        return small
    }

    @Test(
        "a week may have as few or as many hours as were set, but not a minute less or more",
        arguments: [("09:59", 1), ("10:00", 0), ("20:00", 0), ("20:01", 1)]
    )
    func bounds(end: String, count: Int) {
        var small = household()
        small.add("shift", .work, [Small.maya], "00:00", end)
        let week: Found = "maya 2026-11-23T00:00-2026-11-30T00:00 notice"
        #expect(small.conflicts(StreamHours()) == Array(repeating: week, count: count))
    }

    @Test(
        "the whole week counts, and nothing of the weeks beside it",
        arguments: [("2026-11-29T22:59", 1), ("2026-11-29T23:00", 0), ("2026-11-30T03:00", 0)]
    )
    func whole(end: String, count: Int) {
        var small = household(max: 11)
        small.add("before", .work, [Small.maya], "2026-11-22T20:00", "2026-11-23T05:00")
        small.add("sunday", .work, [Small.maya], "2026-11-29T18:00", end)
        #expect(small.conflicts(StreamHours()).count == count)
    }

    @Test("each week that the range touches is judged, from the day on which the household's weeks begin")
    func weekStart() {
        var small = household(max: nil)
        small.household.settings.weekStart = .wednesday
        #expect(small.conflicts(StreamHours()) == ["maya 2026-11-18T00:00-2026-11-25T00:00 notice"])
        #expect(
            small.conflicts(StreamHours(), to: "2026-11-26") == [
                "maya 2026-11-18T00:00-2026-11-25T00:00 notice", "maya 2026-11-25T00:00-2026-12-02T00:00 notice",
            ]
        )
    }

    @Test(
        "a week in which the stream is archived is not looked at",
        arguments: [("2026-11-30", 1), ("2026-11-29", 0), ("2026-11-23", 0), ("2026-10-01", 0)]
    )
    func archived(date: String, count: Int) {
        var small = household(max: nil)
        small.changeJob { $0.archived = CivilDate(date) }
        #expect(small.conflicts(StreamHours()).count == count)
    }

    @Test("a bound that was not set is not broken")
    func noBounds() {
        var small = household(min: nil)
        #expect(small.conflicts(StreamHours()) == [])
        small.add("shift", .work, [Small.maya], "00:00", "20:01")
        #expect(small.conflicts(StreamHours()).count == 1)
        small.changeJob { $0.weekly = WeeklyHours(min: 20 * 3_600) }
        #expect(small.conflicts(StreamHours()) == [])
    }

    @Test("each stream has hours of its own; what is booked twice counts once")
    func streams() {
        var small = household(max: 10)
        let weekly = WeeklyHours(min: 3_600, max: 3_600)
        let other = Stream(id: ID(trusted: "other"), name: "Other", owner: Small.kofi, kind: .client, weekly: weekly)
        small.household.put(.stream(other))
        small.add("one", .work, [Small.maya], "00:00", "08:00")
        small.add("two", .work, [Small.maya], "04:00", "10:00")
        small.add("idea", .work, [Small.maya], "12:00", "13:00") { $0.busy = false }
        small.add("dentist", .appointment, [Small.maya], "12:00", "13:00")
        small.add("his", .work, [Small.kofi], "08:00", "09:01") { $0.stream = other.id }
        let found = StreamHours().conflicts(in: small.plan())
        #expect(found.map(\.people) == [[Small.kofi]])
        #expect(found.map(\.subject) == [.stream(other.id)])
    }

    @Test(
        "says how much is booked, and how far that is from what was set",
        arguments: [
            ("00:00", "no time", "10h less than the 10h"), ("09:30", "9h 30m", "30m less than the 10h"),
            ("21:15", "21h 15m", "1h 15m more than the 20h"),
        ]
    )
    func words(end: String, booked: String, distance: String) throws {
        var small = household()
        small.add("shift", .work, [Small.maya], "00:00", end)
        let conflict = try #require(StreamHours().conflicts(in: small.plan()).first)
        #expect(conflict.message == "Job has \(booked) booked in the week of Mon 23 Nov, \(distance) that were set")
        #expect(conflict.subject == .stream(Small.job))
        #expect(conflict.occurrences == [])
    }

    @Test("a week is found from whatever meets it, and not from what lies apart")
    func touching() {
        let small = household()
        let week: Found = "maya 2026-11-23T00:00-2026-11-30T00:00 notice"
        for (from, to) in [("2026-11-22T23:00", "2026-11-23T00:00"), ("2026-11-30T00:00", "2026-11-30T01:00")] {
            #expect(small.conflicts(StreamHours(), touching: from, to) == [week])
        }
        for (from, to) in [("2026-11-22T23:00", "2026-11-22T23:59"), ("2026-11-30T00:01", "2026-11-30T01:00")] {
            #expect(small.conflicts(StreamHours(), touching: from, to) == [])
        }
    }
}
