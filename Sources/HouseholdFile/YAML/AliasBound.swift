/// Bounds what aliases can make of a text before it is parsed: nine lines can otherwise say “lol” a billion times.
///
/// It does not know YAML, and so cannot be led astray by it: whatever looks like an alias (`*name`) of what looks like
/// an anchor (`&name`) earlier in the text is taken to repeat all that stands between the anchor and its first alias.
/// What really is repeated ends before that, and so is never more.
struct AliasBound {
    /// How much aliases may repeat, in bytes.
    private static let most = 8 << 20

    private enum Anchor {
        /// No alias yet; the amount where it began.
        case open(Int)
        case closed(size: Int)
    }

    private var anchors: [[UInt8]: Anchor] = [:]
    /// The most that the text up to here can amount to.
    private var amount = 0

    static func check(_ text: String) throws(YAMLError) {
        var bound = AliasBound()
        let limit = text.utf8.count + most
        var text = text
        let line = text.withUTF8 { bytes in bound.firstLine(beyond: limit, in: bytes) }
        guard let line else { return }
        throw YAMLError(
            mark: Tree.Mark(line: line, column: 1),
            message: "the aliases (*name) repeat too much: write it out"
        )
    }

    /// The line at which the bound goes beyond the limit.
    private mutating func firstLine(beyond limit: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var line = 1
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            amount += 1
            if byte == UInt8(ascii: "\n") { line += 1 }
            guard byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") else { continue }
            let name = Array(bytes[index...].prefix(while: Self.isNameByte))
            if byte == UInt8(ascii: "&") { anchors[name] = .open(amount) } else { addAlias(of: name) }
            if amount > limit { return line }
        }
        return nil
    }

    private mutating func addAlias(of name: [UInt8]) {
        switch anchors[name] {
        case .open(let start):
            anchors[name] = .closed(size: amount - start)
            amount += amount - start
        case .closed(let size): amount += size
        case nil: break
        }
    }

    /// What libyaml takes for a part of an anchor's name.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
