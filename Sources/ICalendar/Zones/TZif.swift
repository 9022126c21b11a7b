/// Reads a compiled time zone file (RFC 8536).
///
/// The bytes are not trusted: every count is checked against what is there before anything is read.
struct TZif {
    private let bytes: [UInt8]
    private var position = 0

    /// No real file comes near: the largest of the tz database has under 4 KiB.
    static let sizeLimit = 256 * 1024

    /// The table in the bytes of a file; the error says what is wrong with them.
    static func table(_ bytes: [UInt8]) throws(Damage) -> ZoneTable {
        guard bytes.count <= sizeLimit else { throw Damage("larger than \(sizeLimit) bytes") }
        var file = TZif(bytes: bytes)
        return try file.read()
    }

    struct Damage: Error {
        let reason: String

        init(_ reason: String) {
            self.reason = reason
        }
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func read() throws(Damage) -> ZoneTable {
        let header = try header()
        guard header.version >= UInt8(ascii: "2") else {
            return try block(header, timeSize: 4).table(rule: nil)
        }
        // Version 2 and later repeat everything with 64-bit times; the first block is for old readers.
        try skip(header.size(timeSize: 4))
        let block = try block(try self.header(), timeSize: 8)
        return block.table(rule: try footer())
    }
}

extension TZif {
    private struct Header {
        var version: UInt8
        var isUTCount: Int
        var isStandardCount: Int
        var leapCount: Int
        var timeCount: Int
        var typeCount: Int
        var characterCount: Int

        func size(timeSize: Int) -> Int {
            timeCount * (timeSize + 1) + typeCount * 6 + characterCount + leapCount * (timeSize + 4)
                + isStandardCount + isUTCount
        }
    }

    private struct Block {
        var initialOffset: Int
        var transitions: [Zone.Transition]

        func table(rule: PosixZoneRule?) -> ZoneTable {
            ZoneTable(initialOffset: initialOffset, transitions: transitions, rule: rule)
        }
    }

    private mutating func header() throws(Damage) -> Header {
        guard bytes.count - position >= 44 else { throw Damage("truncated") }
        guard bytes[position..<position + 4].elementsEqual("TZif".utf8) else { throw Damage("not a TZif file") }
        let version = bytes[position + 4]
        position += 20
        var counts: [Int] = []
        for _ in 0..<6 { counts.append(integer(4) & 0xFFFF_FFFF) }
        return Header(
            version: version,
            isUTCount: counts[0],
            isStandardCount: counts[1],
            leapCount: counts[2],
            timeCount: counts[3],
            typeCount: counts[4],
            characterCount: counts[5]
        )
    }

    private mutating func block(_ header: Header, timeSize: Int) throws(Damage) -> Block {
        let start = position
        try skip(header.size(timeSize: timeSize))
        defer { position = start + header.size(timeSize: timeSize) }
        position = start
        guard header.typeCount > 0 else { throw Damage("no local time types") }
        let times = (0..<header.timeCount).map { _ in integer(timeSize) }
        let types = (0..<header.timeCount).map { _ in integer(1) & 0xFF }
        let offsets = try self.offsets(header.typeCount)
        guard zip(times, times.dropFirst()).allSatisfy({ $0 < $1 }) else { throw Damage("transitions out of order") }
        guard types.allSatisfy({ $0 < header.typeCount }) else { throw Damage("unknown local time type") }
        let transitions = zip(times, types).map { time, type in
            Zone.Transition(at: Instant(secondsSinceEpoch: time), offset: offsets[type])
        }
        return Block(initialOffset: offsets[0], transitions: transitions)
    }

    private mutating func offsets(_ count: Int) throws(Damage) -> [Int] {
        var offsets: [Int] = []
        for _ in 0..<count {
            let offset = integer(4)
            // RFC 8536 §3.2: -25 to 26 hours, exclusive.
            guard (-89_999...93_599).contains(offset) else { throw Damage("an offset of \(offset) s") }
            offsets.append(offset)
            position += 2
        }
        return offsets
    }

    /// The TZ string between two newlines; empty means that nothing is known after the table.
    private func footer() throws(Damage) -> PosixZoneRule? {
        let rest = bytes[position...]
        let newline = UInt8(ascii: "\n")
        guard rest.first == newline, let end = rest.dropFirst().firstIndex(of: newline) else {
            throw Damage("truncated")
        }
        let text = String(decoding: rest[(position + 1)..<end], as: UTF8.self)
        guard !text.isEmpty else { return nil }
        guard let rule = PosixZoneRule(text) else { throw Damage("“\(text)” is not a TZ string") }
        return rule
    }

    private mutating func skip(_ count: Int) throws(Damage) {
        guard count <= bytes.count - position else { throw Damage("truncated") }
        position += count
    }

    /// A signed number of `size` bytes, the highest first. The caller has checked that they are there.
    private mutating func integer(_ size: Int) -> Int {
        var value = Int(Int8(bitPattern: bytes[position]))
        for byte in bytes[(position + 1)..<(position + size)] { value = value << 8 | Int(byte) }
        position += size
        return value
    }
}
