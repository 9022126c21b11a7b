/// The logical lines of a text by their definition, without a thought for speed. What is fuzzed is held against it, too.
enum SlowUnfolding {
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private static let ends: [[UInt8]] = [[0x0D, 0x0D, 0x0A], [0x0D, 0x0A], [0x0D], [0x0A]]

    static func lines(of octets: [UInt8]) -> [[UInt8]] { logical(octets).map(\.octets) }

    static func numbers(of octets: [UInt8]) -> [Int] { logical(octets).map(\.number) }

    private static func logical(_ octets: [UInt8]) -> [(octets: [UInt8], number: Int)] {
        var lines: [(octets: [UInt8], number: Int)] = []
        for (index, physical) in physical(octets).enumerated() {
            let isFolded = physical.first == 0x20 || physical.first == 0x09
            if isFolded, let last = lines.lastIndex(where: { !$0.octets.isEmpty }) {
                lines.removeSubrange((last + 1)...)
                lines[last].octets += physical.dropFirst()
            } else {
                lines.append((Array(physical), index + 1))
            }
        }
        return lines
    }

    private static func physical(_ octets: [UInt8]) -> [ArraySlice<UInt8>] {
        var rest = octets[...]
        while rest.starts(with: byteOrderMark) { rest = rest.dropFirst(3) }
        var lines: [ArraySlice<UInt8>] = []
        while !rest.isEmpty {
            let line = rest.prefix { $0 != 0x0A && $0 != 0x0D }
            lines.append(line)
            rest = rest.dropFirst(line.count)
            rest = rest.dropFirst(ends.first { rest.starts(with: $0) }?.count ?? 0)
        }
        return lines
    }
}
