import ICalendar
import Testing

/// Whole files: refused, taken, taken with warnings.
struct CalendarFileOutcomeTests {
    @Test(
        "What is no calendar, or half of one, is refused",
        arguments: [
            ("", "this is not a calendar: it is empty"),
            ("\n\n", "this is not a calendar: it is empty"),
            ("<!DOCTYPE html><p>Sign in: now", "this is not a calendar (no BEGIN:VCALENDAR)"),
            ("BEGIN:VEVENT\nDTSTART:20261123\nEND:VEVENT", "this is not a calendar (no BEGIN:VCALENDAR)"),
            ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261123\n", "the calendar is incomplete: line 2"),
            ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR", "none of the calendar's 1 events can be used"),
        ]
    )
    func refused(text: String, message: String) {
        let error = #expect(throws: CalendarFileError.self) {
            try CalendarFile.read(text.utf8, defaultZone: .utc)
        }

        #expect(error?.description.hasPrefix(message) == true)
    }

    @Test("An empty calendar is a calendar: a feed may go empty")
    func empty() throws {
        let file = try Feed.calendar("X-WR-CALNAME:Schule\\, 3a\nMETHOD:publish\nX-PUBLISHED-TTL:PT12H")

        #expect(file.outcome == .accepted)
        #expect(file.events.isEmpty)
        #expect(file.name == "Schule, 3a")
        #expect(file.method == "PUBLISH")
        #expect(file.refreshInterval == 43_200)
    }

    @Test("One bad event is skipped with its line and the reason, and the others are taken")
    func skipped() throws {
        let file = try Feed.events(
            "UID:a\nDTSTART:INVALID-DATE",
            "UID:b\nDTSTART:20261123T140000Z",
            "UID:c\nSUMMARY:no start"
        )

        #expect(file.outcome == .acceptedWithWarnings)
        #expect(file.events.map(\.uid) == ["b"])
        #expect(file.skipped.map(\.line) == [3, 11])
        #expect(file.skipped.map(\.uid) == ["a", "c"])
        #expect(file.skipped.last?.description == "line 11: VEVENT skipped: it has no DTSTART")
    }

    @Test("What is no event is skipped, and a calendar of nothing else is still one")
    func noEvents() throws {
        let file = try Feed.calendar("BEGIN:VFREEBUSY\nDTSTART:20261123T140000Z\nEND:VFREEBUSY\nBEGIN:X-OWN\nEND:X-OWN")

        #expect(file.outcome == .acceptedWithWarnings)
        #expect(file.skipped.map(\.name) == ["VFREEBUSY"])
    }

    @Test(
        "What is odd is said, with its line",
        arguments: [
            ("no colon", "a line without a name and a colon: “no colon”"),
            ("", "an empty line"),
            ("GEO:12.3\\;4.5", "GEO “12.3\\;4.5” is not a latitude and a longitude (48.2;16.37)"),
            ("DTEND:20261123T130000Z", "DTEND: the end is before the start; the event is taken to last 0 seconds"),
            (
                "DURATION:P9999999999W",
                "DURATION “P9999999999W” is not a DURATION (longer than a thousand years); "
                    + "the event is taken to last 0 seconds"
            ),
            ("EXDATE:2026", "EXDATE “2026” is not a DATE (expected a day such as 20261123)"),
            (
                "RRULE:FREQ=NEVER",
                "RRULE FREQ=NEVER: “NEVER” is not a frequency (SECONDLY, MINUTELY, HOURLY, DAILY, "
                    + "WEEKLY, MONTHLY, YEARLY); the event is taken without it"
            ),
            ("RRULE:FREQ=DAILY;BYDAY=MO, TU", "RRULE with spaces or backslashes; they are ignored"),
            (
                "RECURRENCE-ID:20261123T140000Z",
                "RECURRENCE-ID of no occurrence: there is no series of that UID; it is taken as an event by itself"
            ),
        ]
    )
    func odd(line: String, message: String) throws {
        let file = try Feed.events("UID:a\nDTSTART:20261123T140000Z\n\(line)")

        #expect(file.events.count == 1)
        #expect(file.warnings.map(\.message) == [message])
        #expect([3, 6].contains(file.warnings.first?.line))
    }

    @Test("An older version is read as it is, with a warning; garbage after the end as well")
    func version() throws {
        let file = try Feed.read(
            "BEGIN:VCALENDAR\nVERSION:1.0\nBEGIN:VEVENT\nDTSTART:20261123\nEND:VEVENT\nEND:VCALENDAR;\n"
        )

        #expect(file.events.count == 1)
        #expect(file.warnings.map(\.line) == [2, 6])
    }

    @Test("Warnings of a hostile file are bounded")
    func bounded() throws {
        let file = try Feed.events("DTSTART:20261123\n" + String(repeating: "GEO:\n", count: 5_000))

        #expect(file.warnings.count == 1_000)
    }
}
