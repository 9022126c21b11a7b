import FamplanCommands
import Testing

@Suite struct TextTests {
    @Test(
        "a text takes the cells that a terminal gives it",
        arguments: [
            ("", 0), ("Noah", 4), ("Zoë", 3), ("Zoe\u{308}", 3), ("市場", 4), ("한글", 4), ("🏊", 2), ("👨‍👩‍👧", 2),
            ("❤️", 2), ("→…–", 3), ("┣━┫", 3), ("ｆｕｌｌ", 8), ("🇩🇪", 2),
        ]
    )
    func width(text: String, cells: Int) {
        #expect(DisplayWidth.of(text) == cells)
        #expect(Text(text).cells.count == cells)
    }

    @Test("a cut text says so, and never cuts a wide character in two")
    func truncation() {
        #expect(Text("Northwind").truncated(to: 9).string == "Northwind")
        #expect(Text("Northwind").truncated(to: 6).string == "North…")
        #expect(Text("市場で").truncated(to: 4).string == "市…")
        #expect(Text("x").truncated(to: 0).string == "")
    }

    @Test(
        "a paragraph breaks at spaces, a long word where it must",
        arguments: [
            ("one two three", 7, ["one two", "three"]), ("one two", 80, ["one two"]), ("", 5, [""]),
            ("abcdefghij", 4, ["abcd", "efgh", "ij"]), ("a  b", 2, ["a", "b"]), ("42  Mon  x", 8, ["42  Mon", "x"]),
            ("市場で", 2, ["市", "場", "で"]), ("市", 1, ["市"]),
        ]
    )
    func wrapping(text: String, width: Int, lines: [String]) {
        #expect(Text(text).wrapped(to: width).map(\.string) == lines)
    }

    @Test("styles survive wrapping and padding")
    func styles() {
        let text = Text("one ", .bold) + Text("two")
        #expect(text.wrapped(to: 3) == [Text("one", .bold), Text("two")])
        #expect(Text("a", .red).padded(to: 3) == Text("a", .red) + Text("  "))
    }

    @Test("a page has no spaces at line ends, and one empty line at most between parts")
    func page() {
        var page = Page(look: Look(width: 20))
        page.addGap()
        page.add(Text("a").padded(to: 9))
        page.addGap()
        page.addGap()
        page.add(Text("b") + Text("   ", .dim))
        #expect(page.string == "a\n\nb\n")
    }
}
