/// A PERIOD value: a start, and an end or a duration: `20261123T140000Z/PT1H` (RFC 5545 §3.3.9).
public struct PeriodValue: Hashable, Sendable {
    /// How the period's end is given.
    public enum End: Hashable, Sendable {
        /// By the moment after its last.
        case time(TimeValue)
        /// By how long it is.
        case duration(DurationValue)
    }

    /// The first moment.
    public var start: TimeValue
    /// How its end is given.
    public var end: End

    /// Reads a value as it is written.
    ///
    /// - Throws: ``ValueError`` for the part that is wrong.
    public init(_ text: some StringProtocol) throws(ValueError) { try self.init(Array(text.utf8)[...]) }

    init(_ octets: ArraySlice<UInt8>) throws(ValueError) {
        guard let slash = octets.firstIndex(of: Octets.slash) else {
            throw ValueError("PERIOD", octets, "expected a start, a slash, and an end or a duration")
        }
        start = try TimeValue(octets[..<slash])
        let rest = Octets.trimmed(octets[(slash + 1)...])
        let isTime = rest.first.map(Octets.isDigit) ?? false
        end = isTime ? .time(try TimeValue(rest)) : .duration(try DurationValue(rest))
    }
}
