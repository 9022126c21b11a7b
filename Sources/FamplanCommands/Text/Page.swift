/// Lines for people, one after the other, and what they are shown on.
package struct Page: Sendable {
    package let look: Look
    package private(set) var lines: [Text] = []

    package init(look: Look) {
        self.look = look
    }

    /// A line as it is: drawn, or known to fit.
    package mutating func add(_ line: Text) {
        lines.append(line)
    }

    /// A paragraph: wrapped to the width, all of it `indent` cells in, the lines after the first `hanging` more.
    package mutating func add(_ text: Text, indent: Int, hanging: Int = 0) {
        let space = Text(String(repeating: " ", count: indent))
        let further = Text(String(repeating: " ", count: indent + hanging))
        // The first line is as long as the others are with the hanging indent, so that one width serves all.
        for (number, line) in text.wrapped(to: look.width - indent - hanging).enumerated() {
            lines.append((number == 0 ? space : further) + line)
        }
    }

    /// An empty line between two parts; none at the top, and never two.
    package mutating func addGap() {
        if let last = lines.last, !last.isEmpty { lines.append(Text()) }
    }

    /// All lines for the terminal or a file.
    package var string: String {
        lines.map { rendered($0) + "\n" }.joined()
    }

    private func rendered(_ line: Text) -> String {
        var runs = line.runs
        // No spaces at line ends: they wrap in narrow windows and show up when copied.
        while let last = runs.last, !last.style.contains(.reverse) {
            let trimmed = last.string.droppingTrailingSpaces
            if trimmed == last.string { break }
            runs.removeLast()
            if !trimmed.isEmpty { runs.append(Text.Run(string: trimmed, style: last.style)) }
        }
        return runs.map(rendered).joined()
    }

    private func rendered(_ run: Text.Run) -> String {
        // Non-breaking spaces have done their work.
        let spaced = String(run.string.map { $0 == "\u{A0}" ? " " : $0 })
        let string = look.usesUnicode ? spaced : AsciiFolding.folded(spaced)
        guard look.usesColor, !run.style.isEmpty else { return string }
        return run.style.sequence + string + Style.reset
    }
}

extension String {
    fileprivate var droppingTrailingSpaces: String {
        guard let end = lastIndex(where: { $0 != " " }) else { return "" }
        return String(self[...end])
    }
}
