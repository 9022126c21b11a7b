import ICalendar

/// A stretch of time that another program wrote down, in its words.
struct ImportedTime {
    /// Where it begins in the file, from 1.
    let line: Int
    let start: Instant
    let end: Instant
    /// What may say whose it is and what it was: the parts of an account, or tags.
    let words: [String]
    let note: String?
}

/// What another program wrote down, and what of it can't be read.
struct ImportedTimes {
    private(set) var times: [ImportedTime] = []
    /// The first ones; the rest is counted.
    private(set) var problems: [Problem] = []
    private(set) var otherProblems = 0
    private var seen = 0

    struct Problem {
        let line: Int
        let reason: String
    }

    /// No file with more lines, or times, is read, and no line that is longer, in bytes.
    static let mostLines = 200_000
    static let longestLine = 8_192
    /// No more problems are told, each with its line.
    static let mostProblems = 200

    /// There is more than is read.
    struct TooMany: Error {}

    /// - Throws: ``TooMany``
    mutating func take(_ time: ImportedTime) throws {
        guard time.start < time.end else { return try refuse(time.line, "it ends before it begins, or as it does") }
        try count()
        times.append(time)
    }

    /// - Throws: ``TooMany``
    mutating func refuse(_ line: Int, _ reason: String) throws {
        try count()
        if problems.count < Self.mostProblems {
            problems.append(Problem(line: line, reason: reason))
        } else {
            otherProblems += 1
        }
    }

    private mutating func count() throws {
        seen += 1
        guard seen <= Self.mostLines else { throw TooMany() }
    }

    /// Joins what a program had to cut in two where the clock is put forward or back.
    ///
    /// - Parameter isCut: whether it is cut at that moment.
    func joined(where isCut: (Instant) -> Bool) -> ImportedTimes {
        var joined = self
        joined.times = []
        for time in times {
            guard let last = joined.times.last, last.end == time.start, last.words == time.words,
                last.note == time.note, isCut(time.start)
            else {
                joined.times.append(time)
                continue
            }
            joined.times[joined.times.count - 1] = ImportedTime(
                line: last.line,
                start: last.start,
                end: time.end,
                words: last.words,
                note: last.note
            )
        }
        return joined
    }
}

/// The lines of a text, one after the other and numbered from 1: a text of nothing but lines would take many times its own
/// space as a list.
struct NumberedLines: Sequence, IteratorProtocol {
    private var rest: Substring?
    private var number = 0

    init(_ text: String) { rest = text[...] }

    mutating func next() -> (number: Int, text: Substring)? {
        // What ends with a line break has no empty line after it.
        guard let rest, !rest.isEmpty else { return nil }
        let end = rest.firstIndex(where: \.isNewline)
        self.rest = end.map { rest[rest.index(after: $0)...] }
        number += 1
        return (number, rest[..<(end ?? rest.endIndex)])
    }
}

/// The formats in which times are written and read.
enum TimeFormat: String, CaseIterable {
    /// hledger's and ledger's timeclock.
    case timeclock
    /// The lines of Timewarrior's data files.
    case timewarrior
    /// What `timew export` writes.
    case timewarriorJSON = "timewarrior-json"
    case csv
    /// A timesheet to read and to paste.
    case text

    /// What the beginning of a text looks like; nil where it is none that can be read.
    init?(of text: String) {
        let lines = NumberedLines(text).prefix(ImportedTimes.mostLines)
        guard let line = lines.first(where: { Self.says($0.text) })?.text else { return nil }
        if line.first == "[" || line.first == "{" {
            self = .timewarriorJSON
        } else if line.hasPrefix("inc ") {
            self = .timewarrior
        } else if line.hasPrefix("i ") {
            self = .timeclock
        } else {
            return nil
        }
    }

    private static func says(_ line: Substring) -> Bool {
        line.first.map { !";#*".contains($0) && !$0.isWhitespace } ?? false
    }
}
