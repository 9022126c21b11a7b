/// The parameters of a GET, in order; those that were not given are left out, so that the daemon's defaults hold.
package struct Query: Sendable {
    package private(set) var text = ""

    package init(_ parameters: [(name: String, value: String?)]) {
        for case (let name, let value?) in parameters {
            text += text.isEmpty ? "?" : "&"
            text += name + "=" + Self.encoded(value)
        }
    }

    /// Percent-encoding of everything but unreserved characters (RFC 3986 §2.3): safe for `+`, `&`, `;` and `=`.
    package static func encoded(_ value: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in value.utf8 {
            if isUnreserved(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~".utf8.contains(byte)
        }
    }
}
