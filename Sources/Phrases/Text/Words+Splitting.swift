extension Words {
    /// No text is longer, in characters.
    static let longest = 500

    /// Splits a text at white space; what stands in quotation marks (`"…"`, `“…”`) is one word.
    ///
    /// - Throws: Where the text is too long, or a quotation mark is not closed.
    init(splitting text: String) throws(PhraseError) {
        let characters = Array<Character>(text)
        guard characters.count <= Self.longest else {
            throw PhraseError("it is longer than \(Self.longest) characters (--note has room for more)", at: 0..<1)
        }
        var words: [Word] = []
        var index = 0
        while index < characters.count {
            let start = index
            let character = characters[index]
            if character.isWhitespace {
                index += 1
            } else if character == "\"" || character == "“" {
                guard let end = characters[(index + 1)...].firstIndex(where: { $0 == "\"" || $0 == "”" }) else {
                    throw PhraseError("the quotation mark is not closed", at: start..<start + 1)
                }
                words.append(Word(String(characters[(start + 1)..<end]), at: start, isQuoted: true))
                index = end + 1
            } else {
                while index < characters.count, !characters[index].isWhitespace { index += 1 }
                words.append(Word(String(characters[start..<index]), at: start))
            }
        }
        self = words[...]
    }
}
