import ICalendar
import Testing

/// RANGE=THISANDFUTURE: one series becomes several.
struct ThisAndFutureTests {
    private func file(_ repetition: String, _ changes: (from: String, to: String)..., more: String = "") throws
        -> CalendarFile
    {
        let changed = changes.map { change in
            """
            BEGIN:VEVENT
            UID:a
            RECURRENCE-ID;RANGE=THISANDFUTURE:\(change.from)
            DTSTART:\(change.to)
            DURATION:PT2H
            SUMMARY:changed
            END:VEVENT
            """
        }
        return try Feed.calendar(
            """
            BEGIN:VEVENT
            UID:a
            DTSTART:20260901T120000Z
            DURATION:PT1H
            \(repetition)
            END:VEVENT
            \(changed.joined(separator: "\n"))\(more)
            """
        )
    }

    @Test("The series ends before the change and goes on after it, moved and as long as the change says")
    func moved() throws {
        let file = try file("RRULE:FREQ=DAILY;INTERVAL=2;COUNT=5", ("20260905T120000Z", "20260905T090000Z"))

        #expect(
            try Feed.agenda(file, "2026-09-01", "2026-10-01") == [
                "2026-09-01T12:00 13:00", "2026-09-03T12:00 13:00", "2026-09-05T09:00 11:00", "2026-09-07T09:00 11:00",
                "2026-09-09T09:00 11:00",
            ]
        )
        #expect(file.events.map(\.id) == ["a", "a/2026-09-05T12:00"])
        #expect(file.events.map(\.uid) == ["a", "a"])
        #expect(
            file.events.map { $0.rule?.description } == [
                "FREQ=DAILY;INTERVAL=2;UNTIL=20260903T120000", "FREQ=DAILY;INTERVAL=2;UNTIL=20260909T090000",
            ]
        )
        #expect(file.events.last?.summary == "changed")
        #expect(file.outcome == .acceptedWithWarnings)
    }

    @Test("Each change moves the original starts; single overrides and exceptions between them hold")
    func several() throws {
        let single = """

            BEGIN:VEVENT
            UID:a
            RECURRENCE-ID:20260906T120000Z
            DTSTART:20260906T120000Z
            DURATION:PT30M
            END:VEVENT
            """
        let file = try file(
            "RRULE:FREQ=DAILY\nEXDATE:20260905T120000Z\nRDATE:20260904T200000Z",
            ("20260904T120000Z", "20260904T100000Z"),
            ("20260907T120000Z", "20260908T142200Z"),
            more: single
        )

        #expect(
            try Feed.agenda(file, "2026-09-03", "2026-09-10") == [
                "2026-09-03T12:00 13:00", "2026-09-04T10:00 12:00", "2026-09-04T18:00 20:00", "2026-09-06T12:00 12:30",
                "2026-09-08T14:22 16:22", "2026-09-09T14:22 16:22",
            ]
        )
        #expect(file.events.last?.rule?.description == "FREQ=DAILY")
    }

    @Test(
        "Where the change moves to other weekdays, the rule names those",
        arguments: [
            ("FREQ=WEEKLY;BYDAY=TU,TH", "20260908T120000Z", "20260909T120000Z", "BYDAY=WE,FR;WKST=TU"),
            ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU", "20260915T120000Z", "20260916T080000Z", "BYDAY=MO,WE;WKST=TU"),
            ("FREQ=WEEKLY", "20260908T120000Z", "20260909T120000Z", "UNTIL=20270113T120000"),
            ("FREQ=MONTHLY", "20261001T120000Z", "20261002T120000Z", "UNTIL=20280402T120000"),
        ]
    )
    func weekdays(rule: String, from: String, to: String, end: String) throws {
        let file = try file("RRULE:\(rule);COUNT=20", (from, to))

        let series = try #require(file.events.last)
        #expect(series.rule?.description.hasSuffix(end) == true)
        #expect(series.extra == [])
        #expect(try Feed.agenda(file, "2026-09-01", "2029-01-01").count == 20)
    }

    @Test("Where no rule gives the moved dates, they are written out")
    func writtenOut() throws {
        let file = try file("RRULE:FREQ=MONTHLY;BYDAY=1TU;COUNT=6", ("20261006T120000Z", "20261008T120000Z"))
        let series = try #require(file.events.last)

        #expect(series.rule == nil)
        #expect(
            series.extra.map(\.date.description) == [
                "2026-10-08", "2026-11-05", "2026-12-03", "2027-01-07", "2027-02-04",
            ]
        )
    }

    @Test("A change from the first occurrence on leaves nothing of the old series")
    func fromTheFirst() throws {
        let file = try file("RRULE:FREQ=DAILY;COUNT=2", ("20260901T120000Z", "20260901T130000Z"))

        #expect(file.events.map(\.id) == ["a/2026-09-01T12:00"])
        #expect(try Feed.agenda(file, "2026-09-01", "2026-10-01").count == 2)
    }

    @Test("A change of every occurrence costs no more than a bounded number of series")
    func hostile() throws {
        let changes = (1...300).map { day in
            let wall = CivilDateTime(CivilDate(daysSinceEpoch: 20_697 + day), .midnight).adding(seconds: 43_200)
                .icalendar
            return "\nBEGIN:VEVENT\nUID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE:\(wall)Z\nDTSTART:\(wall)Z\nEND:VEVENT"
        }
        let file = try file("RRULE:FREQ=DAILY", more: changes.joined())

        #expect(file.events.count == 101)
    }
}
