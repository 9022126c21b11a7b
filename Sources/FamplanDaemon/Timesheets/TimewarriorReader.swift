import FoundationEssentials
import ICalendar

/// Reads Timewarrior's data lines, `inc 20261124T080000Z - 20261124T112000Z # maya northwind # "offer"`, and what `timew
/// export` writes.
enum TimewarriorReader {
    static func readLines(_ text: String) throws -> ImportedTimes {
        var found = ImportedTimes()
        for (number, line) in NumberedLines(text) {
            guard number <= ImportedTimes.mostLines else { throw ImportedTimes.TooMany() }
            guard !line.allSatisfy(\.isWhitespace), !line.hasPrefix("#"), !line.hasPrefix("exc ") else { continue }
            guard line.utf8.count <= ImportedTimes.longestLine else {
                try found.refuse(number, "the line is too long")
                continue
            }
            try read(line, number, &found)
        }
        return found
    }

    private static func read(_ line: Substring, _ number: Int, _ found: inout ImportedTimes) throws {
        var words = Words(line)
        guard words.next() == "inc", let start = words.next().flatMap(instant) else {
            return try found.refuse(number, "it is no interval (inc 20261124T080000Z - 20261124T112000Z # tag)")
        }
        guard words.take("-"), let end = words.next().flatMap(instant) else {
            return try found.refuse(number, "it is still running there: stop it, and import it again")
        }
        var tags: [String] = []
        if words.take("#") { while !words.isAt("#"), let tag = words.next() { tags.append(tag) } }
        let note = words.take("#") ? words.rest : nil
        try found.take(ImportedTime(line: number, start: start, end: end, words: tags, note: note))
    }

    /// One object after the other, so that what is wrong with one has its line and leaves the others alone.
    static func readJSON(_ text: String) throws -> ImportedTimes {
        var found = ImportedTimes()
        for (line, bytes) in JSONObjects(text) {
            guard bytes.count <= ImportedTimes.longestLine else {
                try found.refuse(line, "it is too long")
                continue
            }
            guard let interval = try? JSONDecoder().decode(ExportedInterval.self, from: Data(bytes)) else {
                try found.refuse(line, "it is no interval of Timewarrior's (“start” and “end” as 20261124T080000Z)")
                continue
            }
            guard let start = instant(interval.start) else {
                try found.refuse(line, "“\(interval.start.prefix(40))” is no time of Timewarrior's (20261124T080000Z)")
                continue
            }
            guard let end = interval.end else {
                try found.refuse(line, "it is still running there: stop it, and import it again")
                continue
            }
            guard let end = instant(end) else {
                try found.refuse(line, "“\(end.prefix(40))” is no time of Timewarrior's (20261124T080000Z)")
                continue
            }
            try found.take(
                ImportedTime(line: line, start: start, end: end, words: interval.tags ?? [], note: interval.annotation)
            )
        }
        return found
    }

    private struct ExportedInterval: Decodable {
        let start: String
        let end: String?
        let tags: [String]?
        let annotation: String?
    }

    /// `20261124T080000Z`.
    private static func instant(_ text: String) -> Instant? {
        let letters = Array(text)
        guard letters.count == 16, letters[8] == "T", letters[15] == "Z" else { return nil }
        func part(_ range: Range<Int>) -> String { String(letters[range]) }
        return Instant(
            rfc3339: "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(9..<11)):\(part(11..<13)):\(part(13..<15))Z"
        )
    }

    /// Words with spaces between them, or in quotes.
    private struct Words {
        private var text: Substring

        init(_ text: Substring) { self.text = text.drop(while: \.isWhitespace) }

        func isAt(_ sign: Character) -> Bool { text.first == sign }

        mutating func take(_ sign: Character) -> Bool {
            guard text.first == sign else { return false }
            text = text.dropFirst().drop(while: \.isWhitespace)
            return true
        }

        mutating func next() -> String? {
            guard let first = text.first else { return nil }
            let word = first == "\"" ? quoted() : plain()
            text = text.drop(while: \.isWhitespace)
            return word
        }

        /// Quoted, or as it stands to the end; nil where nothing does.
        var rest: String? {
            var copy = self
            let rest = text.first == "\"" ? copy.next() ?? "" : text.trimmed
            return rest.isEmpty ? nil : rest
        }

        private mutating func plain() -> String {
            let word = text.prefix { !$0.isWhitespace }
            text = text.dropFirst(word.count)
            return String(word)
        }

        private mutating func quoted() -> String {
            var word = ""
            var isEscaped = false
            text = text.dropFirst()
            while let letter = text.popFirst() {
                if isEscaped {
                    word.append(letter)
                    isEscaped = false
                } else if letter == "\\" {
                    isEscaped = true
                } else if letter == "\"" {
                    break
                } else {
                    word.append(letter)
                }
            }
            return word
        }
    }
}

/// The objects of a JSON array of objects, each as it stands, with the line on which it begins.
private struct JSONObjects: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    init(_ text: String) { bytes = Array(text.utf8) }

    mutating func next() -> (line: Int, bytes: ArraySlice<UInt8>)? {
        while position < bytes.count, bytes[position] != UInt8(ascii: "{") { advance() }
        guard position < bytes.count else { return nil }
        let (start, first) = (position, line)
        var (depth, isInText, isEscaped) = (0, false, false)
        while position < bytes.count {
            let byte = bytes[position]
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = isInText
            } else if byte == UInt8(ascii: "\"") {
                isInText.toggle()
            } else if !isInText, byte == UInt8(ascii: "{") {
                depth += 1
            } else if !isInText, byte == UInt8(ascii: "}") {
                depth -= 1
            }
            advance()
            if depth == 0 { break }
        }
        return (first, bytes[start..<position])
    }

    private mutating func advance() {
        if bytes[position] == UInt8(ascii: "\n") { line += 1 }
        position += 1
    }
}
