/// The logical lines of a text: folds taken out by octets, so that one inside a UTF-8 sequence does no harm
/// (RFC 5545 §3.1). Lines end with CRLF, LF or CR; `\r\r\n`, which text-mode writing makes, is one end.
struct Unfolding {
    struct Line {
        var start: Int32
        var end: Int32
        var number: Int32
    }

    private(set) var octets: [UInt8] = []
    private(set) var lines: [Line] = []

    init(_ source: UnsafeBufferPointer<UInt8>) {
        octets.reserveCapacity(source.count)
        lines.reserveCapacity(source.count / 32)
        var position = Unfolding.byteOrderMark(source)
        var number: Int32 = 0
        while position < source.count {
            let end = Unfolding.lineEnd(source, from: position)
            number += 1
            append(source, position..<end, number)
            position = Unfolding.afterLineEnd(source, end)
        }
    }

    private mutating func append(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ number: Int32) {
        let first = range.isEmpty ? 0 : source[range.lowerBound]
        if first == Octets.space || first == Octets.tab, !lines.isEmpty {
            // A double-spaced file has an empty line before each continuation.
            if let last = lines.last, last.start == last.end, lines.count > 1 { lines.removeLast() }
            octets.append(contentsOf: UnsafeBufferPointer(rebasing: source[range.dropFirst()]))
            lines[lines.count - 1].end = Int32(octets.count)
        } else {
            let start = Int32(octets.count)
            octets.append(contentsOf: UnsafeBufferPointer(rebasing: source[range]))
            lines.append(Line(start: start, end: Int32(octets.count), number: number))
        }
    }

    private static func byteOrderMark(_ source: UnsafeBufferPointer<UInt8>) -> Int {
        source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    private static func lineEnd(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        while index < source.count {
            let byte = source[index]
            if byte == Octets.lineFeed || byte == Octets.carriageReturn { break }
            index += 1
        }
        return index
    }

    private static func afterLineEnd(_ source: UnsafeBufferPointer<UInt8>, _ end: Int) -> Int {
        func has(_ byte: UInt8, at index: Int) -> Bool { index < source.count && source[index] == byte }
        guard has(Octets.carriageReturn, at: end) else { return end + 1 }
        if has(Octets.lineFeed, at: end + 1) { return end + 2 }
        if has(Octets.carriageReturn, at: end + 1), has(Octets.lineFeed, at: end + 2) { return end + 3 }
        return end + 1
    }
}
