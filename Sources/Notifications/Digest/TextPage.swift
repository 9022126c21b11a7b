import Household

/// Plain text as a mail has it: lines of at most 72 columns, without spaces at their ends.
struct TextPage {
    static let width = 72

    private var lines: [String] = []

    /// The page, a line end behind every line.
    var text: String { lines.map { $0 + "\n" }.joined() }

    /// One empty line, unless there is one already.
    mutating func addGap() {
        if let last = lines.last, !last.isEmpty { lines.append("") }
    }

    /// The name of a section, underlined.
    mutating func addHeading(_ title: String) {
        addGap()
        let title = ColumnWidth.cut(HarmlessText.line(title), to: Self.width)
        lines += [title, String(repeating: "-", count: ColumnWidth.of(title))]
    }

    /// A paragraph, broken at spaces, but not at those that are not to be broken; `label` stands before its first line, and the others begin where that does.
    mutating func add(_ text: String, label: String = "", indent: Int = 0) {
        let text = HarmlessText.line(text)
        guard !label.isEmpty || text.contains(where: { $0 != " " }) else { return }
        let label = String(repeating: " ", count: indent) + HarmlessText.line(label)
        let hanging = min(ColumnWidth.of(label), Self.width / 2)
        var line = label
        var isFresh = true
        for word in pieces(text, width: Self.width - hanging) {
            let gap = isFresh ? 0 : 1
            if !isFresh, ColumnWidth.of(line) + gap + ColumnWidth.of(word) > Self.width {
                append(line)
                (line, isFresh) = (String(repeating: " ", count: hanging), true)
            }
            line += (isFresh ? "" : " ") + word
            isFresh = false
        }
        append(line)
    }

    /// A line that is in columns already.
    mutating func addDrawn(_ line: String) { append(HarmlessText.line(line)) }

    /// A line for a conflict's link.
    mutating func addSlot(_ conflict: ID<Conflict>, indent: Int) {
        lines.append(ActionSlot.line(conflict, indent: indent))
    }

    private mutating func append(_ line: String) {
        var line = String(line.map { $0 == "\u{A0}" ? " " : $0 })
        while line.last == " " { line.removeLast() }
        lines.append(line)
    }

    /// The words of a text; one that is wider than a line in pieces.
    private func pieces(_ text: String, width: Int) -> [String] {
        text.split(separator: " ").flatMap { word -> [String] in
            guard ColumnWidth.of(word) > width else { return [String(word)] }
            var pieces: [String] = [""]
            for character in word {
                if ColumnWidth.of(pieces[pieces.count - 1]) + ColumnWidth.of(character) > width { pieces.append("") }
                pieces[pieces.count - 1].append(character)
            }
            return pieces
        }
    }
}
