/// A currency by its ISO 4217 code: three capital letters.
public struct Currency: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let code: String

    /// Nil where `code` is not three capital letters.
    public init?(_ code: String) {
        let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
        guard code.utf8.count == 3, code.utf8.allSatisfy(letters.contains) else { return nil }
        self.code = code
    }

    /// A code that is known to be well formed: from the database, or from settings that were checked.
    public init(trusted code: String) { self.code = code }

    /// How many decimals an amount that is paid has: 2 for most, 0 for the yen, 3 for the dinar of Kuwait.
    ///
    /// ISO 4217's minor units, for the currencies that don't have two.
    public var decimals: Int {
        if Self.withNone.contains(code) { return 0 }
        if Self.withThree.contains(code) { return 3 }
        return Self.withFour.contains(code) ? 4 : 2
    }

    public var description: String { code }

    public static func < (left: Currency, right: Currency) -> Bool { left.code < right.code }

    private static let withNone: Set = [
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF",
        "XPF",
    ]
    private static let withThree: Set = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]
    private static let withFour: Set = ["CLF", "UYW"]
}

extension Currency: Codable {
    public init(from decoder: any Decoder) throws {
        code = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}
