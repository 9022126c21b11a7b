import ICalendar
import Testing

struct EventContentTests {
    @Test("Text is unescaped, and can be reached through the event")
    func content() throws {
        let event = try Feed.event(
            """
            UID:a@example.com
            DTSTART:20261123T140000Z
            SUMMARY;LANGUAGE=de:Elternabend\\, 3a
            LOCATION:Schule\\nZimmer 4
            DESCRIPTION:Bitte\\; pünktlich
            URL:https://example.com/a,b
            CATEGORIES:A,B\\,C
            STATUS:Tentative
            TRANSP:transparent
            CLASS:private
            SEQUENCE:3
            """
        )

        #expect(event.uid == "a@example.com" && event.hasUID && event.id == event.uid)
        #expect(event.summary == "Elternabend, 3a")
        #expect(event.location == "Schule\nZimmer 4")
        #expect(event.description == "Bitte; pünktlich")
        #expect(event.url == "https://example.com/a,b")
        #expect(event.categories == ["A", "B,C"])
        #expect(event.status == .tentative)
        #expect(event.isTransparent)
        #expect(event.classification == "PRIVATE")
        #expect(event.sequence == 3)
    }

    @Test(
        "TRANSP decides whether people are busy, and Outlook's status only without it",
        arguments: [
            ("X-A:1", false), ("TRANSP:OPAQUE", false), ("TRANSP:TRANSPARENT", true),
            ("X-MICROSOFT-CDO-BUSYSTATUS:FREE", true), ("TRANSP:OPAQUE\nX-MICROSOFT-CDO-BUSYSTATUS:FREE", false),
        ]
    )
    func transparency(lines: String, isTransparent: Bool) throws {
        #expect(try Feed.event("DTSTART:20261123T140000Z\n\(lines)").isTransparent == isTransparent)
    }

    @Test("A file that cancels cancels what it holds")
    func cancel() throws {
        let file = try Feed.calendar("METHOD:CANCEL\nBEGIN:VEVENT\nUID:a\nDTSTART:20261123T140000Z\nEND:VEVENT")

        #expect(file.events.first?.isCancelled == true)
    }

    @Test("An event without a UID gets one that stays the same, and differs from its twin's")
    func unnamed() throws {
        let lines = "DTSTART:20261123T140000Z\nSUMMARY:Lunch"
        let once = try Feed.events(lines, lines, "\(lines) break")
        let again = try Feed.events("UID:x\nDTSTART:20250101", lines, "\(lines) break", lines)

        #expect(once.outcome == .accepted)
        #expect(Set(once.events.map(\.uid)).count == 3)
        #expect(once.events.allSatisfy { !$0.hasUID && $0.uid.hasPrefix("no-uid-") })
        #expect(Set(again.events.dropFirst().map(\.uid)) == Set(once.events.map(\.uid)))
    }

    @Test("The original text holds everything of the UID and the zones it refers to, and nothing else")
    func originalText() throws {
        let file = try Feed.calendar(
            """
            PRODID:-//Somebody//EN
            X-WR-CALNAME:Work
            BEGIN:VTIMEZONE
            TZID:Mine
            BEGIN:STANDARD
            DTSTART:16010101T000000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0100
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VTIMEZONE
            TZID:Other
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=Mine:20261123T140000
            RRULE:FREQ=DAILY
            X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE=School:geo:48.2,16.37
            BEGIN:VALARM
            TRIGGER:-PT5M
            END:VALARM
            END:VEVENT
            BEGIN:VEVENT
            UID:b
            DTSTART:20261123T140000Z
            END:VEVENT
            BEGIN:VEVENT
            UID:a
            RECURRENCE-ID;TZID=Mine:20261124T140000
            DTSTART;TZID=Mine:20261124T150000
            END:VEVENT
            """
        )
        let text = try #require(file.events.first).originalText

        #expect(
            text.hasPrefix(
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Somebody//EN\r\nBEGIN:VTIMEZONE\r\nTZID:Mine\r\n"
            )
        )
        #expect(text.contains("\r\nX-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE=School:geo:48.2,16.37\r\n"))
        #expect(text.contains("RECURRENCE-ID;TZID=Mine:20261124T140000") && text.contains("TRIGGER:-PT5M"))
        #expect(!text.contains("UID:b") && !text.contains("Other") && !text.contains("X-WR-CALNAME"))
        #expect(try Feed.read(text).events.first?.originalText == text)
    }
}
