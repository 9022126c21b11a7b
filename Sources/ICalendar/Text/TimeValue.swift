/// A DATE or DATE-TIME value, without the zone that a TZID parameter names (RFC 5545 §3.3.4, §3.3.5).
public enum TimeValue: Hashable, Sendable {
    /// `20261123`
    case date(CivilDate)
    /// `20261123T140000`: floating, or in the zone of the TZID parameter beside it.
    case local(CivilDateTime)
    /// `20261123T140000Z`
    case utc(CivilDateTime)

    /// Reads a value as it is written, without the TZID beside it.
    ///
    /// - Throws: ``ValueError`` if it is neither, or no day or time of any calendar.
    public init(_ text: some StringProtocol) throws(ValueError) { try self.init(Array(text.utf8)[...]) }

    init(_ octets: ArraySlice<UInt8>) throws(ValueError) {
        let value = Octets.trimmed(octets)
        var digits = DigitReader(value)
        let date = digits.basicDate()
        if let date, digits.isAtEnd {
            self = .date(date)
            return
        }
        guard let date, digits.take("T") || digits.take("t"), let time = digits.basicTime() else {
            throw TimeValue.error(value)
        }
        let isUTC = digits.take("Z") || digits.take("z")
        guard digits.isAtEnd else { throw TimeValue.error(value) }
        self = isUTC ? .utc(CivilDateTime(date, time)) : .local(CivilDateTime(date, time))
    }

    private static func error(_ value: ArraySlice<UInt8>) -> ValueError {
        // A DATE has eight characters; what is longer was meant to have a time of day.
        guard value.count > 9 else { return ValueError("DATE", value, "expected a day such as 20261123") }
        return ValueError("DATE-TIME", value, "expected 20261123T140000 or 20261123T140000Z, or a day such as 20261123")
    }

    /// The day that is written, whatever zone it is meant in.
    public var day: CivilDate {
        switch self {
        case .date(let date): date
        case .local(let wall), .utc(let wall): wall.date
        }
    }
}
