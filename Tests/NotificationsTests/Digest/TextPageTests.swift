import Testing

@testable import Notifications

@Suite("plain text of 72 columns")
struct TextPageTests {
    @Test("a paragraph is broken between words, and goes on where it began")
    func hanging() {
        var page = TextPage()
        page.add(Array(repeating: "nine char", count: 9).joined(separator: " "), label: "* ", indent: 2)
        #expect(
            page.text == """
                  * nine char nine char nine char nine char nine char nine char nine
                    char nine char nine char

                """
        )
    }

    @Test("a line of just 72 columns is left whole, a word of more is cut into pieces")
    func limits() {
        var page = TextPage()
        page.add(String(repeating: "a", count: 35) + " " + String(repeating: "b", count: 36))
        page.add(String(repeating: "c", count: 73))
        page.add(String(repeating: "日", count: 37))
        let widths = page.text.split(separator: "\n").map { ColumnWidth.of($0) }
        #expect(widths == [72, 72, 1, 72, 2])
    }

    @Test("gaps do not add up, and no line ends with a space")
    func gaps() {
        var page = TextPage()
        page.addGap()
        page.add("a")
        page.addGap()
        page.addGap()
        page.add("", label: "b ")
        #expect(page.text == "a\n\nb\n")
    }

    @Test("what is cut is no wider than it may be", arguments: [(5, "abcd…"), (4, "abc…"), (1, "…"), (0, "")])
    func cut(columns: Int, expected: String) { #expect(ColumnWidth.cut("abcdef", to: columns) == expected) }

    @Test("control characters, directions and line ends go; letters of every writing stay")
    func harmless() {
        #expect(HarmlessText.line("a\nb\u{1B}[1mc\u{202E}d\u{0}é שלום 👩‍👧") == "a b[1mcdé שלום 👩‍👧")
    }
}
