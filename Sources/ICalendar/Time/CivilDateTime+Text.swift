extension CivilDateTime: CustomStringConvertible {
    /// Reads `2026-11-23T14:00` or `2026-11-23T14:00:30`. `T24:00` is the next day's midnight.
    public init?(_ text: some StringProtocol) {
        var digits = DigitReader(text.utf8)
        guard let date = digits.date(), digits.take("T"), let time = digits.time(), digits.isAtEnd else { return nil }
        self.init(date, time)
    }

    /// Reads a local DATE-TIME of RFC 5545 §3.3.5, `20261123T140000`, without a `Z`.
    ///
    /// A leap second, `:60`, is read as the second before it, as §3.3.12 recommends.
    public init?(icalendar text: some StringProtocol) {
        var digits = DigitReader(text.utf8)
        guard let date = digits.basicDate(), digits.take("T") else { return nil }
        guard let time = digits.basicTime(), digits.isAtEnd else { return nil }
        self.init(date, time)
    }

    /// `2026-11-23T14:00`; with seconds only where there are any.
    public var description: String {
        String(digits: 19) {
            $0.write(date)
            $0.write("T")
            $0.write(time)
        }
    }

    /// `20261123T140000`, a local DATE-TIME of RFC 5545 §3.3.5.
    public var icalendar: String {
        String(digits: 15) {
            $0.writeBasic(date)
            $0.write("T")
            $0.write(time.hour, width: 2)
            $0.write(time.minute, width: 2)
            $0.write(time.second, width: 2)
        }
    }
}

extension CivilDateTime: Codable {
    /// Reads what ``description`` writes.
    public init(from decoder: any Decoder) throws {
        self = try decoder.single("a date and time (2026-11-23T14:00)") { CivilDateTime($0) }
    }

    /// Writes ``description``.
    public func encode(to encoder: any Encoder) throws {
        try encoder.single(description)
    }
}
