import ICalendar

/// Reads one day.
struct DayReader {
    let present: Present
    /// A day without a year is the first after this one.
    let earliest: CivilDate

    init(_ present: Present, after first: CivilDate? = nil) {
        self.present = present
        earliest = first ?? present.today
    }

    func day(_ words: Words) throws(PhraseError) -> Found<DayPhrase>? {
        let word = words.plain(0)
        switch word {
        case "": return nil
        case "today", "tonight": return Found(DayPhrase(first: present.today), 1)
        case "tomorrow": return Found(DayPhrase(first: present.today.adding(days: 1)), 1)
        case "yesterday": return Found(DayPhrase(first: present.today.adding(days: -1)), 1)
        case "this": return weekday(words.plain(1)).map { Found(DayPhrase(first: present.weekday($0, inWeek: 0)), 2) }
        case "next":
            let count = words.plain(1) == "week" ? 2 : 1
            return weekday(words.plain(count)).map {
                Found(DayPhrase(first: present.weekday($0, inWeek: 1)), count + 1)
            }
        case "in": return distance(words)
        case "day", "the":
            let article = word == "the" ? 1 : 0
            guard (0..<3).map({ words.plain($0 + article) }) == ["day", "after", "tomorrow"] else { break }
            return Found(DayPhrase(first: present.today.adding(days: 2)), 3 + article)
        case "last":
            guard let weekday = weekday(words.plain(1)) else { break }
            let date = present.next(weekday).adding(days: -7)
            throw PhraseError(
                "“\(words.text(2))” is over",
                at: words.range(2),
                readings: ["\(date) for \(Names.words(date))"]
            )
        default: break
        }
        if let weekday = weekday(word), words.plain(1) == "next", words.plain(2) == "week" {
            return Found(DayPhrase(first: present.weekday(weekday, inWeek: 1)), 3)
        }
        if let weekday = weekday(word) { return Found(DayPhrase(first: next(weekday), isWeekday: true), 1) }
        if let days = ahead(word) { return Found(DayPhrase(first: present.today.adding(days: days)), 1) }
        if let date = try isoDate(words) { return Found(DayPhrase(first: date), 1) }
        if let found = try dayAndMonth(words) { return found }
        guard let date = try NumericDate(words, self)?.date() else { return nil }
        return Found(DayPhrase(first: date), 1)
    }

    /// Whether after the first word, `until` or `to`, there is a day, be it one that there is not. What can be a time of day as
    /// well, `10.12`, is left to be refused after `until`, and a time of day after the others.
    func follows(_ words: Words) -> Bool {
        do {
            return try day(words.dropFirst()) != nil
        } catch {
            return error.readings.isEmpty || ["until", "till"].contains(words.plain(0))
        }
    }

    private func weekday(_ word: String) -> Weekday? { Names.weekday(word) }

    private func next(_ weekday: Weekday) -> CivilDate {
        Present(now: CivilDateTime(earliest, .midnight)).next(weekday)
    }

    /// `in 3 days`, `in a week`, `in 2 months`.
    private func distance(_ words: Words) -> Found<DayPhrase>? {
        let number = ["a", "an", "one"].contains(words.plain(1)) ? 1 : words.plain(1).number(digits: 3)
        guard let number else { return nil }
        let today = present.today
        switch words.plain(2) {
        case "day", "days": return Found(DayPhrase(first: today.adding(days: number)), 3)
        case "week", "weeks": return Found(DayPhrase(first: today.adding(days: 7 * number)), 3)
        case "month", "months": return Found(DayPhrase(first: today.adding(months: number)), 3)
        default: return nil
        }
    }

    /// `+3d`, `+2w`: in days.
    private func ahead(_ word: String) -> Int? {
        guard word.first == "+", let number = word.dropFirst().dropLast().number(digits: 4) else { return nil }
        switch word.last {
        case "d": return number
        case "w": return number * 7
        default: return nil
        }
    }

    private func isoDate(_ words: Words) throws(PhraseError) -> CivilDate? {
        let word = words.plain(0)
        if let date = CivilDate(word) { return date }
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let year = parts[0].number(digits: 4), let month = parts[1].number(digits: 2),
            let day = parts[2].number(digits: 2), parts[0].count == 4
        else { return nil }
        return try date(year: year, month: month, day: day, words.range(1))
    }

    /// `24 Dec`, `24th of December 2027`, `Dec 24`, `Dec 24th 2027`.
    private func dayAndMonth(_ words: Words) throws(PhraseError) -> Found<DayPhrase>? {
        var (day, month, count) = (0, 0, 2)
        if let number = Self.ordinal(words.plain(0)) {
            if words.plain(1) == "of" { count = 3 }
            guard let named = Names.month(words.plain(count - 1)) else { return nil }
            (day, month) = (number, named)
        } else if let named = Names.month(words.plain(0)), let number = Self.ordinal(words.plain(1)) {
            (day, month) = (number, named)
        } else {
            return nil
        }
        let range = words.range(count)
        if let year = words.plain(count).number(digits: 4), words.plain(count).count == 4 {
            return Found(DayPhrase(first: try date(year: year, month: month, day: day, range)), count + 1)
        }
        return Found(DayPhrase(first: try next(month: month, day: day, range)), count)
    }

    /// `24`, `24.`, `1st`, `2nd`, `3rd`, `24th`: 1 to 99.
    static func ordinal(_ word: String) -> Int? {
        let letters = word.drop { $0.isNumber }
        guard ["", ".", "st", "nd", "rd", "th"].contains(String(letters)) else { return nil }
        return word.dropLast(letters.count).number(digits: 2)
    }

    func next(month: Int, day: Int, _ range: Range<Int>) throws(PhraseError) -> CivilDate {
        let from = Present(now: CivilDateTime(earliest, .midnight))
        if let date = from.next(month: month, day: day) { return date }
        let longest = CivilDate.daysInMonth(year: 2000, month: month)
        throw PhraseError("\(Names.name(ofMonth: month)) has \(longest) days at most", at: range)
    }

    func date(year: Int, month: Int, day: Int, _ range: Range<Int>) throws(PhraseError) -> CivilDate {
        guard year > 0, (1...12).contains(month) else {
            throw PhraseError("there is no month \(month)", at: range)
        }
        guard let date = CivilDate(year: year, month: month, day: day) else {
            let length = CivilDate.daysInMonth(year: year, month: month)
            throw PhraseError("\(Names.name(ofMonth: month)) \(year) has \(length) days", at: range)
        }
        return date
    }
}
