/// A DURATION value: `P1DT12H`, `-PT15M`, `P2W` (RFC 5545 §3.3.6).
///
/// Days and weeks are days of the calendar; hours, minutes and seconds are exact.
public struct DurationValue: Hashable, Sendable {
    /// Whole days, negative in a negative duration.
    public var days: Int
    /// Seconds beside the days, with the same sign.
    public var seconds: Int

    /// A duration of so many days and exact seconds.
    public init(days: Int = 0, seconds: Int = 0) {
        self.days = days
        self.seconds = seconds
    }

    /// Reads a value as it is written: `P1DT12H`.
    ///
    /// - Throws: ``ValueError`` if it is no duration, or one of more than a thousand years.
    public init(_ text: some StringProtocol) throws(ValueError) { try self.init(Array(text.utf8)[...]) }

    init(_ octets: ArraySlice<UInt8>) throws(ValueError) {
        let value = Octets.trimmed(octets)
        var rest = value
        let sign = rest.first
        if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
        guard let first = rest.popFirst(), Octets.upper(first) == UInt8(ascii: "P"), !rest.isEmpty else {
            throw ValueError("DURATION", value, "expected P1D, PT1H30M or P2W")
        }
        self.init()
        var isTime = false
        while let byte = rest.first {
            if Octets.upper(byte) == UInt8(ascii: "T"), !isTime {
                isTime = true
                rest = rest.dropFirst()
            } else {
                try add(&rest, isTime: isTime, of: value)
            }
        }
        if sign == UInt8(ascii: "-") { self = DurationValue(days: -days, seconds: -seconds) }
    }

    /// Takes one number with its unit: `30M`.
    private mutating func add(
        _ rest: inout ArraySlice<UInt8>,
        isTime: Bool,
        of value: ArraySlice<UInt8>
    ) throws(ValueError) {
        let digits = rest.prefix { Octets.isDigit($0) }
        rest = rest[digits.endIndex...]
        guard !digits.isEmpty, let unit = rest.popFirst() else {
            throw ValueError("DURATION", value, "expected P1D, PT1H30M or P2W")
        }
        // Twelve digits are more than a thousand years in any unit.
        let number = digits.drop { $0 == 0x30 }.prefix(12).reduce(0) { $0 * 10 + Int($1 - 0x30) }
        switch (isTime, Octets.upper(unit)) {
        case (false, UInt8(ascii: "W")): days += number * 7
        case (false, UInt8(ascii: "D")): days += number
        case (true, UInt8(ascii: "H")): seconds += number * 3600
        case (true, UInt8(ascii: "M")): seconds += number * 60
        case (true, UInt8(ascii: "S")): seconds += number
        default: throw ValueError("DURATION", value, "expected P1D, PT1H30M or P2W")
        }
        guard days <= 365_250, seconds <= 365_250 * secondsPerDay else {
            throw ValueError("DURATION", value, "longer than a thousand years")
        }
    }
}
