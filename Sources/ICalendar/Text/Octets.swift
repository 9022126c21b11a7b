/// Octets that mean something in iCalendar text, and the step from octets to characters.
enum Octets {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let quote = UInt8(ascii: "\"")
    static let comma = UInt8(ascii: ",")
    static let colon = UInt8(ascii: ":")
    static let semicolon = UInt8(ascii: ";")
    static let equals = UInt8(ascii: "=")
    static let backslash = UInt8(ascii: "\\")
    static let slash = UInt8(ascii: "/")

    @inline(__always)
    static func upper(_ byte: UInt8) -> UInt8 { byte >= 0x61 && byte <= 0x7A ? byte & 0xDF : byte }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// Letters, digits and the hyphen (RFC 5545 §3.1), and the underscore that some producers use.
    @inline(__always)
    static func isNameOctet(_ byte: UInt8) -> Bool {
        let letter = byte & 0xDF
        if letter >= 0x41 && letter <= 0x5A { return true }
        return isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    /// The octets as UTF-8, or as Latin-1 where they are not UTF-8 (older exports; every octet string is Latin-1).
    static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let valid = bytes.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) }
        if let valid { return valid }
        return String(String.UnicodeScalarView(bytes.lazy.map { Unicode.Scalar($0) }))
    }

    static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.allSatisfy { $0 == space || $0 == tab } }

    /// Without the spaces and tabs at either end.
    static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes = bytes
        while let first = bytes.first, first == space || first == tab { bytes = bytes.dropFirst() }
        while let last = bytes.last, last == space || last == tab { bytes = bytes.dropLast() }
        return bytes
    }
}

extension StringProtocol {
    /// Without the spaces and tabs at either end.
    var withoutBlanks: String {
        let isBlank = { (character: Character) in character == " " || character == "\t" }
        guard let first = firstIndex(where: { !isBlank($0) }) else { return "" }
        guard let last = lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(self[first...last])
    }
}
