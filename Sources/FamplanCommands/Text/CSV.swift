/// Comma-separated values for spreadsheets: RFC 4180, lines ended by CRLF.
struct CSV {
    /// What stands in one cell.
    enum Cell {
        /// Somebody's words: never taken for a formula.
        case text(String)
        /// A number or a date of ours.
        case value(String)
        case nothing
    }

    private(set) var text = ""

    init(_ header: [String]) { add(header.map(Cell.value)) }

    mutating func add(_ cells: [Cell]) {
        text += cells.map(Self.written).joined(separator: ",") + "\r\n"
    }

    private static func written(_ cell: Cell) -> String {
        switch cell {
        case .nothing: ""
        case .value(let value): quoted(value)
        case .text(let text): quoted(harmless(text))
        }
    }

    /// In one line, without what a terminal obeys; and a spreadsheet would work out what begins like a formula, whoever wrote it.
    private static func harmless(_ text: String) -> String {
        let clean = CleanText.line(text)
        return clean.first.map("=+-@".contains) ?? false ? "'" + clean : clean
    }

    private static func quoted(_ text: String) -> String {
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
