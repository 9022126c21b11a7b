import Testing

@testable import ICalendar

struct ICalendarParserTests {
    private func lines(_ octets: [UInt8]) throws -> [String] {
        try ICalendarParser.parse(octets).components.flatMap { $0.lines.map(\.text) }
    }

    @Test(
        "Lines end with CRLF, LF, CR or what text-mode writing makes of CRLF",
        arguments: ["\r\n", "\n", "\r", "\r\r\n"]
    )
    func lineEnds(end: String) throws {
        let text = ["BEGIN:VCALENDAR", "SUMMARY:a", " b", "X:c", "END:VCALENDAR"].joined(separator: end)

        #expect(try lines(Array(text.utf8)) == ["SUMMARY:ab", "X:c"])
    }

    @Test("A fold inside a character does no harm")
    func foldInsideCharacter() throws {
        let ö = Array("ö".utf8)
        let octets =
            Array("BEGIN:VCALENDAR\r\nSUMMARY:G".utf8) + ö[..<1] + Array("\r\n ".utf8) + ö[1...]
            + Array("del\r\nEND:VCALENDAR\r\n".utf8)

        #expect(try lines(octets) == ["SUMMARY:Gödel"])
    }

    @Test("Tabs fold, names may stand before their value, and double-spaced files are read")
    func folds() throws {
        let text = "BEGIN:VCALENDAR\nA:1\n\t2\nVERSION\n :2.0\nB\n\n :3\nC:4\n \nEND:VCALENDAR"

        #expect(try lines(Array(text.utf8)) == ["A:12", "VERSION:2.0", "B:3", "C:4"])
    }

    @Test("A byte order mark is no part of the first line, nor are several", arguments: [1, 2, 3])
    func byteOrderMark(count: Int) throws {
        let marks = Array(repeating: [0xEF, 0xBB, 0xBF] as [UInt8], count: count).flatMap(\.self)
        let document = try ICalendarParser.parse(marks + Array("BEGIN:VCALENDAR\nEND:VCALENDAR".utf8))

        #expect(document.components.map(\.name) == ["VCALENDAR"])
        #expect(document.problems == [])
    }

    @Test("Lines and components keep their order, with the number of their physical line")
    func tree() throws {
        let text =
            "BEGIN:VCALENDAR\nA:1\nBEGIN:vevent\nB:2\n 3\nEND:VEVENT\nBEGIN:X-OWN\nEND:X-OWN\nC:4\nEND:VCALENDAR\n"

        let calendar = try #require(try ICalendarParser.parse(text.utf8).components.first)

        #expect(calendar.components.map(\.name) == ["VEVENT", "X-OWN"])
        #expect(calendar.components.map(\.line) == [3, 7])
        #expect(calendar.lines.map(\.line) == [2, 9])
        #expect(calendar.components.first?.first("b")?.value == "23")
    }

    @Test("Malformed and empty lines are kept and reported")
    func problems() throws {
        let text = "\nBEGIN:VCALENDAR\nno colon\n\nA:1\nEND:VCALENDARX\n\nEND:VEVENT\n"

        let document = try ICalendarParser.parse(text.utf8)

        #expect(document.problems.map(\.line) == [3, 4, 6, 8])
        #expect(document.problems.first?.message == "a line without a name and a colon: “no colon”")
        #expect(document.octets == Array(text.replacing("\n", with: "\r\n").utf8))
    }

    @Test(
        "BEGIN and END that do not pair are refused with their line",
        arguments: [
            ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n", 2),
            ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n", 3),
            ("BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR\n", 2),
        ]
    )
    func unbalanced(text: String, line: Int) {
        let error = #expect(throws: ICalendarSyntaxError.self) { try ICalendarParser.parse(text.utf8) }

        #expect(error?.kind == .unbalanced)
        #expect(error?.line == line)
    }

    @Test("Size, number and length of lines, and nesting are bounded")
    func limits() {
        var limits = ICalendarParser.Limits()
        (limits.size, limits.lineLength, limits.lines, limits.nesting) = (200, 40, 12, 3)
        func kind(_ text: String) -> ICalendarSyntaxError.Kind? {
            do throws(ICalendarSyntaxError) {
                _ = try ICalendarParser.parse(text.utf8, limits: limits)
                return nil
            } catch {
                return error.kind
            }
        }

        #expect(kind(String(repeating: "X", count: 201)) == .tooLarge)
        #expect(kind("A:" + String(repeating: "1\n ", count: 40)) == .tooLarge)
        #expect(kind(String(repeating: "BEGIN:A\n", count: 4)) == .tooLarge)
        #expect(kind(String(repeating: "A:\n", count: 13)) == .tooLarge)
        #expect(kind(String(repeating: "A:\n", count: 12)) == nil)
        #expect(kind("BEGIN:A\nBEGIN:A\nBEGIN:A\nEND:A\nEND:A\nEND:A") == nil)
    }

    @Test("A line without an end is refused before all of it has come")
    func endlessLine() throws {
        var limits = ICalendarParser.Limits()
        limits.lineLength = 100
        var parser = ICalendarParser(limits: limits)
        try parser.take("BEGIN:VCALENDAR\nX:".utf8)

        let error = #expect(throws: ICalendarSyntaxError.self) {
            for _ in 0..<100 { try parser.take("1\n 2".utf8) }
        }

        #expect(error?.kind == .tooLarge)
        #expect(error?.message == "a line of more than 100 octets")
    }
}
