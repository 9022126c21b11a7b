/// Takes out of a text from outside what a terminal would obey: escape sequences, control characters, and the
/// characters that turn the direction of writing.
package enum CleanText {
    /// The text in one line: line ends and tabs are spaces.
    package static func line(_ text: String) -> String {
        isHarmless(text) ? text : cleaned(text, keepsLines: false)
    }

    /// The text with its line ends and tabs.
    package static func block(_ text: String) -> String {
        cleaned(text, keepsLines: true)
    }

    private static func isHarmless(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    }

    private static func cleaned(_ text: String, keepsLines: Bool) -> String {
        var result = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\n" where keepsLines, "\t" where keepsLines: result.append(scalar)
            case "\n", "\t", "\r", "\u{2028}", "\u{2029}": if !keepsLines { result.append(" ") }
            case "\u{1B}": skipSequence(in: &rest)
            case "\u{9B}": skipControl(in: &rest)
            case _ where isObeyed(scalar): break
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// After ESC: a control sequence, a string such as a window title, or one more character (ECMA-48 §5).
    private static func skipSequence(in rest: inout Substring.UnicodeScalarView) {
        switch rest.first {
        case "[":
            rest.removeFirst()
            skipControl(in: &rest)
        case "]", "P", "X", "^", "_":
            rest.removeFirst()
            skipString(in: &rest)
        case .some(let scalar) where ("\u{20}"..."\u{7E}").contains(scalar):
            rest.removeFirst()
        default: break
        }
    }

    private static func skipControl(in rest: inout Substring.UnicodeScalarView) {
        while let scalar = rest.first, ("\u{20}"..."\u{3F}").contains(scalar) { rest.removeFirst() }
        if let final = rest.first, ("\u{40}"..."\u{7E}").contains(final) { rest.removeFirst() }
    }

    /// Up to the terminator; where there is none, only the introducer goes, so that nothing can hide what follows.
    private static func skipString(in rest: inout Substring.UnicodeScalarView) {
        for index in rest.indices {
            switch rest[index] {
            case "\u{07}", "\u{9C}":
                rest = rest[rest.index(after: index)...]
                return
            case "\u{1B}":
                rest = rest[index...].dropFirst(2)
                return
            default: break
            }
        }
    }

    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F: true
        case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
