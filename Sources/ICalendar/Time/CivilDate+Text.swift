extension CivilDate: CustomStringConvertible {
    /// Reads `2026-11-23`: four, two and two digits, nothing else.
    public init?(_ text: some StringProtocol) {
        var digits = DigitReader(text.utf8)
        guard let date = digits.date(), digits.isAtEnd else { return nil }
        self = date
    }

    /// Reads a DATE value of RFC 5545 §3.3.4, `20261123`.
    public init?(icalendar text: some StringProtocol) {
        var digits = DigitReader(text.utf8)
        guard let date = digits.basicDate(), digits.isAtEnd else { return nil }
        self = date
    }

    /// `2026-11-23`.
    public var description: String {
        String(digits: 10) { $0.write(self) }
    }

    /// `20261123`, a DATE value of RFC 5545 §3.3.4.
    public var icalendar: String {
        String(digits: 8) { $0.writeBasic(self) }
    }
}

extension CivilDate: Codable {
    /// Reads what ``description`` writes.
    public init(from decoder: any Decoder) throws {
        self = try decoder.single("a date (2026-11-23)") { CivilDate($0) }
    }

    /// Writes ``description``.
    public func encode(to encoder: any Encoder) throws {
        try encoder.single(description)
    }
}
