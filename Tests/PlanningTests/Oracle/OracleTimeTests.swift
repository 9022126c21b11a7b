import Household
import ICalendar
import Testing

@Suite("The oracle's time")
struct OracleTimeTests {
    @Test(
        "a time in a gap is read with the offset before it, of two times the first counts",
        arguments: [
            ("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:30"),
            ("Europe/Berlin", "2026-03-29T03:00", "2026-03-29T01:00"),
            ("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30"),
            ("Europe/Berlin", "2026-10-25T03:00", "2026-10-25T02:00"),
            ("America/New_York", "2026-03-08T02:00", "2026-03-08T07:00"),
            ("America/New_York", "2026-11-01T01:59", "2026-11-01T05:59"),
            // Half an hour: 02:15 is not, and 10:30 east of Greenwich it is 15:45 of the day before.
            ("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:45"),
            ("Australia/Lord_Howe", "2026-10-04T02:30", "2026-10-03T15:30"),
            // 01:30 to 02:00 happens twice, first at 11:00 east.
            ("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45"),
            ("Australia/Lord_Howe", "2026-04-05T02:00", "2026-04-04T15:30"),
        ]
    )
    func instants(zone: String, wall: String, utc: String) {
        let instant = SlowZone(zone).instant(CivilDateTime(wall)!)

        #expect(SlowZone("UTC").wall(instant).description == utc)
    }

    @Test(
        "a rule's dates by asking each day",
        arguments: [
            ("FREQ=DAILY;INTERVAL=3;COUNT=3", ["07", "10", "13"]),
            ("FREQ=DAILY;BYDAY=MO,WE;UNTIL=20260914T100000Z", ["07", "09", "14"]),
            ("FREQ=DAILY;BYDAY=MO,WE;UNTIL=20260914T095959Z", ["07", "09"]),
            ("FREQ=WEEKLY;COUNT=3", ["07", "14", "21"]),
            // Every second week: of weeks from Monday Sunday 13 is in the first; of weeks from Sunday in the second.
            ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;COUNT=4", ["07", "13", "21", "27"]),
            ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU;COUNT=4", ["07", "20", "21"]),
            ("FREQ=MONTHLY;BYMONTHDAY=-1,8,31", ["07", "08", "30"]),
            ("FREQ=MONTHLY;INTERVAL=2", ["07"]),
        ]
    )
    func rules(text: String, days: [String]) {
        var entry = entry(at: "2026-09-07T10:00")
        entry.repetition.rule = try? RecurrenceRule(text)

        // September only.
        #expect(starts(entry) == days.map { "2026-09-\($0)T10:00" })
    }

    @Test("also adds, except takes out days and starts, an excluded start counts all the same")
    func exceptions() {
        var entry = entry(at: "2026-09-07T10:00")
        entry.repetition.rule = try? RecurrenceRule("FREQ=DAILY;COUNT=5")
        entry.repetition.also = [CivilDateTime("2026-09-09T08:00")!, CivilDateTime("2026-09-20T08:00")!]
        entry.repetition.exceptDays = [CivilDate("2026-09-08")!...CivilDate("2026-09-09")!]
        entry.repetition.exceptStarts = [CivilDateTime("2026-09-11T10:00")!]

        #expect(starts(entry) == ["2026-09-07T10:00", "2026-09-10T10:00", "2026-09-20T08:00"])
    }

    @Test("an override replaces the occurrence that it names; one that is cancelled is none")
    func overrides() {
        var family = SlowFamily()
        var fields = Override.Fields()
        fields.start = CivilDateTime("2026-09-10T12:00")
        fields.length = 7200
        fields.place = ID("pool")

        family.add("a", .work, "anna", "09:00", minutes: 60) { entry in
            entry.repetition.rule = try? RecurrenceRule("FREQ=DAILY;COUNT=3")
            entry.overrides = [
                Override(of: CivilDateTime("2026-09-08T09:00")!, change: .changed(fields)),
                Override(of: CivilDateTime("2026-09-09T09:00")!, change: .cancelled),
            ]
        }

        let found = expand(family)
        #expect(found.map(\.of) == [utc("2026-09-07T09:00"), utc("2026-09-08T09:00")])
        #expect(found.map(\.start) == [utc("2026-09-07T09:00"), utc("2026-09-10T12:00")])
        #expect(found.map { $0.end - $0.start } == [3600, 7200])
        #expect(found.map(\.margin) == [0, 600])
    }

    @Test("an hour stays an hour when the clocks change, a whole day is as long as it is")
    func lengths() {
        var family = SlowFamily(zone: "Europe/Berlin")
        let change = CivilDate("2026-03-29")!

        family.add("night", .away, "anna", "2026-03-28T22:00", minutes: 480)
        family.add("day", .away, "anna", "2026-03-29T00:00", minutes: 1) { $0.time = .allDay(first: change, days: 1) }
        family.add("far", .work, "anna", "2026-03-28T22:00", minutes: 60) { entry in
            entry.time = .timed(start: entry.time.start, zone: "America/New_York", seconds: 3600)
        }

        let found = expand(family, from: "2026-03-28T00:00", to: "2026-03-31T00:00")
        #expect(found.map(\.start) == ["2026-03-28T21:00", "2026-03-28T23:00", "2026-03-29T02:00"].map(utc))
        #expect(found.map(\.end) == ["2026-03-29T05:00", "2026-03-29T22:00", "2026-03-29T03:00"].map(utc))
    }

    private func entry(at start: String) -> Entry {
        let time = EntryTime.timed(start: CivilDateTime(start)!, zone: nil, seconds: 3600)
        return Entry(id: ID("a")!, kind: .appointment, title: "A", time: time)
    }

    private func starts(_ entry: Entry) -> [String] {
        SlowOccurrences.starts(of: entry, in: SlowZone("UTC"), before: CivilDate("2026-10-01")!).map(\.description)
    }

    private func expand(
        _ family: SlowFamily,
        from: String = "2026-09-01T00:00",
        to: String = "2026-10-01T00:00"
    ) -> [SlowOccurrence] {
        SlowOccurrences.expand(SlowRegister(family.household), from: utc(from), to: utc(to))
    }

    private func utc(_ wall: String) -> Int { SlowZone("UTC").instant(CivilDateTime(wall)!) }
}
