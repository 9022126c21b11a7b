extension String {
    /// The text on one line: control characters and line ends are blanks, several blanks are one, none at the ends.
    var onOneLine: String {
        var line = ""
        for scalar in unicodeScalars {
            let blank = scalar == " " || scalar.isControl
            if !blank { line.unicodeScalars.append(scalar) } else if !line.isEmpty { line.append(" ") }
        }
        return line.split(separator: " ").joined(separator: " ")
    }

    /// The text with LF at its lines' ends, whatever they were, and U+FFFD in place of other control characters.
    var withPlainLines: String {
        var text = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in unicodeScalars {
            defer { afterReturn = scalar == "\r" }
            switch scalar {
            case "\n" where afterReturn: continue
            case "\r", "\n", "\u{85}", "\u{2028}", "\u{2029}": text.append("\n")
            case "\t": text.append(scalar)
            default: text.append(scalar.isControl ? "\u{FFFD}" : scalar)
            }
        }
        return String(text)
    }

    /// The text in at most so many bytes of UTF-8; what is cut off is a “…”, and no letter is cut in two.
    func cut(toBytes most: Int) -> String {
        guard utf8.count > most else { return self }
        var (kept, room) = ("", most - 3)
        for character in self {
            room -= character.utf8.count
            guard room >= 0 else { break }
            kept.append(character)
        }
        return kept + "…"
    }
}

extension Unicode.Scalar {
    /// Whether it steers a terminal or a protocol rather than standing for a letter.
    var isControl: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
