import ICalendar

/// Reads hledger's timeclock: `i 2026-11-24 09:00:00 maya:work:northwind  offer`, `o 2026-11-24 12:20:00`.
///
/// Wall times are of the household's zone, unless an offset stands with them.
struct TimeclockReader {
    let zone: Zone
    private var found = ImportedTimes()
    private var open: Opening?

    private struct Opening {
        let line: Int
        let start: Instant
        let account: String
        let note: String?
    }

    init(zone: Zone) { self.zone = zone }

    static func read(_ text: String, in zone: Zone) throws -> ImportedTimes {
        var reader = TimeclockReader(zone: zone)
        for (number, line) in NumberedLines(text) {
            guard number <= ImportedTimes.mostLines else { throw ImportedTimes.TooMany() }
            try reader.take(line, number)
        }
        if let open = reader.open { try reader.found.refuse(open.line, "it has no end (a line with “o”)") }
        return reader.found.joined { zone.offset(at: $0.adding(seconds: -1)) != zone.offset(at: $0) }
    }

    private mutating func take(_ line: Substring, _ number: Int) throws {
        guard let code = line.first, !";#*".contains(code), !line.allSatisfy(\.isWhitespace) else { return }
        guard line.utf8.count <= ImportedTimes.longestLine else {
            return try found.refuse(number, "the line is too long")
        }
        switch code {
        case "i": try begin(line.dropFirst(), number)
        case "o", "O": try end(line.dropFirst(), number)
        // Hours required, and balances: they are no times.
        case "h", "b": break
        default: try found.refuse(number, "it begins with neither “i” nor “o”")
        }
    }

    private mutating func begin(_ rest: Substring, _ number: Int) throws {
        if let open { try found.refuse(open.line, "it has no end before the next begins on line \(number)") }
        open = nil
        guard let (start, rest) = moment(rest, after: nil) else {
            return try found.refuse(number, "it has no date and time that can be read (2026-11-24 09:00)")
        }
        let (account, description) = parts(rest)
        open = Opening(line: number, start: start, account: account, note: description)
    }

    private mutating func end(_ rest: Substring, _ number: Int) throws {
        guard let began = open else {
            return try found.refuse(number, "it ends what did not begin (a line with “i” before it)")
        }
        open = nil
        guard let (end, _) = moment(rest, after: began.start) else {
            return try found.refuse(number, "it has no date and time that can be read (2026-11-24 12:20)")
        }
        try found.take(
            ImportedTime(
                line: began.line,
                start: began.start,
                end: end,
                words: began.account.split(separator: ":").map { $0.trimmed },
                note: began.note
            )
        )
    }

    /// The account ends with two spaces, the description with a comment.
    private func parts(_ text: Substring) -> (account: String, description: String?) {
        let text = text.drop(while: \.isWhitespace)
        var account = text.prefix(while: { $0 != ";" && $0 != "\t" })
        var rest = text.dropFirst(account.count)
        if let gap = account.firstRange(of: "  ") {
            rest = text[gap.upperBound...]
            account = account[..<gap.lowerBound]
        }
        let description = rest.prefix(while: { $0 != ";" }).trimmed
        return (account.trimmed, description.isEmpty ? nil : description)
    }

    /// The date and time that a text begins with, and what follows.
    private func moment(_ text: Substring, after start: Instant?) -> (Instant, Substring)? {
        let words = text.split(separator: " ", maxSplits: 2)
        guard words.count >= 2, let date = date(words[0]) else { return nil }
        let time = words[1].prefix(while: { $0.isNumber || $0 == ":" })
        guard let time = CivilTime(time) ?? CivilTime("0\(time)") else { return nil }
        let wall = CivilDateTime(date, time)
        let sign = words[1].drop(while: { $0.isNumber || $0 == ":" })
        let rest = words.count == 3 ? words[2] : ""
        if !sign.isEmpty {
            guard let offset = offset(sign) else { return nil }
            return (Zone.utc.instant(of: wall).adding(seconds: -offset), rest)
        }
        let both = zone.instants(of: wall)
        return (both.first { $0 > start ?? $0.adding(seconds: -1) } ?? both[0], rest)
    }

    private func date(_ text: Substring) -> CivilDate? {
        let parts = text.split(whereSeparator: { "-/.".contains($0) })
        guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy(\.isASCII) }), let month = Int(parts[1]),
            let day = Int(parts[2])
        else { return nil }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return CivilDate("\(parts[0])-\(two(month))-\(two(day))")
    }

    /// `+0200`, in seconds.
    private func offset(_ text: Substring) -> Int? {
        let digits = text.dropFirst()
        guard digits.count == 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(digits),
            number / 100 < 24, number % 100 < 60
        else { return nil }
        return (number / 100 * 3_600 + number % 100 * 60) * (text.first == "-" ? -1 : 1)
    }
}

extension Substring {
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
