import Household
import ICalendar

/// Days, times of day, lengths and repetitions.
extension PhraseReader {
    mutating func repetition(_ words: Words) throws(PhraseError) -> Int? {
        var found = parts.repetition == nil ? RepetitionPhrase.several(words) : nil
        if found == nil { found = try RepetitionPhrase.read(words, present) }
        guard let found else { return nil }
        try parts.repetition.set(Placed(found.value, words, found.count), "repetitions")
        if found.count == 2, words.plain(0) == "every", let part = DayPart(rawValue: words.plain(1)) {
            try parts.dayPart.set(Placed(part, words, 2), "parts of a day")
        }
        let count = found.count + (try dayPart(after: found.count, words, from: 0) ?? 0)
        return count + (try bareTime(words.dropFirst(count)) ?? 0)
    }

    /// `10 times`, of a repetition that came before.
    mutating func times(_ words: Words) throws(PhraseError) -> Int? {
        guard let repetition = parts.repetition, let end = RepetitionPhrase.times(words) else { return nil }
        guard repetition.value.end == nil else {
            throw PhraseError("the repetition has an end already", at: words.range(end.count))
        }
        parts.repetition?.value.end = end.value
        return end.count
    }

    /// `until 18 Dec`, of days or of a repetition; `until 15:30`, of a time; `until sun 16:00`, of both.
    mutating func until(_ words: Words) throws(PhraseError) -> Int? {
        guard ["until", "till", "to", "-", "–"].contains(words.plain(0)) else { return nil }
        let rest = words.dropFirst()
        if let start = parts.time, start.value.end == nil, !DayReader(present).follows(words),
            let end = try Clock.read(rest)
        {
            parts.time?.value.end = end.value.time == .midnight ? .endOfDay : end.value.time
            return end.count + 1
        }
        if let count = try untilDayAndTime(words) { return count }
        let isRange = ["until", "till"].contains(words.plain(0)) || (parts.day != nil && parts.time != nil)
        guard isRange, parts.day != nil || parts.repetition != nil else { return nil }
        guard let day = try DayReader(present).day(rest) else {
            // A repetition that goes on for ever is not what was meant.
            guard ["until", "till"].contains(words.plain(0)), parts.repetition != nil, rest.first?.isQuoted == false
            else { return nil }
            throw PhraseError("“\(rest.text(1))” is no day (until 18 Dec)", at: rest.range(1))
        }
        try parts.lastDay.set(Placed(day.value.first, words, day.count + 1), "last days")
        return day.count + 1
    }

    /// `until sun 16:00`, after `fri 18:00`.
    private mutating func untilDayAndTime(_ words: Words) throws(PhraseError) -> Int? {
        guard let start = parts.time, start.value.end == nil, let first = parts.day, parts.repetition == nil else {
            return nil
        }
        let rest = words.dropFirst()
        guard let day = try DayReader(present, after: first.value.first).day(rest) else { return nil }
        let lead = rest.plain(day.count) == "at" ? 1 : 0
        let clock = rest.dropFirst(day.count + lead)
        guard let end = try Clock.read(clock), LengthPhrase.read(clock) == nil else { return nil }
        let count = 1 + day.count + lead + end.count
        try parts.lastDay.set(Placed(day.value.first, words, count), "last days")
        parts.time?.value.end = end.value.time == .midnight ? .endOfDay : end.value.time
        parts.time?.value.endsOnLastDay = true
        return count
    }

    /// `in 2 hours`, `in half an hour`.
    mutating func fromNow(_ words: Words) throws(PhraseError) -> Int? {
        guard words.plain(0) == "in", let found = LengthPhrase.read(words.dropFirst()),
            case .minutes(let minutes) = found.value
        else { return nil }
        let count = found.count + 1
        let seconds = present.now.time.secondsSinceMidnight / 60 * 60 + minutes * 60
        let day = DayPhrase(first: present.today.adding(days: seconds / 86_400))
        let time = TimePhrase(start: CivilTime(secondsSinceMidnight: seconds % 86_400))
        try parts.day.set(Placed(day, words, count), "days")
        try parts.time.set(Placed(time, words, count), "times of day")
        return count
    }

    /// `tonight`, `this evening`; `in the evening` where a day or a time is said.
    mutating func dayPart(_ words: Words) throws(PhraseError) -> Int? {
        if let found = DayPart.ofToday(words) {
            try parts.day.set(Placed(DayPhrase(first: present.today), words, found.count), "days")
            try parts.dayPart.set(Placed(found.value, words, found.count), "parts of a day")
            return found.count + (try bareTime(words.dropFirst(found.count)) ?? 0)
        }
        guard parts.day != nil || parts.time != nil, let found = DayPart.ofSome(words) else { return nil }
        try parts.dayPart.set(Placed(found.value, words, found.count), "parts of a day")
        return found.count
    }

    /// A day, with `on` or `from` before it, and the time of day right after.
    mutating func dayAndTime(_ words: Words) throws(PhraseError) -> Int? {
        let lead = ["on", "from"].contains(words.plain(0)) ? 1 : 0
        let rest = words.dropFirst(lead)
        guard let found = try DayPhrase.read(rest, present) else { return nil }
        try setDay(Placed(found.value, rest, found.count))
        var count = lead + found.count
        count += try dayPart(after: count, words, from: lead) ?? 0
        return count + (try bareTime(words.dropFirst(count)) ?? 0)
    }

    /// `evening`, after the words of a day.
    private mutating func dayPart(after count: Int, _ words: Words, from lead: Int) throws(PhraseError) -> Int? {
        guard let part = DayPart(rawValue: words.plain(count)) else { return nil }
        try parts.dayPart.set(Placed(part, words.dropFirst(lead), count - lead + 1), "parts of a day")
        return 1
    }

    /// `fri 4 Dec` is one day, said twice.
    private mutating func setDay(_ new: Placed<DayPhrase>) throws(PhraseError) {
        guard let old = parts.day, old.value.last == nil, new.value.last == nil,
            old.value.isWeekday != new.value.isWeekday
        else { return try parts.day.set(new, "days") }
        let (weekday, date) = old.value.isWeekday ? (old, new) : (new, old)
        guard weekday.value.first.weekday == date.value.first.weekday else {
            throw PhraseError(
                "“\(date.text)” is \(Names.words(date.value.first)), and not “\(weekday.text)”",
                at: new.range
            )
        }
        parts.day = date
    }

    /// A time right after a day may be an hour alone: `tue 14`.
    private mutating func bareTime(_ words: Words) throws(PhraseError) -> Int? {
        if ["at", "from"].contains(words.plain(0)) { return nil }
        guard let found = try TimePhrase.read(words, present), found.value.isBare, parts.time == nil else { return nil }
        guard LengthPhrase.read(words) == nil, !isDay(words), words.plain(found.count) != "times" else { return nil }
        try parts.time.set(Placed(found.value, words, found.count), "times of day")
        return found.count
    }

    mutating func time(_ words: Words) throws(PhraseError) -> Int? {
        let lead = ["at", "from"].contains(words.plain(0)) ? 1 : 0
        let rest = words.dropFirst(lead)
        if lead == 1, isDay(rest) { return nil }
        guard let found = try TimePhrase.read(rest, present), !found.value.isBare || lead == 1 else { return nil }
        try parts.time.set(Placed(found.value, rest, found.count), "times of day")
        return lead + found.count
    }

    private func isDay(_ words: Words) -> Bool { (try? DayReader(present).day(words)) != nil }

    /// `for 3 months`, `for 10 times`, of a repetition that came before; weeks and days are lengths of other things too.
    private mutating func lengthOfRepetition(_ words: Words) throws(PhraseError) -> Int? {
        guard ["times", "month", "months", "year", "years"].contains(words.plain(2)),
            let end = try RepetitionPhrase.end(words, present)
        else { return nil }
        guard let repetition = parts.repetition else {
            throw PhraseError("“\(words.text(3))” ends a repetition, and there is none (every tue)", at: words.range(3))
        }
        guard repetition.value.end == nil else {
            throw PhraseError("the repetition has an end already", at: words.range(end.count))
        }
        parts.repetition?.value.end = end.value
        return end.count
    }

    /// `for 90m`; a length alone only right after a time of day.
    mutating func length(_ words: Words) throws(PhraseError) -> Int? {
        let lead = words.plain(0) == "for" ? 1 : 0
        let rest = words.dropFirst(lead)
        if lead == 1, let count = try lengthOfRepetition(words) { return count }
        if lead == 1, rest.plain(0).number(digits: 4) != nil, LengthPhrase.read(rest) == nil, parts.time != nil {
            let number = rest.plain(0)
            throw PhraseError(
                "“for \(number)” has no unit",
                at: words.range(2),
                readings: ["for \(number)m", "for \(number)h"]
            )
        }
        guard let found = LengthPhrase.read(rest) else { return nil }
        let followsTime = parts.time.map { $0.range.upperBound + 1 >= (words.first?.range.lowerBound ?? 0) } ?? false
        guard lead == 1 || followsTime else { return nil }
        try parts.length.set(Placed(found.value, rest, found.count), "lengths")
        return lead + found.count
    }
}
