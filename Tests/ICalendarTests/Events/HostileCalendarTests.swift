import Testing

@testable import ICalendar

/// Few octets that stand for much: what they cost is bounded.
struct HostileCalendarTests {
    @Test("rules beside the first are taken up to ten, however many there are", arguments: ["RRULE", "EXRULE"])
    func manyRules(key: String) throws {
        let rules = (1...40).map { "\(key):FREQ=DAILY;INTERVAL=\($0 + 100)" }.joined(separator: "\n")

        let file = try Feed.events("UID:1\nDTSTART:20260101T080000\nRRULE:FREQ=DAILY\n\(rules)")

        let event = try #require(file.events.first)
        let counts = [101, 111, 139].map { interval in
            let day = event.start.adding(seconds: interval * 86_400)
            return (event.extra + event.excluded).contains(day)
        }
        #expect(counts == [true, false, false])
        #expect(file.warnings.contains { $0.message.contains("more than 10 of \(key)") })
    }

    @Test("dates that stand one by one are taken up to half a million in a file, wherever they stand")
    func manyDates() throws {
        let dates = "20260101," + String(repeating: "20260102,", count: 300_000) + "20260103"
        let exceptions = "UID:1\nDTSTART;VALUE=DATE:20260101\nRRULE:FREQ=DAILY\nEXDATE;VALUE=DATE:\(dates)"
        let rules = (1...9).map { "RRULE:FREQ=SECONDLY;INTERVAL=\($0 * 2 + 1)" }.joined(separator: "\n")
        let ruled = (0..<60).map { "UID:\($0)\nDTSTART:20260101T080000Z\nRRULE:FREQ=DAILY\n\(rules)" }

        #expect(try Feed.events(exceptions).events.count == 1)
        for events in [[exceptions, exceptions], ruled] {
            let text = events.map { "BEGIN:VEVENT\n\($0)\nEND:VEVENT" }.joined(separator: "\n")
            let error = #expect(throws: CalendarFileError.self) { try Feed.calendar(text) }
            guard case .tooLarge? = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
    }

    @Test("a zone that says each change of the clocks many times has it once; one that has too many is none")
    func manyOnsets() throws {
        func zone(_ count: Int, rule: String) throws -> Zone? {
            let parts = (0..<count).map { _ in
                "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n\(rule)\nEND:STANDARD\n"
            }
            let text = "BEGIN:VTIMEZONE\nTZID:X\n\(parts.joined())END:VTIMEZONE\n"
            let document = try ICalendarParser.parse(text.utf8)
            return document.components.first.flatMap { VTimeZone($0) }?.zone()
        }

        #expect(try zone(100, rule: "RRULE:FREQ=YEARLY")?.table.content.transitions.count == 131)
        #expect(try zone(100, rule: "RRULE:FREQ=MONTHLY") == nil)
    }

    @Test("the zones of a text have so many changes of the clocks all together, and the rest is not known")
    func manyZones() throws {
        let zones = (0..<40).map { number in
            let parts = (0..<8).map { part in
                "BEGIN:STANDARD\nDTSTART:19700101T00000\(part)\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=MONTHLY\n"
                    + "END:STANDARD\n"
            }
            return "BEGIN:VTIMEZONE\nTZID:X\(number)\n\(parts.joined())END:VTIMEZONE"
        }
        let events = (0..<40).map {
            "BEGIN:VEVENT\nUID:\($0)\nDTSTART;TZID=X\($0):20260101T080000\nEND:VEVENT"
        }

        let file = try Feed.calendar((zones + events).joined(separator: "\n"))

        #expect(file.events.count { $0.zoneSource == .embedded } == 15)
        #expect(file.events.count { $0.zoneSource == .unknown } == 25)
    }

    @Test("empty lines count from the first on, though they have no octets", arguments: ["\n", "\r", "\r\n"])
    func emptyLines(end: String) {
        var limits = ICalendarParser.Limits()
        limits.lines = 1_000
        var parser = ICalendarParser(limits: limits)
        let text = Array(String(repeating: end, count: 200_000).utf8)

        #expect(throws: ICalendarSyntaxError.self) { try parser.take(text) }
    }

    @Test(
        "events are counted however they are written",
        arguments: ["begin:vevent\rend:vevent\r", "BEGI\n N:VEVENT\nEND:VEVENT\n"]
    )
    func events(event: String) throws {
        var limits = ICalendarParser.Limits()
        limits.events = 10
        func text(_ count: Int) -> String {
            "BEGIN:VCALENDAR\n" + String(repeating: event, count: count) + "END:VCALENDAR\n"
        }

        #expect(throws: Never.self) { try ICalendarParser.parse(text(10).utf8, limits: limits) }
        #expect(throws: ICalendarSyntaxError.self) { try ICalendarParser.parse(text(11).utf8, limits: limits) }
    }
}
