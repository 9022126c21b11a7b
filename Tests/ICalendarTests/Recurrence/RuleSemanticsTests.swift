import ICalendar
import Testing

@Suite("What a recurrence rule means")
struct RuleSemanticsTests {
    @Test(
        "the start fills in what the rule leaves open, and days that don't exist are left out",
        arguments: [
            // 29 February comes only in leap years, and not in 2100.
            ("FREQ=YEARLY", "2088-02-29", ["2088-02-29", "2092-02-29", "2096-02-29", "2104-02-29"]),
            (
                "FREQ=YEARLY;INTERVAL=100;BYMONTH=2;BYMONTHDAY=29", "2000-02-29",
                ["2000-02-29", "2400-02-29", "2800-02-29"]
            ),
            ("FREQ=MONTHLY", "2026-01-31", ["2026-01-31", "2026-03-31", "2026-05-31"]),
            ("FREQ=MONTHLY;BYMONTHDAY=-31", "2026-01-01", ["2026-01-01", "2026-03-01", "2026-05-01"]),
            ("FREQ=MONTHLY;BYDAY=5FR", "2026-01-30", ["2026-01-30", "2026-05-29", "2026-07-31"]),
            // YEARLY with BYMONTHDAY alone means every month.
            ("FREQ=YEARLY;BYMONTHDAY=15", "2026-11-15", ["2026-11-15", "2026-12-15", "2027-01-15"]),
            ("FREQ=YEARLY;BYMONTH=3", "2026-03-08", ["2026-03-08", "2027-03-08"]),
            ("FREQ=YEARLY;BYYEARDAY=-1,60", "2027-03-01", ["2027-03-01", "2027-12-31", "2028-02-29", "2028-12-31"]),
            ("FREQ=YEARLY;BYYEARDAY=366", "2024-12-31", ["2024-12-31", "2028-12-31", "2032-12-31"]),
            ("FREQ=YEARLY;BYDAY=-1SU", "2026-12-27", ["2026-12-27", "2027-12-26"]),
            ("FREQ=YEARLY;BYMONTH=10,3;BYDAY=-1SU", "2026-03-29", ["2026-03-29", "2026-10-25", "2027-03-28"]),
            // Plain and counted weekdays together are either of them.
            ("FREQ=MONTHLY;BYDAY=MO,1WE", "2026-06-01", ["2026-06-01", "2026-06-03", "2026-06-08", "2026-06-15"]),
            // The start need not match: the rule's own dates come after it.
            ("FREQ=WEEKLY;BYDAY=TU", "2026-11-23", ["2026-11-24", "2026-12-01"]),
        ]
    )
    func days(rule: String, start: String, expected: [String]) throws {
        let found = try dates(rule, from: "\(start)T09:00", limit: expected.count)

        #expect(found == expected.map { "\($0)T09:00" })
    }

    @Test(
        "week numbers follow WKST, reach over the new year, and take the start's weekday",
        arguments: [
            ("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO", "2024-12-30", ["2024-12-30", "2025-12-29", "2027-01-04"]),
            ("FREQ=YEARLY;BYWEEKNO=53;BYDAY=FR", "2021-01-01", ["2021-01-01", "2027-01-01", "2032-12-31"]),
            ("FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SU", "2026-01-01", ["2027-01-03", "2028-01-02", "2028-12-31"]),
            ("FREQ=YEARLY;BYWEEKNO=1;BYDAY=SU;WKST=SU", "2024-12-29", ["2024-12-29", "2026-01-04", "2027-01-03"]),
            ("FREQ=YEARLY;BYWEEKNO=20", "2026-05-13", ["2026-05-13", "2027-05-19", "2028-05-17"]),
        ]
    )
    func weekNumbers(rule: String, start: String, expected: [String]) throws {
        let found = try dates(rule, from: "\(start)T09:00", limit: expected.count)

        #expect(found == expected.map { "\($0)T09:00" })
    }

    @Test(
        "positions choose from the whole period, the first week from the start's day on",
        arguments: [
            ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", ["2026-11-30T09:00", "2026-12-31T09:00"]),
            ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1", ["2026-11-30T09:00", "2026-12-01T09:00"]),
            ("FREQ=DAILY;BYHOUR=8,12,18;BYSETPOS=2", ["2026-11-25T12:00", "2026-11-26T12:00"]),
            ("FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=1", ["2026-11-25T09:00", "2026-11-30T09:00"]),
            ("FREQ=YEARLY;BYMONTH=12;BYDAY=SA,SU;BYHOUR=8,20;BYSETPOS=2,-1", ["2026-12-05T20:00", "2026-12-27T20:00"]),
            ("FREQ=HOURLY;BYMINUTE=0,20,40;BYSETPOS=-1", ["2026-11-25T09:40", "2026-11-25T10:40"]),
            ("FREQ=MINUTELY;BYSECOND=10,20,30;BYSETPOS=2", ["2026-11-25T09:00:20", "2026-11-25T09:01:20"]),
            ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6", []),
        ]
    )
    func positions(rule: String, expected: [String]) throws {
        #expect(try dates(rule, from: "2026-11-25T09:00", limit: max(2, expected.count)) == expected)
    }

    @Test(
        "rules shorter than a day step through the wall's hours, minutes and seconds",
        arguments: [
            ("FREQ=HOURLY;INTERVAL=5", ["09:00", "14:00", "19:00", "00:00", "05:00"]),
            ("FREQ=HOURLY;INTERVAL=36;BYMINUTE=0,30", ["09:00", "09:30", "21:00", "21:30"]),
            ("FREQ=MINUTELY;INTERVAL=50;BYHOUR=9,11", ["09:00", "09:50", "11:30", "09:10"]),
            ("FREQ=SECONDLY;INTERVAL=7000;BYSECOND=0,20,40", ["09:00", "10:56:40", "12:53:20", "14:50"]),
            ("FREQ=SECONDLY;BYHOUR=10;BYMINUTE=7;BYSECOND=60", ["10:07:59", "10:07:59"]),
        ]
    )
    func subDaily(rule: String, expected: [String]) throws {
        let found = try dates(rule, from: "2026-11-25T09:00", limit: expected.count)

        #expect(found.map { $0.dropFirst(11) } == expected.map { $0[...] })
    }

    @Test("nothing comes after year 9999")
    func endOfCalendar() throws {
        #expect(try dates("FREQ=DAILY", from: "9999-12-30T09:00") == ["9999-12-30T09:00", "9999-12-31T09:00"])
        #expect(try dates("FREQ=YEARLY;INTERVAL=2000000000", from: "2026-01-01T00:00") == ["2026-01-01T00:00"])
    }
}
