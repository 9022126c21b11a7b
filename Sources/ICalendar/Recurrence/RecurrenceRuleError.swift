/// What is wrong with the text of a recurrence rule.
public struct RecurrenceRuleError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The rule part, as `BYDAY`; empty if it is the rule as a whole.
    public let part: String
    /// Its value as given, shortened if it is long.
    public let value: String
    /// Why that can't be, with what would be right.
    public let reason: String

    init(_ part: some StringProtocol, _ value: some StringProtocol, _ reason: String) {
        self.part = Self.shortened(part)
        self.value = Self.shortened(value)
        self.reason = reason
    }

    /// `BYDAY=XX: “XX” is not a weekday (MO, TU, WE, TH, FR, SA, SU)`.
    public var description: String {
        part.isEmpty ? "“\(value)”: \(reason)" : "\(part)=\(value): \(reason)"
    }

    /// Hostile text must not fill a log.
    static func shortened(_ text: some StringProtocol) -> String {
        text.utf8.count > 60 ? text.prefix(57) + "…" : String(text)
    }
}
