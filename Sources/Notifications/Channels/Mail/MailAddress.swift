/// A plain mail address, `name@domain`: the part of RFC 5321 §4.1.2 that people have, and nothing that could end a header.
public struct MailAddress: Hashable, Sendable, CustomStringConvertible {
    public let description: String
    /// What stands after the `@`.
    let domain: String

    /// Nil where the text is none, has several, quotes or letters outside of ASCII.
    public init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, parts[0].utf8.count <= 64 else { return nil }
        guard Self.isDotted(parts[0], of: Self.isAtom), !parts[0].hasPrefix("-"), parts[1].utf8.count >= 1,
            Self.isDotted(parts[1], of: Self.isHostLetter)
        else { return nil }
        description = text
        domain = String(parts[1])
    }

    private static func isDotted(_ text: Substring, of isAllowed: (UInt8) -> Bool) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
            !$0.isEmpty && $0.utf8.allSatisfy(isAllowed)
        }
    }

    private static func isHostLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private static func isAtom(_ byte: UInt8) -> Bool {
        isHostLetter(byte) || "!#$%&'*+/=?^_`{|}~".utf8.contains(byte)
    }
}
