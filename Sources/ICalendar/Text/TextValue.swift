/// TEXT values: `\n`, `\,`, `\;` and `\\` stand for a line end and the character itself (RFC 5545 §3.3.11).
public enum TextValue {
    /// The text that a raw value stands for. An escape that RFC 5545 does not know stays as it is, but for `\:` and
    /// `\"`, which some producers write for the plain character.
    public static func unescaped(_ raw: some StringProtocol) -> String { unescaped(Array(raw.utf8)[...]) }

    /// The raw value that stands for a text.
    public static func escaped(_ text: some StringProtocol) -> String {
        var result = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        // By scalars: a comma with an accent on it is one character, and a comma all the same.
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ",", ";": result.append(contentsOf: ["\\", scalar])
            case "\n" where last == "\r": break
            case "\n", "\r": result.append(contentsOf: ["\\", "n"])
            default: result.append(scalar)
            }
            last = scalar
        }
        return String(result)
    }

    /// The texts of a list, split at commas that are not escaped: `A,B\,C` is two.
    public static func list(_ raw: some StringProtocol) -> [String] {
        var isEscaped = false
        let pieces = Array(raw.utf8).split(omittingEmptySubsequences: false) { byte in
            defer { isEscaped = !isEscaped && byte == Octets.backslash }
            return byte == Octets.comma && !isEscaped
        }
        return pieces.map { unescaped($0) }
    }

    static func unescaped(_ raw: ArraySlice<UInt8>) -> String {
        guard raw.contains(Octets.backslash) else { return Octets.text(raw) }
        var octets: [UInt8] = []
        octets.reserveCapacity(raw.count)
        var isEscaped = false
        for byte in raw {
            if isEscaped {
                appendEscape(byte, to: &octets)
                isEscaped = false
            } else if byte == Octets.backslash {
                isEscaped = true
            } else {
                octets.append(byte)
            }
        }
        if isEscaped { octets.append(Octets.backslash) }
        return Octets.text(octets[...])
    }

    private static func appendEscape(_ byte: UInt8, to octets: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "n"), UInt8(ascii: "N"): octets.append(Octets.lineFeed)
        case Octets.backslash, Octets.comma, Octets.semicolon, Octets.colon, Octets.quote: octets.append(byte)
        default: octets += [Octets.backslash, byte]
        }
    }
}
