import ICalendar

/// Days in figures: `24.12.`, `24.12.2026`, `24/12`, `12/24/2026`. Whether the day or the month comes first with strokes is
/// a matter of country; where both give a day, it is refused with both.
struct NumericDate {
    private let reader: DayReader
    private let range: Range<Int>

    /// - Returns: Nil where the first word is no such date.
    init?(_ words: Words, _ reader: DayReader) {
        guard words.first != nil else { return nil }
        self.reader = reader
        range = words.range(1)
        word = words.plain(0)
    }

    private let word: String

    /// The day; nil where the word is none.
    func date() throws(PhraseError) -> CivilDate? {
        if word.contains("/") { return try withStrokes() }
        return word.contains(".") ? try withDots() : nil
    }

    private func withDots() throws(PhraseError) -> CivilDate? {
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let day = parts[0].number(digits: 2), let month = parts[1].number(digits: 2) else {
            return try withoutLastDot(parts)
        }
        guard let year = try year(parts[2]) else {
            return parts[2].isEmpty ? try next(month: month, day: day) : nil
        }
        return try reader.date(year: year, month: month, day: day, range)
    }

    /// `24.12`: a day, unless it can only be a time of day; `10.12` can be both.
    private func withoutLastDot(_ parts: [Substring]) throws(PhraseError) -> CivilDate? {
        guard parts.count == 2, let day = parts[0].number(digits: 2), let month = parts[1].number(digits: 2),
            parts[1].count == 2, let date = try? next(month: month, day: day)
        else { return nil }
        guard let time = CivilTime(hour: day, minute: month) else { return date }
        throw PhraseError(
            "“\(word)” can be a day or a time of day",
            at: range,
            readings: ["\(word). for \(Names.words(date))", "\(time) for the time of day"]
        )
    }

    private func withStrokes() throws(PhraseError) -> CivilDate? {
        let parts = word.split(separator: "/", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let one = parts[0].number(digits: 2),
            let other = parts[1].number(digits: 2)
        else { return nil }
        let year = parts.count == 3 ? try year(parts[2]) : nil
        if parts.count == 3, year == nil { return nil }
        func date(day: Int, month: Int) -> CivilDate? {
            year.map { CivilDate(year: $0, month: month, day: day) } ?? (try? next(month: month, day: day))
        }
        switch (date(day: one, month: other), date(day: other, month: one)) {
        case (let first?, let second?) where first != second:
            throw PhraseError(
                "“\(word)” can be two days",
                at: range,
                readings: [first, second].map { "\($0) for \(Names.words($0))" }
            )
        case (let date?, _), (nil, let date?): return date
        case (nil, nil): throw PhraseError("“\(word)” is no day (24.12., 24 Dec or 2026-12-24)", at: range)
        }
    }

    /// Four figures, or two of this century; nil where there are none.
    private func year(_ text: Substring) throws(PhraseError) -> Int? {
        guard let year = text.number(digits: 4) else { return nil }
        switch text.count {
        case 4: return year
        case 2: return 2000 + year
        default: throw PhraseError("“\(text)” is no year", at: range)
        }
    }

    private func next(month: Int, day: Int) throws(PhraseError) -> CivilDate {
        guard (1...12).contains(month) else { throw PhraseError("there is no month \(month)", at: range) }
        return try reader.next(month: month, day: day, range)
    }
}
