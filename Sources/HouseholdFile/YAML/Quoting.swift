/// Which texts YAML would take for something else, and how they are written so that it does not.
enum Quoting {
    /// Whether a text must be in quotes: behind a key, or within brackets (`isFlow`).
    ///
    /// Careful rather than exact: what another reader of YAML would take for a number, a date or a truth is quoted too.
    static func needsQuotes(_ text: String, isFlow: Bool) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return true }
        guard isLetter(first) || isDigit(first), last != " ", last != ":" else { return true }
        if text.unicodeScalars.contains(where: { !isPlain($0, isFlow: isFlow) }) { return true }
        if text.utf8.firstRange(of: ": ".utf8) != nil || text.utf8.firstRange(of: " #".utf8) != nil { return true }
        if isDigit(first), !text.contains(" ") || !text.contains(where: \.isLetter) { return true }
        return words.contains(text.lowercased())
    }

    /// In double quotes, with everything escaped that is no letter, sign or emoji.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            default:
                if isPrintable(scalar) { quoted.unicodeScalars.append(scalar) } else { quoted += escaped(scalar) }
            }
        }
        return quoted + "\""
    }

    /// What YAML 1.1 or 1.2 takes for something else than text.
    private static let words: Set<String> = [
        "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf",
    ]

    /// Letters of any script count, since YAML has no meaning for them.
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic && isPrintable(scalar)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isPlain(_ scalar: Unicode.Scalar, isFlow: Bool) -> Bool {
        switch scalar {
        case "[", "]", "{", "}", ",": !isFlow
        case "\n", "\r", "\t", "\"", "\\": false
        default: isPrintable(scalar)
        }
    }

    /// Without line breaks, tabs and what YAML does not let stand (YAML 1.1 §5.1) or would not give back.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA1...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF:
            !scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isVariationSelector
                || scalar == "\u{200D}"
        default: false
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let (letter, width) = scalar.value <= 0xFF ? ("x", 2) : scalar.value <= 0xFFFF ? ("u", 4) : ("U", 8)
        return "\\" + letter + String(repeating: "0", count: width - digits.count) + digits
    }
}

/// A text of several lines that can stand as it is, `|`, each line indented.
struct LiteralBlock {
    private let lines: [Substring]
    private let endsWithBreak: Bool

    /// Nil where the text is a single line, or would not be given back as it is.
    init?(_ text: String) {
        let scalars = text.unicodeScalars
        guard scalars.dropLast().contains("\n"), scalars.first != " ", scalars.first != "\n" else { return nil }
        guard scalars.allSatisfy({ $0 == "\n" || Quoting.isPrintable($0) }) else { return nil }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        endsWithBreak = lines.last?.isEmpty ?? false
        if endsWithBreak { lines.removeLast() }
        guard lines.last?.isEmpty == false, lines.allSatisfy({ $0.unicodeScalars.last != " " }) else { return nil }
        self.lines = lines
    }

    /// With the header, from behind the key to the last line's end.
    func rendered(indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        let body = lines.map { $0.isEmpty ? "\n" : margin + $0 + "\n" }.joined()
        return (endsWithBreak ? "|" : "|-") + "\n" + body
    }
}
