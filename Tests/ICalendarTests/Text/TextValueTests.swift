import ICalendar
import Testing

struct TextValueTests {
    @Test(
        "Escapes are resolved",
        arguments: [
            (#"one\ntwo\Nthree"#, "one\ntwo\nthree"),
            (#"a\, b\; c\\d"#, #"a, b; c\d"#),
            (#"10\:30 \"x\""#, #"10:30 "x""#),
            (#"C:\temp\"#, #"C:\temp\"#),
            ("plain", "plain"),
        ]
    )
    func unescape(raw: String, text: String) {
        #expect(TextValue.unescaped(raw) == text)
    }

    @Test("What is escaped reads as the same text", arguments: ["a, b; c\\d\ne", "", "\\n", "naïve"])
    func escape(text: String) {
        #expect(TextValue.unescaped(TextValue.escaped(text)) == text)
    }

    @Test("An escaped comma stays within its value after any number of round trips")
    func categories() {
        var raw = #"A,B\,C"#

        for _ in 0..<3 {
            #expect(TextValue.list(raw) == ["A", "B,C"])
            raw = TextValue.list(raw).map { TextValue.escaped($0) }.joined(separator: ",")
        }
        #expect(raw == #"A,B\,C"#)
    }
}
