import ICalendar
import Testing

@Suite("Recurrence when the clocks change")
struct ClockChangeTests {
    @Test(
        "a daily series keeps its wall time; only the day of the gap is read with the offset before it",
        arguments: [
            (
                "Europe/Berlin", "2026-03-28T02:30",
                ["2026-03-28T02:30:00+01:00", "2026-03-29T03:30:00+02:00", "2026-03-30T02:30:00+02:00"]
            ),
            (
                "Europe/Berlin", "2026-10-24T02:30",
                ["2026-10-24T02:30:00+02:00", "2026-10-25T02:30:00+02:00", "2026-10-26T02:30:00+01:00"]
            ),
            (
                "America/New_York", "2026-03-07T02:15",
                ["2026-03-07T02:15:00-05:00", "2026-03-08T03:15:00-04:00", "2026-03-09T02:15:00-04:00"]
            ),
            // Lord Howe moves its clocks by half an hour.
            (
                "Australia/Lord_Howe", "2026-10-03T02:15",
                ["2026-10-03T02:15:00+10:30", "2026-10-04T02:45:00+11:00", "2026-10-05T02:15:00+11:00"]
            ),
            (
                "Australia/Lord_Howe", "2026-04-04T01:45",
                ["2026-04-04T01:45:00+11:00", "2026-04-05T01:45:00+11:00", "2026-04-06T01:45:00+10:30"]
            ),
            (
                "Europe/Berlin", "2060-03-27T02:30",
                ["2060-03-27T02:30:00+01:00", "2060-03-28T03:30:00+02:00", "2060-03-29T02:30:00+02:00"]
            ),
        ]
    )
    func daily(id: String, start: String, expected: [String]) throws {
        // given
        let zone = try ZoneDatabase.system.zone(id)
        let rule = try RecurrenceRule("FREQ=DAILY;COUNT=3")

        // when
        let instants = try rule.dates(from: wallTime(start), in: zone).map { zone.rfc3339(zone.instant(of: $0)) }

        // then
        #expect(instants == expected)
    }

    @Test("an hourly rule counts the hours of the wall, 24 of them on either day")
    func hourly() throws {
        for start in ["2026-03-29T00:00", "2026-10-25T00:00"] {
            let hours = try dates("FREQ=HOURLY", from: start, in: "Europe/Berlin", limit: 25)

            #expect(Set(hours).count == 25)
            #expect(hours.filter { $0.hasPrefix(start.prefix(10)) }.count == 24)
        }
    }

    @Test(
        "UNTIL in UTC is compared as an instant of the series' zone",
        arguments: [
            // 09:00 in summer is 07:00 UTC.
            ("20260703T070000Z", "2026-07-01T09:00", "2026-07-03T09:00"),
            ("20260703T065959Z", "2026-07-01T09:00", "2026-07-02T09:00"),
            // 02:30 in the gap is 01:30 UTC.
            ("20260329T013000Z", "2026-03-27T02:30", "2026-03-29T02:30"),
            ("20260329T012959Z", "2026-03-27T02:30", "2026-03-28T02:30"),
            // 05:00 on the day of the gap is 03:00 UTC.
            ("20260329T030000Z", "2026-03-27T05:00", "2026-03-29T05:00"),
            ("20260329T025959Z", "2026-03-27T05:00", "2026-03-28T05:00"),
            // 02:30 in the fold is the first: 00:30 UTC, and the end falls into the second.
            ("20261025T003000Z", "2026-10-23T02:30", "2026-10-25T02:30"),
            ("20261025T002959Z", "2026-10-23T02:30", "2026-10-24T02:30"),
            ("20261025T011000Z", "2026-10-23T02:30", "2026-10-25T02:30"),
        ]
    )
    func untilUTC(until: String, start: String, last: String) throws {
        #expect(try dates("FREQ=DAILY;UNTIL=\(until)", from: start, in: "Europe/Berlin").last == last)
    }

    @Test(
        "UNTIL as local time or date is compared on the wall, a date with its whole day",
        arguments: [
            ("20260703T090000", "2026-07-03T09:00"), ("20260703T085959", "2026-07-02T09:00"),
            ("20260703", "2026-07-03T09:00"),
        ]
    )
    func untilWall(until: String, last: String) throws {
        #expect(try dates("FREQ=DAILY;UNTIL=\(until)", from: "2026-07-01T09:00", in: "Asia/Kathmandu").last == last)
    }
}
