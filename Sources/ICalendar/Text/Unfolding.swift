/// The logical lines of a text that comes piece by piece: folds taken out by octets, so that one inside a UTF-8 sequence
/// does no harm (RFC 5545 §3.1). Lines end with CRLF, LF or CR; `\r\r\n`, which text-mode writing makes, is one end.
///
/// Lines gather in a block, which is handed out when it is large enough; pieces may end anywhere.
struct Unfolding {
    /// A logical line: where in the block it stands, and the number of its first physical line.
    struct Line {
        var start: Int32
        var end: Int32
        var number: Int32
    }

    /// Complete lines with the octets that they stand in.
    struct Block {
        var octets: [UInt8] = []
        var lines: [Line] = []
    }

    private var block = Block()
    private var physical: Int32 = 0
    private var isInLine = false
    /// CRs at the end of what was read that may belong to one line end: of `\r\r\n`, nothing is told by its beginning.
    private var openReturns = 0
    /// The first octets, as long as they may be a byte order mark; nil once that is settled.
    private var mark: [UInt8]? = []

    /// Physical lines so far, the open one among them.
    var number: Int { Int(physical) }

    /// Lines that stand in the block so far; empty ones have no octets there.
    var lineCount: Int { block.lines.count }

    /// Octets that stand in the block so far.
    var count: Int { block.octets.count }

    /// Octets of the line that is still open.
    var openLength: Int { block.lines.last.map { block.octets.count - Int($0.start) } ?? 0 }

    mutating func take(_ source: UnsafeBufferPointer<UInt8>) {
        var rest = source[...]
        while mark != nil, let byte = rest.popFirst() { takeMark(byte) }
        takeText(UnsafeBufferPointer(rebasing: rest))
    }

    /// Everything up to here: the text is over.
    mutating func finish() -> Block {
        settleMark()
        if openReturns == 2 { append(UnsafeBufferPointer(start: nil, count: 0)) }
        openReturns = 0
        defer { self = Unfolding() }
        return block
    }

    /// The lines that nothing can be added to any more. The last may go on, and where there are empty ones at the end, as
    /// in a double-spaced file, the one before them may.
    mutating func completed() -> Block {
        guard let first = lastWithText, first > 0 else { return Block() }
        let start = block.lines[first].start
        var next = Block(octets: Array(block.octets[Int(start)...]))
        next.lines = block.lines[first...].map { Line(start: $0.start - start, end: $0.end - start, number: $0.number) }
        block.lines.removeSubrange(first...)
        defer { block = next }
        return block
    }
}

extension Unfolding {
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private mutating func takeMark(_ byte: UInt8) {
        let seen = (mark ?? []) + [byte]
        mark = seen
        // Some writers put one more each time.
        if seen == Self.byteOrderMark { mark = [] } else if !Self.byteOrderMark.starts(with: seen) { settleMark() }
    }

    private mutating func settleMark() {
        guard let seen = mark else { return }
        mark = nil
        seen.withUnsafeBufferPointer { takeText($0) }
    }

    private mutating func takeText(_ source: UnsafeBufferPointer<UInt8>) {
        var position = 0
        while position < source.count {
            if openReturns > 0 {
                position += endReturns(before: source[position])
                continue
            }
            var end = position
            while end < source.count, source[end] != Octets.lineFeed, source[end] != Octets.carriageReturn { end += 1 }
            append(UnsafeBufferPointer(rebasing: source[position..<end]))
            guard end < source.count else { return }
            isInLine = false
            openReturns = source[end] == Octets.carriageReturn ? 1 : 0
            position = end + 1
        }
    }

    /// How many octets after CRs still belong to the line's end: none or one.
    private mutating func endReturns(before byte: UInt8) -> Int {
        if byte == Octets.carriageReturn, openReturns == 1 {
            openReturns = 2
            return 1
        }
        if byte == Octets.lineFeed {
            openReturns = 0
            return 1
        }
        guard openReturns == 2 else {
            openReturns = 0
            return 0
        }
        // Two CRs and no LF: the second ended an empty line, and may have an LF of its own.
        append(UnsafeBufferPointer(start: nil, count: 0))
        isInLine = false
        openReturns = 1
        return 0
    }

    /// Adds to the line that is open, or begins a physical line.
    private mutating func append(_ source: UnsafeBufferPointer<UInt8>) {
        if isInLine { return extend(source) }
        isInLine = true
        physical += 1
        let isFolded = source.first == Octets.space || source.first == Octets.tab
        guard isFolded, let last = lastWithText else {
            let start = Int32(block.octets.count)
            block.lines.append(Line(start: start, end: start, number: physical))
            return extend(source)
        }
        // A double-spaced file has an empty line before each continuation.
        block.lines.removeSubrange((last + 1)...)
        extend(UnsafeBufferPointer(rebasing: source.dropFirst()))
    }

    /// The line that can go on: there is nothing to continue in an empty one.
    private var lastWithText: Int? { block.lines.lastIndex { $0.start < $0.end } }

    private mutating func extend(_ source: UnsafeBufferPointer<UInt8>) {
        block.octets.append(contentsOf: source)
        block.lines[block.lines.count - 1].end = Int32(block.octets.count)
    }
}
