extension Text {
    /// The text in lines of at most `width` cells, broken at spaces; a word longer than a line is broken where it must.
    package func wrapped(to width: Int) -> [Text] {
        let width = max(width, 1)
        guard self.width > width else { return [self] }
        var lines: [Text] = []
        var line = Text()
        for (gap, word) in words {
            if line.isEmpty || line.width + gap.width + word.width <= width {
                line += gap + word
            } else {
                lines.append(line)
                line = word
            }
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

    /// Split at spaces, styles kept: each word with the spaces before it.
    private var words: [(gap: Text, word: Text)] {
        var words: [(gap: Text, word: Text)] = []
        var gap = Text()
        var word = Text()
        for run in runs {
            for character in run.string {
                if character == " ", !word.isEmpty {
                    words.append((gap, word))
                    (gap, word) = (Text(), Text())
                }
                if character == " " {
                    gap += Text(" ", run.style)
                } else {
                    word += Text(String(character), run.style)
                }
            }
        }
        return word.isEmpty ? words : words + [(gap, word)]
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
