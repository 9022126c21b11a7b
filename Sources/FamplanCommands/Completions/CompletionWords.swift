internal import ArgumentParser

/// A name as a shell's completion takes it: as the very word, whatever is in it, with what it means where the shell shows that.
struct CompletionWords {
    let shell: CompletionShell?
    private static let longest = 60

    /// Nil for a name that cannot be typed: with control characters or a line's end in it.
    func candidate(_ name: String, meaning: String) -> String? {
        guard !name.isEmpty, name.unicodeScalars.allSatisfy(Self.canBeTyped) else { return nil }
        let words = Self.short(CleanText.line(meaning))
        switch shell {
        case .bash?: return Self.escapedForBash(name)
        case .zsh?:
            let escaped = name.replacing("\\", with: "\\\\").replacing(":", with: "\\:")
            return words.isEmpty ? escaped : "\(escaped):\(words)"
        case .fish?: return words.isEmpty ? name : "\(name)\t\(words)"
        default: return name
        }
    }

    private static func canBeTyped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .format, .surrogate: false
        default: true
        }
    }

    /// `compgen -W` expands its words as a command line: a name must not be run.
    private static func escapedForBash(_ name: String) -> String {
        name.unicodeScalars.map { scalar in
            let isPlain =
                !scalar.isASCII || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || "-_.,:=@%+/".unicodeScalars.contains(scalar)
            return isPlain ? "\(scalar)" : "\\\(scalar)"
        }.joined()
    }

    private static func short(_ text: String) -> String {
        text.count > longest ? text.prefix(longest - 1) + "…" : text
    }
}
