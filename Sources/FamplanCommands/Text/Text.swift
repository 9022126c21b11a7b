/// A piece of one line: runs of characters, each with its style. Whatever is put in is cleaned first, so that no text
/// from outside reaches the terminal otherwise.
package struct Text: Sendable, Hashable {
    package struct Run: Sendable, Hashable {
        package var string: String
        package var style: Style
    }

    package private(set) var runs: [Run]

    package init() {
        runs = []
    }

    package init(_ string: String, _ style: Style = []) {
        let clean = CleanText.line(string)
        runs = clean.isEmpty ? [] : [Run(string: clean, style: style)]
    }

    /// In cells.
    package var width: Int { runs.reduce(0) { $0 + DisplayWidth.of($1.string) } }

    package var isEmpty: Bool { runs.isEmpty }

    package static func + (lhs: Text, rhs: Text) -> Text {
        var sum = lhs
        sum += rhs
        return sum
    }

    package static func += (lhs: inout Text, rhs: Text) {
        for run in rhs.runs {
            if let last = lhs.runs.last, last.style == run.style {
                lhs.runs[lhs.runs.count - 1].string += run.string
            } else {
                lhs.runs.append(run)
            }
        }
    }

    /// Filled with spaces to so many cells.
    package func padded(to width: Int) -> Text {
        let missing = width - self.width
        return missing > 0 ? self + Text(String(repeating: " ", count: missing)) : self
    }

    /// Cut to so many cells, with `…` for what is gone.
    package func truncated(to width: Int) -> Text {
        guard self.width > width, width > 0 else { return width > 0 ? self : Text() }
        return prefix(width - 1) + Text("…", runs.last?.style ?? [])
    }

    /// One piece for each cell; a wide character has the first of its two, the second is empty.
    package var cells: [Text] {
        var cells: [Text] = []
        for run in runs {
            for character in run.string {
                cells.append(Text(String(character), run.style))
                if DisplayWidth.of(character) == 2 { cells.append(Text()) }
            }
        }
        return cells
    }

    /// As much of the beginning as fits into so many cells.
    package func prefix(_ width: Int) -> Text {
        var result = Text()
        var room = width
        for run in runs {
            var kept = ""
            for character in run.string {
                let needed = DisplayWidth.of(character)
                guard needed <= room else { return result + Text(kept, run.style) }
                kept.append(character)
                room -= needed
            }
            result += Text(kept, run.style)
        }
        return result
    }
}

extension [Text] {
    /// One after the other, with a separator between.
    package func joined(_ separator: Text) -> Text {
        guard let first else { return Text() }
        return dropFirst().reduce(first) { $0 + separator + $1 }
    }
}
