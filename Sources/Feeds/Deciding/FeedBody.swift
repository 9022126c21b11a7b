import Crypto

/// The text that a server gave as a calendar.
struct FeedBody {
    let octets: [UInt8]

    /// A hash of all lines but those that say when and by what the text was made, which differ every time.
    var digest: String {
        var hash = SHA256()
        var isLeftOut = false
        forEachLine { line in
            // A folded line goes on with a blank.
            let goesOn = line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t")
            if !goesOn { isLeftOut = Self.saysHowItWasMade(line) }
            if !isLeftOut { hash.update(data: line.last == UInt8(ascii: "\r") ? line.dropLast() : line) }
        }
        return hash.finalize().hexadecimal
    }

    /// Whether it is a page to be looked at, as servers send one where somebody has to log in.
    func isWebPage(contentType: String?) -> Bool {
        let blanks = Set(" \t\r\n".utf8)
        var start = octets.prefix(1_024)[...]
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { start = start.dropFirst(3) }
        let first = start.first { !blanks.contains($0) }
        return first == UInt8(ascii: "<")
            || contentType?.lowercased().hasPrefix("text/html") ?? false
                && !start.starts(with: "BEGIN:VCALENDAR".utf8)
    }

    /// How many events begin in it, in any case and with any line ends, without reading them.
    var eventCount: Int {
        var count = 0
        var start = octets.startIndex
        for index in octets.indices where octets[index] == UInt8(ascii: "\n") || octets[index] == UInt8(ascii: "\r") {
            if Self.beginsEvent(octets[start..<index]) { count += 1 }
            start = index + 1
        }
        return count + (Self.beginsEvent(octets[start...]) ? 1 : 0)
    }

    private static let begin = Array("begin:vevent".utf8)

    private static func beginsEvent(_ line: ArraySlice<UInt8>) -> Bool {
        line.count >= begin.count && zip(line, begin).allSatisfy { $0 | 0x20 == $1 }
    }

    /// One after the other: a list of all would take more room than the text.
    private func forEachLine(_ body: (ArraySlice<UInt8>) -> Void) {
        var rest = octets[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            body(rest[..<end])
            rest = rest[(end + 1)...]
        }
        if !rest.isEmpty { body(rest) }
    }

    private static func saysHowItWasMade(_ line: ArraySlice<UInt8>) -> Bool {
        ["DTSTAMP", "PRODID"].contains { name in
            guard line.starts(with: name.utf8), line.count > name.utf8.count else { return false }
            return [UInt8(ascii: ":"), UInt8(ascii: ";")].contains(line[line.startIndex + name.utf8.count])
        }
    }
}

extension Sequence<UInt8> {
    /// Two digits for each octet.
    var hexadecimal: String {
        map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
