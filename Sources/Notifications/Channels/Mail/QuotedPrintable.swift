/// Text in lines of at most 76 printable ASCII letters (RFC 2045 §6.7), ended by LF.
///
/// No line is a lone `.` or begins with `From `, which mail programs take for an end.
enum QuotedPrintable {
    private static let widest = 75
    private static let digits = Array("0123456789ABCDEF".utf8)

    static func encode(_ text: String) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count * 5 / 4)
        for (number, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated()
        {
            if number > 0 { output.append(UInt8(ascii: "\n")) }
            encode(line, onto: &output)
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func encode(_ line: Substring.UTF8View, onto output: inout [UInt8]) {
        var width = 0
        for index in line.indices {
            let isLast = line.index(after: index) == line.endIndex
            let plain = isPlain(line[index], in: line[index...], startsLine: width == 0, endsLine: isLast)
            if width + (plain ? 1 : 3) > widest {
                output += [UInt8(ascii: "="), UInt8(ascii: "\n")]
                width = 0
            }
            // What now begins a line may have to be written otherwise.
            let stays =
                plain && (width > 0 || isPlain(line[index], in: line[index...], startsLine: true, endsLine: isLast))
            append(line[index], plain: stays, onto: &output)
            width += stays ? 1 : 3
        }
    }

    private static func append(_ byte: UInt8, plain: Bool, onto output: inout [UInt8]) {
        if plain { return output.append(byte) }
        output += [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static func isPlain(
        _ byte: UInt8,
        in rest: Substring.UTF8View.SubSequence,
        startsLine: Bool,
        endsLine: Bool
    ) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"): !endsLine
        case UInt8(ascii: "."): !startsLine
        case UInt8(ascii: "F"): !(startsLine && rest.starts(with: "From ".utf8))
        case UInt8(ascii: "="): false
        default: (0x21...0x7E).contains(byte)
        }
    }
}
