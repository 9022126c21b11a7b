import FamplanAPI
import FamplanClient
import FamplanCommands
import Testing

@Suite struct CleanTextTests {
    @Test(
        "what a terminal would obey is taken out of a text from outside",
        arguments: [
            ("Dentist", "Dentist"), ("Zoë’s 🏊 市場", "Zoë’s 🏊 市場"), ("\u{1B}[31mred\u{1B}[0m", "red"),
            ("\u{1B}]0;title\u{07}after", "after"), ("\u{1B}]8;;http://x\u{1B}\\link", "link"),
            ("\u{1B}]0;never ended", "0;never ended"), ("\u{9B}31mred", "red"), ("a\u{1B}cb", "ab"),
            ("two\nlines\tand\rmore", "two lines and more"), ("bell\u{07}, back\u{08}, del\u{7F}", "bell, back, del"),
            ("\u{202E}desrever\u{202C}", "desrever"), ("\u{1B}", ""), ("\u{1B}[", ""), ("👨‍👩‍👧", "👨‍👩‍👧"),
        ]
    )
    func cleaning(text: String, clean: String) {
        #expect(CleanText.line(text) == clean)
        #expect(Text(text).string == clean)
    }

    @Test("in a block, lines and tabs stay")
    func block() {
        #expect(CleanText.block("a:\n\tb\u{1B}[2J\r\n") == "a:\n\tb\n")
    }

    @Test("no escape sequence in a document reaches the terminal", arguments: ["agenda", "week", "conflicts"])
    func documents(command: String) async throws {
        let hostile = String(decoding: try TestFiles.document(command), as: UTF8.self)
            .replacing("Dentist", with: #"\u001b]52;c;ZXZpbA==\u0007Den\u001b[2Jtist\u009b1A\r\u0000"#)
            .replacing("Maya", with: #"\u001b[8mMaya"#)
        let console = FakeConsole()

        let status = await console.run(command) { _ in WireResponse(status: 200, body: Array(hostile.utf8)) }

        #expect(status == 0)
        #expect(console.seen.output.contains("Maya"))
        let obeyed = console.seen.output.unicodeScalars.filter {
            $0.properties.generalCategory == .control && $0 != "\n"
        }
        #expect(obeyed.isEmpty)
    }

    @Test(
        "whatever draws a document obeys nothing that stands in it: every title, name and sentence is poisoned",
        arguments: GoldenTests.examples
    )
    func everyRenderer(example: GoldenTests.Example) throws {
        let document = String(decoding: try TestFiles.document(example.document), as: UTF8.self)
        let poison = #"\u001b]0;owned\u0007\u001b[2J\u009b1A\u202e\u0000"#
        let keys =
            /"(title|message|summary|reason|household|name|before|after|error|address|text|by|you|place|Maya|maya|noah)"\s*:\s*"/
        let hostile = document.replacing(keys) { "\($0.output.0)\(poison)" }.replacing(
            #"": "Maya"#,
            with: #"": "\#(poison)Maya"#
        )
        var page = Page(look: Look(width: 100))

        try example.render(Array(hostile.utf8), &page)

        let obeyed = page.string.unicodeScalars.filter {
            $0.properties.generalCategory == .control && $0 != "\n" || $0 == "\u{202E}"
        }
        #expect(obeyed.isEmpty)
    }

    @Test("on a terminal even JSON holds no control characters, and is the same document")
    func json() async throws {
        let console = FakeConsole(isTerminal: true)
        let document = "{\"schema\":1,\"now\":\"\u{9B}31m\u{85}é\"}"

        _ = await console.run("now", "--json") { _ in WireResponse(status: 200, body: Array(document.utf8)) }

        #expect(console.seen.output == #"{"schema":1,"now":"\u009b31m\u0085é"}"# + "\n")
    }
}
