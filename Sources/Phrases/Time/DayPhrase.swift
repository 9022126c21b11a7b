import ICalendar

/// A day, or several in a row, as people say them.
struct DayPhrase: Hashable, Sendable {
    var first: CivilDate
    /// The last of several; nil: one day.
    var last: CivilDate?
    /// Said by the weekday alone, so that it can be the one after, too.
    var isWeekday = false

    /// The day or the days that begin with the first word; nil where it begins none.
    ///
    /// `today`, `fri`, `next fri`, `24 Dec`, `Dec 24th 2027`, `24.12.`, `2026-12-24`, `in 3 days`, `+2w`, and two of them
    /// with `-`, `–`, `to`, `until` or `/` between: `24-28 Dec`, `mon-wed`.
    ///
    /// - Throws: For what looks like a day and is none, or can be two.
    static func read(_ words: Words, _ present: Present) throws(PhraseError) -> Found<DayPhrase>? {
        if let range = try joined(words, present) { return range }
        guard var found = try DayReader(present).day(words) else { return nil }
        let rest = words.dropFirst(found.count)
        guard Self.connectors.contains(rest.plain(0)),
            let second = try DayReader(present, after: found.value.first).day(rest.dropFirst())
        else { return found }
        try found.value.end(with: second.value.first, words.range(found.count + 1 + second.count))
        found.count += 1 + second.count
        return found
    }

    static let connectors: Set<String> = ["-", "–", "to", "until", "till", "through", "bis"]

    /// `24-28 Dec`, `mon-wed`, `2026-12-24/2026-12-28`, `24.12.-28.12.`, `24.-28.12.`: two days in one word.
    private static func joined(_ words: Words, _ present: Present) throws(PhraseError) -> Found<DayPhrase>? {
        let word = words.plain(0)
        let parts = parts(of: word)
        guard parts.count == 2 else { return nil }
        let start = words.first?.range.lowerBound ?? 0
        if let first = parts[0].number(digits: 2), parts[1].number(digits: 2) != nil {
            guard Names.month(words.plain(1)) != nil else { return nil }
            let offset = word.count - parts[1].count
            let rest = [Word(parts[1], at: start + offset)] + words.dropFirst()
            guard let last = try DayReader(present).day(rest[...]),
                let day = CivilDate(year: last.value.first.year, month: last.value.first.month, day: first)
            else { return nil }
            var phrase = DayPhrase(first: day)
            try phrase.end(with: last.value.first, words.range(last.count))
            return Found(phrase, last.count)
        }
        let other: Words = [Word(parts[1], at: start + word.count - parts[1].count)]
        if parts[0].last == ".", let first = parts[0].dropLast().number(digits: 2) {
            guard let last = try DayReader(present).day(other)?.value.first,
                let day = CivilDate(year: last.year, month: last.month, day: first)
            else { return nil }
            var phrase = DayPhrase(first: day)
            try phrase.end(with: last, words.range(1))
            return Found(phrase, 1)
        }
        let one: Words = [Word(parts[0], at: start)]
        guard var phrase = try DayReader(present).day(one)?.value,
            let last = try DayReader(present, after: phrase.first).day(other)?.value.first
        else { return nil }
        try phrase.end(with: last, words.range(1))
        return Found(phrase, 1)
    }

    /// The two sides of a stroke or of a dash; an ISO date has dashes of its own.
    private static func parts(of word: String) -> [String] {
        let dates = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if dates.count == 2, dates.allSatisfy({ CivilDate($0) != nil }) { return dates }
        let dashed = word.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }.map(String.init)
        return dashed.count == 2 && dashed.allSatisfy({ !$0.isEmpty }) ? dashed : []
    }

    private mutating func end(with day: CivilDate, _ range: Range<Int>) throws(PhraseError) {
        guard day >= first else {
            throw PhraseError("\(Names.words(day)) is before \(Names.words(first))", at: range)
        }
        (last, isWeekday) = (day, false)
    }
}
