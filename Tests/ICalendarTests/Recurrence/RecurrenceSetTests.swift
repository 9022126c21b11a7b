import ICalendar
import Testing

@Suite("Recurring series")
struct RecurrenceSetTests {
    @Test("the start counts even where the rule does not match it, and COUNT counts the rule's dates")
    func startCounts() throws {
        // given: a Monday, and a rule of Tuesdays.
        let series = try series("2026-11-23T09:00", rule: "FREQ=WEEKLY;BYDAY=TU;COUNT=2")

        // then
        #expect(try starts(series, "2026-11-01", "2027-01-01") == ["2026-11-23", "2026-11-24", "2026-12-01"])
    }

    @Test("a start that the rule matches is there once")
    func startOnce() throws {
        let series = try series("2026-11-24T09:00", rule: "FREQ=WEEKLY;BYDAY=TU;COUNT=2")

        #expect(try starts(series, "2026-11-01", "2027-01-01") == ["2026-11-24", "2026-12-01"])
    }

    @Test("without a rule there is the start, and what was added")
    func noRule() throws {
        var series = try series("2026-11-24T09:00")
        #expect(try starts(series, "2026-11-01", "2027-01-01") == ["2026-11-24"])

        series.extra = [try wallTime("2026-12-05T09:00"), try wallTime("2026-11-20T09:00")]
        #expect(try starts(series, "2026-11-01", "2027-01-01") == ["2026-11-20", "2026-11-24", "2026-12-05"])
    }

    @Test("an extra date in the rule is there once, and everything is in order")
    func extra() throws {
        // given
        var series = try series("2026-11-23T09:00", rule: "FREQ=WEEKLY")

        // when
        series.extra = try ["2026-12-02T09:00", "2026-11-30T09:00", "2026-12-02T09:00"].map(wallTime)

        // then
        #expect(
            try starts(series, "2026-11-23", "2026-12-08") == ["2026-11-23", "2026-11-30", "2026-12-02", "2026-12-07"]
        )
    }

    @Test("exact starts and whole days are left out: of the rule, of the extra dates, and the start itself")
    func excluded() throws {
        // given
        var series = try series("2026-11-23T09:00", rule: "FREQ=DAILY")
        series.extra = try ["2026-11-25T18:00", "2026-11-27T18:00"].map(wallTime)

        // when
        series.excluded = try ["2026-11-29T09:00", "2026-11-23T09:00", "2026-11-28T10:00"].map(wallTime)
        series.excludedDates = try [day("2026-11-30")...day("2026-12-02"), day("2026-11-25")...day("2026-11-26")]

        // then
        let found = series.starts(from: try wallTime("2026-11-01T00:00"), until: try wallTime("2026-12-04T00:00"))
        #expect(
            found.map(\.description) == [
                "2026-11-24T09:00", "2026-11-27T09:00", "2026-11-27T18:00", "2026-11-28T09:00", "2026-12-03T09:00",
            ]
        )
    }

    @Test("overlapping ranges of excluded days are one")
    func overlappingExclusions() throws {
        var series = try series("2026-11-23T09:00", rule: "FREQ=DAILY;COUNT=10")
        series.excludedDates = try [
            day("2026-11-24")...day("2026-11-30"), day("2026-11-25")...day("2026-11-26"),
            day("2026-11-30")...day("2026-12-01"),
        ]

        #expect(try starts(series, "2026-11-01", "2027-01-01") == ["2026-11-23", "2026-12-02"])
    }

    @Test("a window begins with its first moment and ends before its last")
    func window() throws {
        let series = try series("2026-11-23T09:00", rule: "FREQ=DAILY")
        let lower = try wallTime("2026-11-24T09:00")

        #expect(series.starts(from: lower, until: lower).isEmpty)
        #expect(series.starts(from: lower, until: lower.adding(seconds: 1)) == [lower])
        #expect(series.starts(from: lower.adding(seconds: 1), until: lower.adding(seconds: 86_400)).isEmpty)
    }

    @Test(
        "only an original start that is not left out is contained",
        arguments: [
            ("2026-11-23T09:00", true), ("2026-11-23T09:01", false), ("2026-11-30T09:00", true),
            ("2026-12-07T09:00", false), ("2026-11-24T09:00", false), ("2026-12-09T20:00", true),
            ("2026-11-16T09:00", false),
        ]
    )
    func contains(text: String, expected: Bool) throws {
        var series = try series("2026-11-23T09:00", rule: "FREQ=WEEKLY")
        series.extra = [try wallTime("2026-12-09T20:00")]
        series.excludedDates = [try day("2026-12-07")...day("2026-12-07")]

        #expect(series.contains(try wallTime(text)) == expected)
    }

    @Test(
        "the next start is the first after a moment, over exclusions",
        arguments: [
            ("2020-01-01T00:00", "2026-11-23T09:00"), ("2026-11-23T09:00", "2026-11-30T09:00"),
            ("2026-11-30T09:00", "2026-12-09T20:00"), ("2026-12-09T20:00", "2026-12-14T09:00"),
            ("2026-12-14T09:00", nil),
        ]
    )
    func next(after text: String, expected: String?) throws {
        var series = try series("2026-11-23T09:00", rule: "FREQ=WEEKLY;COUNT=4")
        series.extra = [try wallTime("2026-12-09T20:00")]
        series.excluded = [try wallTime("2026-12-07T09:00")]

        #expect(series.next(after: try wallTime(text))?.description == expected)
    }

    private func series(_ start: String, rule: String? = nil) throws -> RecurrenceSet {
        RecurrenceSet(
            start: try wallTime(start),
            zone: try ZoneDatabase.system.zone("Europe/Berlin"),
            rule: try rule.map { try RecurrenceRule($0) }
        )
    }

    private func day(_ text: String) throws -> CivilDate {
        try #require(CivilDate(text))
    }

    /// The days of the starts from one day up to, not including, another.
    private func starts(_ series: RecurrenceSet, _ from: String, _ until: String) throws -> [String] {
        let lower = CivilDateTime(try day(from), .midnight)
        let upper = CivilDateTime(try day(until), .midnight)
        return series.starts(from: lower, until: upper).map(\.date.description)
    }
}
