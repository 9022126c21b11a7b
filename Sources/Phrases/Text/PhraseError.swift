/// Why a phrase can't be understood, and where.
public struct PhraseError: Error, Hashable, Sendable {
    /// What is wrong, in words that go on after a colon.
    public var message: String
    /// The characters that it is about, counted from the beginning of the phrase.
    public var range: Range<Int>
    /// What it may mean, each as it can be written instead; empty where there is but one thing to say.
    public var readings: [String]

    init(_ message: String, at range: Range<Int>, readings: [String] = []) {
        self.message = message
        self.range = range
        self.readings = readings
    }

    /// A line of carets under the place, for a line that holds the phrase from its first column on.
    public var carets: String {
        String(repeating: " ", count: range.lowerBound) + String(repeating: "^", count: max(1, range.count))
    }
}
