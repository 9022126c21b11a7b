import ICalendar
import Testing

/// The code that the README and the articles show. What stands between two marks is shown there word for word, and what
/// stands behind an arrow is printed.
@Suite("code shown in the documents of ICalendar")
struct DocumentedCode {
    private let text = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Music school//EN
        BEGIN:VEVENT
        UID:piano@music.example
        DTSTAMP:20260801T080000Z
        DTSTART;TZID=Europe/Berlin:20260901T160000
        DTEND;TZID=Europe/Berlin:20260901T164500
        RRULE:FREQ=WEEKLY;COUNT=40
        EXDATE;TZID=Europe/Berlin:20261020T160000
        SUMMARY:Piano
        X-ROOM:3
        END:VEVENT
        END:VCALENDAR

        """

    private func octets() -> [UInt8] { Array(text.replacing("\n", with: "\r\n").utf8) }

    @Test func reading() throws {
        let print = Printed()
        let octets = octets()
        // snippet: read
        let berlin = try ZoneDatabase.system.zone("Europe/Berlin")
        let calendar = try CalendarFile.read(octets, defaultZone: berlin)
        for event in calendar.events {
            print(event.summary, event.start, event.zone)  // → Piano 2026-09-01T16:00 Europe/Berlin
        }
        // end
        // snippet: findings
        for warning in calendar.warnings { print(warning) }
        for component in calendar.skipped { print(component) }
        // end
        #expect(try print.isAsShown(in: "read"))
    }

    @Test func expanding() throws {
        let print = Printed()
        let berlin = try ZoneDatabase.system.zone("Europe/Berlin")
        let calendar = try CalendarFile.read(octets(), defaultZone: berlin)
        // snippet: expand
        let lesson = calendar.events[0]
        let october = berlin.startOfDay(lesson.start.date.adding(months: 1))
        let november = berlin.startOfDay(lesson.start.date.adding(months: 2))
        for occurrence in lesson.occurrences(from: october, until: november) {
            print(berlin.rfc3339(occurrence.interval.start))
        }
        // → 2026-10-06T16:00:00+02:00
        // → 2026-10-13T16:00:00+02:00
        // → 2026-10-27T16:00:00+01:00
        // end
        #expect(try print.isAsShown(in: "expand"))
    }

    @Test func refused() throws {
        let print = Printed()
        let berlin = Zone.utc
        // snippet: refused
        do throws(CalendarFileError) {
            _ = try CalendarFile.read("<!DOCTYPE html>".utf8, defaultZone: berlin)
        } catch {
            print(error)  // → this is not a calendar (no BEGIN:VCALENDAR): it begins with “<!DOCTYPE html>”
        }
        // end
        #expect(try print.isAsShown(in: "refused"))
    }

    @Test func writing() throws {
        let print = Printed()
        let berlin = try ZoneDatabase.system.zone("Europe/Berlin")
        let now = Instant(secondsSinceEpoch: 1_795_420_800)
        // snippet: write
        let start = CivilDateTime("2026-11-25T15:30")!
        var event = Component("VEVENT")
        event.append(ContentLine("UID", text: "swimming@home.example"))
        event.append(ContentLine("DTSTAMP", instant: now))
        event.append(ContentLine("DTSTART", walls: [start], in: berlin.id))
        event.append(ContentLine(name: "DURATION", value: "PT45M"))
        event.append(ContentLine(name: "RRULE", value: "FREQ=WEEKLY;BYDAY=WE"))
        event.append(ContentLine("SUMMARY", text: "Swimming; bring towels, goggles"))

        var calendar = Component("VCALENDAR")
        calendar.append(ContentLine(name: "VERSION", value: "2.0"))
        calendar.append(ContentLine("PRODID", text: "-//Example//EN"))
        let zone = berlin.vTimeZone(named: berlin.id, from: berlin.instant(of: start))
        calendar.items += [.component(zone), .component(event)]

        let written = try CalendarFile.read(calendar.octets, defaultZone: berlin)
        print(written.events[0].summary)  // → Swimming; bring towels, goggles
        // end
        #expect(try print.isAsShown(in: "write"))
        #expect(written.warnings.isEmpty && written.skipped.isEmpty)
    }

    @Test func keeping() throws {
        let print = Printed()
        let octets = octets()
        // snippet: keep
        var document = try ICalendarParser.parse(octets)
        for case (let index, .component(var calendar)) in document.items.enumerated() {
            calendar.set(ContentLine("X-WR-CALNAME", text: "Lessons"))
            document.items[index] = .component(calendar)
        }
        let written = document.octets
        print(written.count - octets.count)  // → 22
        // end
        #expect(try print.isAsShown(in: "keep"))
    }

    @Test func pieces() throws {
        let octets = octets()
        let pieces = [octets[..<100], octets[100...]]
        // snippet: pieces
        var limits = ICalendarParser.Limits()
        limits.size = 10 << 20
        var parser = ICalendarParser(limits: limits)
        for piece in pieces { try parser.take(piece) }
        let document = try parser.finish()
        // end
        #expect(document.octets.count > 0)
    }

    @Test func original() throws {
        let print = Printed()
        let calendar = try CalendarFile.read(octets(), defaultZone: .utc)
        let event = try #require(calendar.events.first)
        // snippet: original
        print(event.originalText.contains("X-ROOM:3"))  // → true
        print(event.extensions.map(\.text))  // → ["X-ROOM:3"]
        // end
        #expect(try print.isAsShown(in: "original"))
    }
}
