import Crypto

/// What links in messages are signed with. Whoever has it can do in anybody's name what links can do.
public struct ActionKey: Sendable, CustomStringConvertible, CustomReflectable {
    private let key: SymmetricKey
    /// A shorter one could be found by trying.
    public static let fewestBytes = 32
    /// What is signed begins with it, so that a signature made for something else is none here.
    private static let purpose = "famplan action 1\n"

    /// Nil where there are too few bytes.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count >= Self.fewestBytes else { return nil }
        key = SymmetricKey(data: bytes)
    }

    /// Nil where the text is too short.
    public init?(_ secret: Secret) {
        self.init(Array(secret.value.utf8))
    }

    /// HMAC-SHA256 (RFC 2104), in 64 hexadecimal digits.
    func signature(of text: String) -> String {
        HMAC<SHA256>.authenticationCode(for: signed(text), using: key).hexadecimal
    }

    /// Whether it is the text's signature. Takes as long for a wrong one as for the right one.
    func isSignature(_ signature: String, of text: String) -> Bool {
        guard let code = [UInt8](hexadecimal: signature) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: signed(text), using: key)
    }

    private func signed(_ text: String) -> [UInt8] { Array(Self.purpose.utf8) + Array(text.utf8) }

    public var description: String { "(secret)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Sequence<UInt8> {
    /// Two small digits for each byte.
    var hexadecimal: String {
        map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0\(digits)" : digits
        }.joined()
    }
}

extension [UInt8] {
    /// Nil where the text is not small hexadecimal digits, two for each byte: each array has one text only.
    fileprivate init?(hexadecimal text: String) {
        let digits = text.utf8.map { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
            default: nil
            }
        }
        let known = digits.compactMap(\.self)
        guard known.count == digits.count, known.count.isMultiple(of: 2) else { return nil }
        self = stride(from: 0, to: known.count, by: 2).map { known[$0] << 4 | known[$0 + 1] }
    }
}
