import FoundationEssentials

/// Words of any script in a header (RFC 2047).
enum EncodedWords {
    /// `=?UTF-8?B?…?=` leaves so many bytes of text to a word of 64 letters: the header's name goes before the first.
    private static let bytesInWord = 39
    private static let longestPlain = 60

    /// The value of a header: as it is where it is short plain ASCII, else as encoded words, one a line.
    ///
    /// Whatever would end the header is a blank.
    static func value(_ text: String) -> String {
        let line = text.onOneLine
        let plain = line.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !line.contains("=?")
        if plain && line.utf8.count <= longestPlain { return line }
        return pieces(line).map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\n ")
    }

    /// No letter is cut in two (§5).
    private static func pieces(_ line: String) -> [String] {
        var pieces = [""]
        var bytes = 0
        for scalar in line.unicodeScalars {
            let width = scalar.utf8.count
            if bytes + width > bytesInWord {
                pieces.append("")
                bytes = 0
            }
            pieces[pieces.count - 1].unicodeScalars.append(scalar)
            bytes += width
        }
        return pieces
    }
}
