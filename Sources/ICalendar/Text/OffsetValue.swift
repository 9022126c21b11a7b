/// A UTC-OFFSET value: `+0100`, `-0741`, `-000115` (RFC 5545 §3.3.14).
public struct OffsetValue: Hashable, Sendable {
    /// Seconds east of UTC, less than a day either way.
    public var seconds: Int

    /// - Throws: `ValueError` if it is none, or a day or more.
    public init(_ text: some StringProtocol) throws(ValueError) { try self.init(Array(text.utf8)[...]) }

    init(_ octets: ArraySlice<UInt8>) throws(ValueError) {
        let value = Octets.trimmed(octets)
        let sign = value.first
        let isSigned = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
        // `+01:00` is ISO 8601's way and means the same.
        var digits = DigitReader(value.dropFirst(isSigned ? 1 : 0).filter { $0 != Octets.colon })
        guard let hour = digits.number(2), let minute = digits.number(2) else {
            throw ValueError("UTC-OFFSET", value, "expected +0100 or -000115")
        }
        let second = digits.isAtEnd ? 0 : digits.number(2)
        guard let second, digits.isAtEnd, hour < 24, minute < 60, second < 60 else {
            throw ValueError("UTC-OFFSET", value, "expected less than 24 hours, such as +0100 or -000115")
        }
        seconds = (hour * 3600 + minute * 60 + second) * (sign == UInt8(ascii: "-") ? -1 : 1)
    }
}
