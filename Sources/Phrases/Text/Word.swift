/// A word of what somebody typed, and where it stands.
struct Word: Hashable, Sendable {
    /// As it was written, without quotation marks.
    var text: String
    /// To be compared: in small letters, without a comma at its end.
    var plain: String
    /// The characters that it takes up, counted from the beginning of the text.
    var range: Range<Int>
    /// Words in quotation marks mean nothing but themselves.
    var isQuoted: Bool

    init(_ text: String, at start: Int, isQuoted: Bool = false) {
        self.text = text
        self.isQuoted = isQuoted
        range = start..<start + text.count + (isQuoted ? 2 : 0)
        var plain = isQuoted ? "" : text.lowercased()
        while plain.count > 1, plain.last == "," { plain.removeLast() }
        self.plain = plain
    }
}

/// What a reader of words made of the first few of them.
struct Found<Value> {
    var value: Value
    /// How many words it took, one or more.
    var count: Int

    init(_ value: Value, _ count: Int) {
        (self.value, self.count) = (value, count)
    }
}

extension Found: Sendable where Value: Sendable {}

/// The words of a text, from one of them on.
typealias Words = ArraySlice<Word>

extension Words {
    /// The word so many places on, to be compared; empty where there is none, or one in quotation marks.
    func plain(_ offset: Int) -> String {
        let index = startIndex + offset
        return indices.contains(index) ? self[index].plain : ""
    }

    /// No name of more words is looked for.
    static let longestName = 6

    /// The first so many as one name; nil where there are fewer, or one of them is in quotation marks or has a comma after it.
    func name(of count: Int) -> String? {
        let words = prefix(count)
        guard words.count == count, words.allSatisfy({ !$0.isQuoted }),
            words.dropLast().allSatisfy({ $0.text.last != "," }),
            // “@maya - 15:00” ends at a dash.
            words.last?.plain.contains(where: { $0.isLetter || $0.isNumber }) ?? false
        else { return nil }
        return words.map(\.plain).joined(separator: " ")
    }

    /// Where the first so many of them stand.
    func range(_ count: Int) -> Range<Int> {
        guard let first, let last = prefix(count).last else { return 0..<0 }
        return first.range.lowerBound..<last.range.upperBound
    }

    /// The first so many as they were written.
    func text(_ count: Int) -> String {
        prefix(count).map(\.text).joined(separator: " ")
    }
}
