/// One parameter of a content line: `TZID=Europe/Berlin`, `MEMBER="mailto:a@b","mailto:c@d"` (RFC 5545 §3.2).
public struct Parameter: Hashable, Sendable {
    /// The name as it is written; names are case-insensitive.
    public var name: String
    /// Everything after the equals sign, quotes included, as it is written; empty where there is no equals sign.
    public var rawValue: String

    /// A parameter that is written as it is given here.
    public init(name: String, rawValue: String) {
        self.name = name
        self.rawValue = rawValue
    }

    /// A parameter with one value, quoted and encoded where it has to be (RFC 6868).
    public init(name: String, value: String) {
        self.init(name: name, rawValue: Parameter.encoded(value))
    }

    /// The values, without their quotes, and with `^n`, `^^` and `^'` resolved (RFC 6868).
    public var values: [String] {
        ContentLine.pieces(Array(rawValue.utf8)[...], separator: Octets.comma).map { Parameter.decoded($0) }
    }
}

extension Parameter {
    private static func decoded(_ octets: ArraySlice<UInt8>) -> String {
        var octets = octets
        if octets.count >= 2, octets.first == Octets.quote, octets.last == Octets.quote {
            octets = octets.dropFirst().dropLast()
        }
        let text = Octets.text(octets)
        guard octets.contains(UInt8(ascii: "^")) else { return text }
        var result = ""
        var isEscaped = false
        for character in text {
            switch (isEscaped, character) {
            case (true, "n"): result.append("\n")
            case (true, "'"): result.append("\"")
            case (true, "^"): result.append("^")
            case (true, _): result.append("^\(character)")
            case (false, "^"): break
            case (false, _): result.append(character)
            }
            isEscaped = !isEscaped && character == "^"
        }
        return isEscaped ? result + "^" : result
    }

    private static func encoded(_ value: String) -> String {
        var result = ""
        for character in value {
            switch character {
            case "^": result += "^^"
            case "\"": result += "^'"
            case "\n", "\r\n", "\r": result += "^n"
            default: result.append(character)
            }
        }
        return value.contains(where: { ",;:".contains($0) }) ? "\"\(result)\"" : result
    }
}
