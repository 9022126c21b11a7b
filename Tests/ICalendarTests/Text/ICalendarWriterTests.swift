import Testing

@testable import ICalendar

struct ICalendarWriterTests {
    @Test("Long lines are folded at 75 octets and never inside a character", arguments: ["x", "ö", "日", "👍", "aé日👍"])
    func folds(character: String) throws {
        let value = String(repeating: character, count: 120)
        let line = ContentLine(name: "SUMMARY", value: value)

        var writer = ICalendarWriter()
        writer.write(line)

        let physical = writer.octets.split(separator: UInt8(ascii: "\n"))
        #expect(physical.allSatisfy { $0.count <= 76 && String(validating: $0, as: UTF8.self) != nil })
        #expect(physical.count > 1)
        #expect(Unfolding.text(writer.octets) == "SUMMARY:\(value)\n")
    }

    @Test("What is read is written byte for byte, after unfolding")
    func roundTrip() throws {
        let text = """
            BEGIN:VCALENDAR
            X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE=School:geo:48.2,16.37
            begin:vevent
            ATTENDEE;CN="Doe, \\"J\\"";X-a=^n:mailto:j@example.com
            CATEGORIES:A,B\\,C
            strange line

            BEGIN:X-UNKNOWN
            END:X-UNKNOWN
            end:vevent
            END:VCALENDAR

            """

        let written = try ICalendarParser.parse(text.utf8).octets

        #expect(String(decoding: written, as: UTF8.self).replacing("\r\n", with: "\n") == text)
    }

    @Test("Setting a line changes that one and leaves everything else where it was")
    func patch() throws {
        let text = "BEGIN:VEVENT\nUID:1\nSUMMARY:old\nX-OWN;A=\"b\":c\nSUMMARY:older\nEND:VEVENT"
        var event = try #require(try ICalendarParser.parse(text.utf8).components.first)

        event.set(ContentLine(name: "SUMMARY", value: TextValue.escaped("new, better")))
        event.set(ContentLine(name: "SEQUENCE", value: "1"))
        event.removeAll("uid")

        #expect(event.lines.map(\.text) == [#"SUMMARY:new\, better"#, #"X-OWN;A="b":c"#, "SEQUENCE:1"])
    }

    @Test("A component that is made has its BEGIN and END")
    func made() {
        var event = Component("vevent")
        event.set(ContentLine(name: "UID", value: "1"))

        #expect(String(decoding: event.octets, as: UTF8.self) == "BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\n")
    }
}

extension Unfolding {
    /// The logical lines as one text.
    static func text(_ octets: [UInt8]) -> String {
        var unfolding = Unfolding()
        octets.withUnsafeBufferPointer { unfolding.take($0) }
        let block = unfolding.finish()
        return block.lines.reduce(into: "") { text, line in
            text += String(decoding: block.octets[Int(line.start)..<Int(line.end)], as: UTF8.self) + "\n"
        }
    }
}
