import Household
import ICalendar

extension RepetitionPhrase {
    /// What begins with `every`; nil where what follows is no repetition.
    ///
    /// `every day`, `every 2 weeks`, `every other tue`, `every mon and wed`, `every weekday`, `every week on tue`, `every month
    /// on the 3rd`, `every last fri`, and then `until 18 Dec`, `10 times` or `for 6 weeks`.
    static func read(_ words: Words, _ present: Present) throws(PhraseError) -> Found<RepetitionPhrase>? {
        var first = try ofEachMonth(words)
        if first == nil {
            guard words.plain(0) == "every" || words.plain(0) == "each" else { return nil }
            first = try beginning(words)
        }
        guard var found = first else {
            try complainOfMisspelling(words)
            return nil
        }
        if let end = try end(words.dropFirst(found.count), present) {
            found.value.end = end.value
            found.count += end.count
        }
        return found
    }

    /// `tuesdays`, `on mondays and wednesdays`, `weekdays`: each week.
    static func several(_ words: Words) -> Found<RepetitionPhrase>? {
        let lead = words.plain(0) == "on" ? 1 : 0
        let rest = words.dropFirst(lead)
        guard Names.isPlural(rest.plain(0)), let weekdays = Weekdays.read(rest) else { return nil }
        return Found(RepetitionPhrase(period: .weekly, weekdays: weekdays.value), lead + weekdays.count)
    }

    /// `first monday of every month`; of the month, it can be once.
    private static func ofEachMonth(_ words: Words) throws(PhraseError) -> Found<RepetitionPhrase>? {
        let preposition = words.plain(0) == "on" ? 1 : 0
        let lead = preposition + (words.plain(preposition) == "the" ? 1 : 0)
        let rest = words.dropFirst(lead)
        guard let ordinal = ordinals[rest.plain(0)], let weekday = Names.weekday(rest.plain(1)),
            ["of", "in"].contains(rest.plain(2)), rest.plain(4) == "month"
        else { return nil }
        switch rest.plain(3) {
        case "every", "each":
            return Found(RepetitionPhrase(period: .monthly, weekdays: [weekday], ordinal: ordinal), lead + 5)
        case "the":
            throw PhraseError(
                "“\(rest.text(5))” is no day (every \(rest.text(5)) repeats it; once, it has a date)",
                at: rest.range(5)
            )
        default: return nil
        }
    }

    private static func beginning(_ words: Words) throws(PhraseError) -> Found<RepetitionPhrase>? {
        let next = words.plain(1)
        if next == "other" { return every(2, words, taken: 2) }
        if DayReader.ordinal(next) != nil, Names.month(words.plain(words.plain(2) == "of" ? 3 : 2)) != nil {
            // The day of the year is read after it.
            return Found(RepetitionPhrase(period: .yearly), 1)
        }
        if let ordinal = ordinals[next], let found = try counted(ordinal, words) { return found }
        if let number = Names.number(next) ?? next.number(digits: 3), number > 0 {
            return every(number, words, taken: 2)
        }
        if let day = DayReader.ordinal(next), words.plain(2) == "of", words.plain(3) == "the", words.plain(4) == "month"
        {
            return Found(try RepetitionPhrase(monthDay: day, words.range(5)), 5)
        }
        if next.last?.isNumber == false, let day = DayReader.ordinal(next) {
            return Found(try RepetitionPhrase(monthDay: day, words.range(2)), 2)
        }
        return every(1, words, taken: 1)
    }

    /// What follows `every`, or `every 2`.
    private static func every(_ interval: Int, _ words: Words, taken: Int) -> Found<RepetitionPhrase>? {
        let rest = words.dropFirst(taken)
        switch rest.plain(0) {
        case "day", "days": return Found(RepetitionPhrase(period: .daily, interval: interval), taken + 1)
        case let part where DayPart(rawValue: part) != nil && interval == 1:
            return Found(RepetitionPhrase(period: .daily), taken + 1)
        case "week", "weeks":
            let weekdays = rest.plain(1) == "on" ? Weekdays.read(rest.dropFirst(2)) : nil
            let phrase = RepetitionPhrase(period: .weekly, interval: interval, weekdays: weekdays?.value ?? [])
            return Found(phrase, taken + 1 + (weekdays.map { $0.count + 1 } ?? 0))
        case "month", "months":
            let article = rest.plain(2) == "the" ? 1 : 0
            if rest.plain(1) == "on", let day = DayReader.ordinal(rest.plain(2 + article)), (1...31).contains(day) {
                let phrase = RepetitionPhrase(period: .monthly, interval: interval, monthDay: day)
                return Found(phrase, taken + 3 + article)
            }
            if rest.plain(1) == "on", let ordinal = ordinals[rest.plain(2 + article)],
                let weekday = Names.weekday(rest.plain(3 + article))
            {
                let phrase = RepetitionPhrase(
                    period: .monthly,
                    interval: interval,
                    weekdays: [weekday],
                    ordinal: ordinal
                )
                return Found(phrase, taken + 4 + article)
            }
            return Found(RepetitionPhrase(period: .monthly, interval: interval), taken + 1)
        case "year", "years": return Found(RepetitionPhrase(period: .yearly, interval: interval), taken + 1)
        default:
            guard let weekdays = Weekdays.read(rest) else { return nil }
            let phrase = RepetitionPhrase(period: .weekly, interval: interval, weekdays: weekdays.value)
            return Found(phrase, taken + weekdays.count)
        }
    }

    /// `every last fri`, `every 2nd tue of the month`; `every second tue` alone can be two things.
    private static func counted(_ ordinal: Int, _ words: Words) throws(PhraseError) -> Found<RepetitionPhrase>? {
        let unit = words.plain(2)
        guard let weekday = Names.weekday(unit) else {
            guard ordinal > 0 else { return nil }
            if let found = every(ordinal, words, taken: 2), ["day", "week", "month", "year"].contains(unit) {
                return found
            }
            return nil
        }
        var count = 3
        if ["of", "in"].contains(words.plain(3)) {
            let article = ["the", "each", "every"].contains(words.plain(4)) ? 1 : 0
            guard words.plain(4 + article) == "month" else { return nil }
            count = 5 + article
        } else if ordinal == 2 {
            throw PhraseError(
                "“\(words.text(3))” can be every two weeks or once a month",
                at: words.range(3),
                readings: ["every other \(unit)", "every second \(unit) of the month"]
            )
        }
        return Found(RepetitionPhrase(period: .monthly, weekdays: [weekday], ordinal: ordinal), count)
    }

    private static let ordinals = [
        "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1,
    ]

    private init(monthDay: Int, _ range: Range<Int>) throws(PhraseError) {
        guard (1...31).contains(monthDay) else { throw PhraseError("a month has 31 days at most", at: range) }
        self.init(period: .monthly, monthDay: monthDay)
    }

    /// `until 18 Dec`, `10 times`, `for 6 weeks`.
    static func end(_ words: Words, _ present: Present) throws(PhraseError) -> Found<End>? {
        switch words.plain(0) {
        case "until", "till", "through":
            guard let day = try DayReader(present).day(words.dropFirst()) else { return nil }
            return Found(.until(day.value.first), day.count + 1)
        case "for":
            guard let number = words.plain(1).number(digits: 3), number > 0 else { return nil }
            switch words.plain(2) {
            case "times": return Found(.times(number), 3)
            case "day", "days": return Found(.days(number), 3)
            case "week", "weeks": return Found(.days(7 * number), 3)
            case "month", "months": return Found(.months(number), 3)
            case "year", "years": return Found(.months(12 * number), 3)
            default: return nil
            }
        default: return times(words)
        }
    }

    /// `10 times`.
    static func times(_ words: Words) -> Found<End>? {
        guard let number = words.plain(0).number(digits: 3), number > 0, words.plain(1) == "times" else { return nil }
        return Found(.times(number), 2)
    }

    /// `every tuseday` is no title.
    private static func complainOfMisspelling(_ words: Words) throws(PhraseError) {
        let known = Names.allWeekdays + ["week", "month", "year", "weekday", "weekend", "other"]
        let word = words.plain(1)
        if !word.isEmpty, word.allSatisfy(\.isNumber),
            ["day", "week", "month", "year"].contains(where: words.plain(2).hasPrefix)
        {
            throw PhraseError("“\(words.text(3))” is no repetition (every 1 to every 999)", at: words.range(3))
        }
        guard word.count > 3, let near = Spelling.nearest(to: word, among: known) else { return }
        throw PhraseError(
            "“every \(word)” is no repetition (did you mean “every \(near)”?)",
            at: words.range(2)
        )
    }
}

/// Weekdays in a row.
enum Weekdays {
    /// `tue`, `mon and wed`, `mon,wed,fri`, `mon/wed`, `mon-fri`, `weekday`, `weekend`.
    static func read(_ words: Words) -> Found<[Weekday]>? {
        var days: [Weekday] = []
        var count = 0
        while true {
            let offset = ["and", "&"].contains(words.plain(count)) && count > 0 ? count + 1 : count
            guard let more = inOneWord(words.plain(offset)) else { break }
            // “every tue fri 14:00”: only what is joined belongs together.
            let isJoined = offset > count || count == 0 || words.text(count).last == ","
            guard isJoined else { break }
            days += more
            count = offset + 1
        }
        return days.isEmpty ? nil : Found(days.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }, count)
    }

    private static func inOneWord(_ word: String) -> [Weekday]? {
        switch word {
        case "weekday", "weekdays", "workday", "workdays": return [.monday, .tuesday, .wednesday, .thursday, .friday]
        case "weekend", "weekends": return [.saturday, .sunday]
        default: break
        }
        let ends = word.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
        if ends.count == 2 {
            guard let first = Names.weekday(ends[0]), let last = Names.weekday(ends[1]) else { return nil }
            let count = (last.rawValue - first.rawValue + 7) % 7
            return (0...count).compactMap { Weekday(rawValue: (first.rawValue - 1 + $0) % 7 + 1) }
        }
        let names = word.split { $0 == "," || $0 == "/" }
        let days = names.compactMap { Names.weekday($0) }
        return days.count == names.count && !days.isEmpty ? days : nil
    }
}
