import ICalendar
import Testing

/// Rules, extra dates and exceptions as they come from files.
struct SeriesTests {
    private let weekly = "UID:a\nDTSTART;TZID=Europe/Berlin:20261102T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=4"

    private func starts(_ lines: String, in file: (String) throws -> CalendarFile = { try Feed.events($0) }) throws
        -> [String]
    {
        try Feed.agenda(try file(lines), "2026-10-01", "2027-01-01").map { String($0.prefix { $0 != " " }) }
    }

    @Test(
        "An excluded start is found however it is named",
        arguments: [
            "EXDATE;TZID=Europe/Berlin:20261109T090000", "EXDATE:20261109T080000Z", "EXDATE:20261109T090000",
            "EXDATE;VALUE=DATE:20261109", "EXDATE;TZID=Europe/London:20261109T080000", "EXDATE:20261109T090000Z",
        ]
    )
    func excluded(line: String) throws {
        #expect(try starts("\(weekly)\n\(line)") == ["2026-11-02T09:00", "2026-11-16T09:00", "2026-11-23T09:00"])
    }

    @Test(
        "A day of a series of whole days is found however it is named",
        arguments: [
            "EXDATE;VALUE=DATE:20261103", "EXDATE;TZID=Europe/Berlin:20261103T000000", "EXDATE:20261102T230000Z",
        ]
    )
    func excludedDay(line: String) throws {
        let lines = "DTSTART;VALUE=DATE:20261102\nRRULE:FREQ=DAILY;COUNT=3\n\(line)"

        #expect(try starts(lines) == ["2026-11-02", "2026-11-04"])
    }

    @Test("Extra dates join the rule's, and a period has its own length")
    func extra() throws {
        let file = try Feed.events(
            """
            \(weekly)
            RDATE;TZID=Europe/Berlin:20261105T100000,20261106T100000
            RDATE;VALUE=PERIOD:20261107T090000Z/PT3H,20261108T090000Z/20261108T100000Z
            RDATE;VALUE=DATE:20261112
            """
        )

        #expect(
            try Feed.agenda(file, "2026-11-03", "2026-11-13") == [
                "2026-11-05T10:00 11:00", "2026-11-06T10:00 11:00", "2026-11-07T10:00 13:00", "2026-11-08T10:00 11:00",
                "2026-11-09T09:00 10:00", "2026-11-12T09:00 10:00",
            ]
        )
        #expect(file.events.first?.overrides.map(\.length) == [.seconds(10_800)])
    }

    @Test(
        "UNTIL ends a series for whatever kind of start it has",
        arguments: [
            ("DTSTART;VALUE=DATE:20261102\nRRULE:FREQ=DAILY;UNTIL=20261104T220000Z", 3),
            ("DTSTART;VALUE=DATE:20261102\nRRULE:FREQ=DAILY;UNTIL=20261104", 3),
            ("DTSTART:20261102T090000\nRRULE:FREQ=DAILY;UNTIL=20261104T090000Z", 3),
            ("DTSTART;TZID=Europe/Berlin:20261102T090000\nRRULE:FREQ=DAILY;UNTIL=20261104T080000Z", 3),
            ("DTSTART;TZID=Europe/Berlin:20261102T090000\nRRULE:FREQ=DAILY;UNTIL=20261104", 2),
            ("DTSTART;TZID=Europe/Berlin:20261102T090000\nRRULE:FREQ=DAILY;UNTIL=20261102", 1),
            ("DTSTART;TZID=Europe/Berlin:20261102T090000\nRRULE:FREQ=DAILY;UNTIL=20261101", 0),
        ]
    )
    func until(lines: String, count: Int) throws {
        #expect(try starts(lines).count == count)
    }

    @Test(
        "Rule parts that mean nothing are left out; a rule that cannot be read leaves one occurrence",
        arguments: [
            ("FREQ=DAILY;COUNT=3;X-OWN=1", 3), ("FREQ=DAILY;COUNT=3;INTERVAL=0", 3),
            ("RSCALE=GREGORIAN;FREQ=DAILY;COUNT=2", 2),
            ("FREQ=DAILY\\;COUNT=2", 2), ("FREQ=DAILY;UNTIL=20261103T090000Z;COUNT=9", 2),
            ("FREQ=DAILY;UNTL=20261103", 1),
            ("FREQ=DAILY;UNTIL=soon", 1), ("FREQ=DAILY;BYDAY=XX", 1), ("", 1),
        ]
    )
    func lenient(rule: String, count: Int) throws {
        let file = try Feed.events("DTSTART:20261102T090000Z\nRRULE:\(rule)")

        #expect(try Feed.agenda(file, "2026-10-01", "2026-12-01").count == count)
        #expect(!file.warnings.isEmpty)
    }

    @Test("A second rule and an EXRULE are followed, with a warning")
    func moreRules() throws {
        let lines = """
            DTSTART:20261102T090000Z
            RRULE:FREQ=DAILY;COUNT=4
            RRULE:FREQ=DAILY;COUNT=2;BYHOUR=15
            EXRULE:FREQ=DAILY;INTERVAL=3;COUNT=2
            """
        let file = try Feed.events(lines)

        #expect(
            try Feed.agenda(file, "2026-11-01", "2026-12-01").map { $0.prefix(16) } == [
                "2026-11-02T15:00", "2026-11-03T09:00", "2026-11-03T15:00", "2026-11-04T09:00",
            ]
        )
        #expect(file.warnings.count == 1)
    }

    @Test("Selection is by overlap: what began before the window and goes on in it is there")
    func overlap() throws {
        let file = try Feed.events("DTSTART;VALUE=DATE:20261120\nDTEND;VALUE=DATE:20261124\nRRULE:FREQ=WEEKLY")

        #expect(try Feed.agenda(file, "2026-11-23", "2026-11-24") == ["2026-11-20 2026-11-23"])
        #expect(try Feed.agenda(file, "2026-11-24", "2026-11-27") == [])
    }

    @Test("A rule for every second costs no more than its limit")
    func hostile() throws {
        let event = try Feed.event("DTSTART:20260101T000000Z\nRRULE:FREQ=SECONDLY")
        let start = event.zone.instant(of: event.start)

        #expect(event.occurrences(from: start, until: start.adding(seconds: 10_000_000)).count <= RecurrenceSet.limit)
    }
}
