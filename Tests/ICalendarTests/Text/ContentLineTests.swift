import Testing

@testable import ICalendar

struct ContentLineTests {
    private func line(_ text: String) -> ContentLine {
        let octets = Array(text.utf8)
        return ContentLine(storage: octets, range: 0..<octets.count, line: 1)
    }

    @Test(
        "A line is split at the first colon that is not between quotes",
        arguments: [
            ("SUMMARY:Piano: lesson", "SUMMARY", "Piano: lesson"),
            ("summary;LANGUAGE=de:Klavier", "summary", "Klavier"),
            ("ATTENDEE;CN=\"Doe; John: Dr\":mailto:j@example.com", "ATTENDEE", "mailto:j@example.com"),
            ("ATTENDEE;CN=\"Doe:mailto:j@example.com", "ATTENDEE", "mailto:j@example.com"),
            ("X-EMPTY:", "X-EMPTY", ""),
            ("DTSTART;;VALUE=DATE:20261123", "DTSTART", "20261123"),
        ]
    )
    func split(text: String, name: String, value: String) {
        let line = line(text)

        #expect(line.isWellFormed)
        #expect(line.name == name)
        #expect(line.key == name.uppercased())
        #expect(line.value == value)
        #expect(line.text == text)
    }

    @Test(
        "A line without a name and a colon is kept as it is",
        arguments: ["", "no colon", "l Latham;X=1:y", ":value", "A;B"]
    )
    func malformed(text: String) {
        let line = line(text)

        #expect(!line.isWellFormed)
        #expect(line.name == "")
        #expect(line.parameters == [])
        #expect(line.text == text)
    }

    @Test("Parameters keep their order and their quoting")
    func parameters() {
        let line = line(
            "ATTENDEE;CN=\"Doe, John\";ROLE=CHAIR;MEMBER=\"mailto:a@b\",\"mailto:c@d\";X-FLAG:mailto:j@example.com"
        )

        #expect(line.parameters.map(\.name) == ["CN", "ROLE", "MEMBER", "X-FLAG"])
        #expect(line.parameters[0].rawValue == "\"Doe, John\"")
        #expect(line.parameters[2].values == ["mailto:a@b", "mailto:c@d"])
        #expect(line.parameter("role") == "CHAIR")
        #expect(line.parameter("RSVP") == nil)
    }

    @Test(
        "Carets in parameters stand for quotes and line ends",
        arguments: [("A ^'B^' C", "A \"B\" C"), ("one^ntwo", "one\ntwo"), ("^^n", "^n"), ("x^", "x^"), ("^x", "^x")]
    )
    func carets(raw: String, value: String) {
        #expect(Parameter(name: "CN", rawValue: raw).values == [value])
    }

    @Test("A parameter that is made here reads as what it was made of", arguments: ["Doe, John", "a\"b\n^", "plain"])
    func made(value: String) {
        let made = ContentLine(name: "ATTENDEE", parameters: [Parameter(name: "CN", value: value)], value: "mailto:a@b")

        #expect(line(made.text).parameter("CN") == value)
        #expect(line(made.text).value == "mailto:a@b")
    }

    @Test("Octets that are not UTF-8 are read as Latin-1")
    func latin() {
        let octets = Array("SUMMARY:Schr".utf8) + [0xF6] + Array("der".utf8)
        let line = ContentLine(storage: octets, range: 0..<octets.count, line: 1)

        #expect(line.value == "Schröder")
        #expect(Array(line.octets) == octets)
    }
}
