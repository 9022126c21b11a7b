/// An exact decimal number that is not negative, with the decimals that it was written with: `95.00`.
///
/// Below a billion, with at most six decimals: what is computed of it stays exact, and never is a binary float.
public struct Amount: Hashable, Sendable, CustomStringConvertible {
    /// The digits as one whole number: 9500 for `95.00`.
    public let units: Int
    /// How many of the digits are decimals, 0...6.
    public let scale: Int

    public static let mostDecimals = 6
    private static let mostDigits = 9

    /// Nil where `text` is not digits, with or without decimals after a point, or is out of range.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), text.utf8.count <= 64 else { return nil }
        let whole = parts[0].drop { $0 == "0" }
        let decimals = parts.count == 2 ? parts[1] : ""
        guard !parts.contains(where: \.isEmpty), parts.allSatisfy({ $0.utf8.allSatisfy(Self.isDigit) }),
            whole.count <= Self.mostDigits, decimals.count <= Self.mostDecimals
        else { return nil }
        units = Int("0" + whole + decimals) ?? 0
        scale = decimals.count
    }

    public init(units: Int, scale: Int) {
        precondition(units >= 0 && (0...Self.mostDecimals).contains(scale), "an amount is not negative")
        (self.units, self.scale) = (units, scale)
    }

    /// What it is worth, without the way it is written: `95` and `95.00` are the same.
    public var value: Fraction { Fraction(Int128(units), Self.power(scale)) }

    public var description: String { Self.text(Int128(units), scale: scale) }

    /// `-1234.50`: units with a point before the last `scale` digits.
    static func text(_ units: Int128, scale: Int) -> String {
        let digits = String(units.magnitude)
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
        let sign = units < 0 ? "-" : ""
        return scale == 0 ? sign + padded : "\(sign)\(padded.dropLast(scale)).\(padded.suffix(scale))"
    }

    static func power(_ exponent: Int) -> Int128 { (0..<exponent).reduce(1) { power, _ in power * 10 } }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

extension Amount: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let amount = Amount(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)” is not an amount")
        }
        self = amount
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
