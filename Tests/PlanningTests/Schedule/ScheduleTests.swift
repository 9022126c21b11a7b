import Household
import ICalendar
import Planning
import Testing

@Suite("schedule")
struct ScheduleTests {
    private typealias Small = SmallHousehold

    private func titles(_ small: SmallHousehold, from: String, to: String) -> [String] {
        let zone = small.household.zone
        let window = Interval(zone.instant(of: Small.wall(from)), zone.instant(of: Small.wall(to)))
        let schedule = Schedule(small.household, over: window)
        return schedule.occurrences.map { "\(schedule.entry(of: $0).title) \(zone.wall(of: $0.start))" }
    }

    @Test("what overlaps the window is in it, wherever it starts")
    func overlap() {
        var small = SmallHousehold()
        small.add("night", .away, [Small.maya], "2026-11-23T22:00", "2026-11-24T06:00")
        small.add("ends", .work, [Small.maya], "04:00", "05:00")
        small.add("begins", .work, [Small.maya], "07:00", "08:00")
        #expect(titles(small, from: "05:00", to: "07:00") == ["night 2026-11-23T22:00"])
    }

    @Test("an override replaces its occurrence, also where it moves it out of the window or into it")
    func overrides() {
        var small = SmallHousehold()
        small.add("daily", .work, [Small.maya], "2026-11-23T09:00", "2026-11-23T10:00") { entry in
            entry.repetition.rule = try? RecurrenceRule("FREQ=DAILY;COUNT=5")
            var later = Override.Fields()
            later.start = Small.wall("2026-11-26T15:00")
            later.title = "moved"
            entry.overrides = [
                Override(of: Small.wall("2026-11-24T09:00"), change: .changed(later)),
                Override(of: Small.wall("2026-11-25T09:00"), change: .cancelled),
            ]
        }
        #expect(titles(small, from: "00:00", to: "2026-11-26T00:00") == [])
        #expect(
            titles(small, from: "2026-11-26T00:00", to: "2026-11-27T00:00") == [
                "daily 2026-11-26T09:00", "moved 2026-11-26T15:00",
            ]
        )
    }

    @Test("wall time stays wall time over a change of the clocks; the length stays in seconds")
    func clocks() {
        var small = SmallHousehold()
        small.add("run", .appointment, [Small.maya], "2026-10-24T01:30", "2026-10-24T03:30") {
            $0.repetition.rule = try? RecurrenceRule("FREQ=DAILY;COUNT=3")
        }
        let zone = small.household.zone
        let window = Interval(zone.startOfDay(CivilDate("2026-10-24")!), zone.startOfDay(CivilDate("2026-10-28")!))
        let occurrences = Schedule(small.household, over: window).occurrences
        #expect(
            occurrences.map { "\(zone.wall(of: $0.start).time)–\(zone.wall(of: $0.end).time)" } == [
                "01:30–03:30", "01:30–02:30", "01:30–03:30",
            ]
        )
        #expect(occurrences.allSatisfy { $0.interval.seconds == 7_200 })
    }

    @Test("a whole day is from midnight to midnight, whatever the clocks do between")
    func wholeDays() {
        var small = SmallHousehold()
        small.add("trip", .away, [Small.maya], "09:00", "10:00") {
            $0.time = .allDay(first: CivilDate("2026-10-25")!, days: 1)
        }
        let zone = small.household.zone
        let window = Interval(zone.startOfDay(CivilDate("2026-10-25")!), zone.startOfDay(CivilDate("2026-10-26")!))
        let occurrences = Schedule(small.household, over: window).occurrences
        #expect(occurrences.map(\.interval) == [window])
        #expect(window.seconds == 25 * 3_600)
    }

    @Test("an entry in another zone is there when it is there")
    func otherZone() throws {
        var small = SmallHousehold()
        small.household.zones["America/New_York"] = try ZoneDatabase.system.zone("America/New_York")
        small.add("call", .work, [Small.maya], "09:00", "10:00") {
            $0.time = .timed(start: Small.wall("09:00"), zone: "America/New_York", seconds: 3_600)
        }
        #expect(titles(small, from: "00:00", to: "24:00") == ["call 2026-11-24T15:00"])
    }

    @Test("in order of start, then of the entry's id, then of the original start; not of when they were written down")
    func order() {
        var small = SmallHousehold()
        small.add("late", .work, [Small.maya], "09:30", "11:00")
        small.add("b", .work, [Small.maya], "09:00", "10:00")
        small.add("a", .work, [Small.maya], "09:00", "12:00")
        small.add("early", .work, [Small.maya], "08:00", "13:00")
        #expect(
            titles(small, from: "00:00", to: "24:00") == [
                "early 2026-11-24T08:00", "a 2026-11-24T09:00", "b 2026-11-24T09:00", "late 2026-11-24T09:30",
            ]
        )
    }

    @Test("a day that was moved onto another of its series comes after it or before it as it did first")
    func originals() {
        var small = SmallHousehold()
        small.add("daily", .work, [Small.maya], "2026-11-23T09:00", "2026-11-23T10:00") { entry in
            entry.repetition.rule = try? RecurrenceRule("FREQ=DAILY;COUNT=3")
            var there = Override.Fields()
            there.start = Small.wall("2026-11-24T09:00")
            entry.overrides = [
                Override(of: Small.wall("2026-11-25T09:00"), change: .changed(there)),
                Override(of: Small.wall("2026-11-23T09:00"), change: .changed(there)),
            ]
        }
        let zone = small.household.zone
        let window = Interval(zone.startOfDay(CivilDate("2026-11-24")!), zone.startOfDay(CivilDate("2026-11-25")!))
        let found = Schedule(small.household, over: window).occurrences
        #expect(found.map { zone.wall(of: $0.of).date.description } == ["2026-11-23", "2026-11-24", "2026-11-25"])
    }

    @Test("each day that is not as the others keeps what it says of itself, and the others what they have")
    func severalOverrides() {
        var small = SmallHousehold()
        small.add("daily", .work, [Small.maya], "2026-11-23T09:00", "2026-11-23T10:00") { entry in
            entry.repetition.rule = try? RecurrenceRule("FREQ=DAILY;COUNT=4")
            entry.overrides = ["2026-11-23", "2026-11-24", "2026-11-25"].map { day in
                var fields = Override.Fields()
                if day == "2026-11-25" { fields.start = Small.wall("2026-11-25T11:00") } else { fields.title = day }
                return Override(of: Small.wall("\(day)T09:00"), change: .changed(fields))
            }
        }
        #expect(
            titles(small, from: "2026-11-23T00:00", to: "2026-11-27T00:00") == [
                "2026-11-23 2026-11-23T09:00", "2026-11-24 2026-11-24T09:00", "daily 2026-11-25T11:00",
                "daily 2026-11-26T09:00",
            ]
        )
    }
}
