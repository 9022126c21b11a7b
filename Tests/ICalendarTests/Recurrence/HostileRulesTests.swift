import ICalendar
import Testing

@Suite("Hostile rules")
struct HostileRulesTests {
    /// Each is answered in a few milliseconds by an optimised build; the bound leaves room for slow machines and builds.
    static let bound = Duration.seconds(2)

    @Test(
        "a rule that hardly or never matches is answered at once",
        arguments: [
            ("FREQ=SECONDLY;BYMONTH=1,3;COUNT=3", 3),
            ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", 0),
            ("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", 0),
            ("FREQ=SECONDLY;BYYEARDAY=366;BYHOUR=23;COUNT=5", 5),
            ("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", 0),
            ("FREQ=SECONDLY;INTERVAL=2;BYSECOND=1", 0),
            ("FREQ=HOURLY;INTERVAL=48;BYHOUR=20;BYMONTHDAY=-30", 0),
            ("FREQ=SECONDLY;INTERVAL=86400;BYHOUR=3", 0),
            ("FREQ=DAILY;INTERVAL=7;BYDAY=TU", 0),
            ("FREQ=DAILY;INTERVAL=28;BYDAY=TU;BYMONTH=2", 0),
            ("FREQ=WEEKLY;BYDAY=MO;BYSETPOS=5", 0),
            ("FREQ=YEARLY;BYWEEKNO=45;BYMONTH=1", 0),
            ("FREQ=YEARLY;BYMONTH=3;BYDAY=MO;BYYEARDAY=366;BYSETPOS=2", 0),
            ("FREQ=SECONDLY;INTERVAL=2147483647;BYDAY=MO;BYHOUR=1;BYMINUTE=1;BYSECOND=1", 0),
        ]
    )
    func bounded(text: String, expected: Int) throws {
        // given
        let clock = ContinuousClock()
        var count = 0

        // when
        let duration = try clock.measure {
            count = try dates(text, from: "2020-01-01T00:00", in: "Europe/Berlin", limit: 5).count
        }

        // then
        #expect(count == expected)
        #expect(duration < Self.bound)
    }

    @Test("all values of all parts at once are walked lazily")
    func everything() throws {
        // given
        let rule = [
            "FREQ=YEARLY", "BYMONTH=\(list(1...12))", "BYMONTHDAY=\(list(1...31))", "BYYEARDAY=\(list(1...366))",
            "BYHOUR=\(list(0...23))", "BYMINUTE=\(list(0...59))", "BYSECOND=\(list(0...59))",
            "BYSETPOS=\(list(1...366))",
        ]
        .joined(separator: ";")
        let clock = ContinuousClock()
        var found: [String] = []

        // when
        let duration = try clock.measure { found = try dates(rule, from: "2020-01-01T00:00", limit: 366) }

        // then
        #expect(found.last == "2020-01-01T00:06:05")
        #expect(duration < Self.bound)
    }

    @Test("a series gives at most its limit of starts, however wide the window")
    func limit() throws {
        // given
        let series = RecurrenceSet(
            start: try wallTime("2020-01-01T00:00"),
            zone: .utc,
            rule: try RecurrenceRule("FREQ=SECONDLY")
        )

        // when
        let starts = series.starts(from: .first, until: .last)

        // then
        #expect(starts.count == RecurrenceSet.limit)
    }

    @Test("a series whose every day is excluded has no next start, and says so soon")
    func excludedForever() throws {
        // given
        let series = RecurrenceSet(
            start: try wallTime("2020-01-01T00:00"),
            zone: .utc,
            rule: try RecurrenceRule("FREQ=SECONDLY"),
            excludedDates: [.first ... .last]
        )
        let clock = ContinuousClock()

        // when
        let duration = clock.measure { #expect(series.next(after: .first) == nil) }

        // then
        #expect(duration < Self.bound)
    }

    private func list(_ range: ClosedRange<Int>) -> String {
        range.map(String.init).joined(separator: ",")
    }
}
