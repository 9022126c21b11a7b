/// The commands that a Markdown page mentions without showing what they print: in its sentences, and in blocks that no test runs.
enum MentionedCommands {
    /// Their arguments, as a shell would take them apart. Left out is what is no command alone (`famplan today: nothing`).
    static func arguments(in text: String) -> [[String]] {
        lines(in: text).flatMap { line in
            line.isInFence
                ? [line.text.drop { $0 == " " }] : line.text.matches(of: /`(famplan [^`]*)`/).map(\.output.1)
        }.compactMap { command(in: $0) }
    }

    private static func lines(in text: String) -> [(text: Substring, isInFence: Bool)] {
        var fence: Substring?
        return text.replacing("\\\n", with: " ").split(separator: "\n").compactMap { line in
            if line.hasPrefix("```") {
                fence = fence == nil ? line : nil
                return nil
            }
            return fence?.hasPrefix("```console") == true ? nil : (line, fence != nil)
        }
    }

    private static func command(in text: Substring) -> [String]? {
        let plain = text.trimmingPrefix("sudo ")
        guard plain.hasPrefix("famplan "), !plain.contains(/: |…|─►/) else { return nil }
        // `[--until fri]` may be there, of `yes|no` one is, `N` is some number, and what comes after is the shell's.
        let meant = plain.replacing(/[\[\]]/, with: "").replacing(/\bN\b/, with: "1").replacing(/\b(\|\w+)+/, with: "")
        let words = words(in: meant)
        return Array(words.prefix { !["|", ">", "&", "#", "<"].contains($0) && !$0.hasPrefix("2>") }.dropFirst())
    }

    /// Quotation marks keep a word together.
    private static func words(in text: some StringProtocol) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in text {
            if character == quote {
                quote = nil
            } else if quote == nil, character == "'" || character == "\"" {
                (quote, word) = (character, word ?? "")
            } else if quote == nil, character == " " {
                if let whole = word { words.append(whole) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        return words + (word.map { [$0] } ?? [])
    }
}
