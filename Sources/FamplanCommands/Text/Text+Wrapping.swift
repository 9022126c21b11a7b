extension Text {
    /// The text in lines of at most `width` cells, broken at spaces; a word longer than a line is broken where it must.
    package func wrapped(to width: Int) -> [Text] {
        let width = max(width, 1)
        guard self.width > width else { return [self] }
        var lines: [Text] = []
        var line = Text()
        for word in words {
            if !line.isEmpty, line.width + 1 + word.width <= width {
                line += Text(" ", line.runs.last?.style == word.runs.first?.style ? word.runs[0].style : []) + word
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = word
            while line.width > width {
                let head = line.prefix(width)
                // A character wider than the line: it stands alone rather than never.
                guard !head.isEmpty else { break }
                lines.append(head)
                line = line.dropping(head)
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }

    /// Split at spaces, styles kept; leading spaces stay with the first word.
    private var words: [Text] {
        var words: [Text] = []
        var word = Text()
        var isIndent = true
        for run in runs {
            for character in run.string {
                if character == " ", !isIndent {
                    if !word.isEmpty { words.append(word) }
                    word = Text()
                } else {
                    isIndent = isIndent && character == " "
                    word += Text(String(character), run.style)
                }
            }
        }
        return word.isEmpty ? words : words + [word]
    }

    /// What is left after a beginning of it.
    func dropping(_ head: Text) -> Text {
        var toDrop = head.runs.reduce(0) { $0 + $1.string.count }
        var rest = Text()
        for run in runs {
            let dropped = min(toDrop, run.string.count)
            toDrop -= dropped
            rest += Text(String(run.string.dropFirst(dropped)), run.style)
        }
        return rest
    }
}
