import ICalendar

/// A time of day, or from one to another.
struct TimePhrase: Hashable, Sendable {
    var start: CivilTime
    /// Nil: no end is said. One that is not after the start is on the next day.
    var end: CivilTime?
    /// An hour alone: a time of day only where one is expected.
    var isBare = false
    /// `4` and `4-5`, of the night or of the afternoon.
    var canBeAfternoon = false
    /// Why it can't be told when it ends, unless the part of the day is said: `9-5`.
    var ambiguity: PhraseError?
    /// `fri 18:00 until sun 16:00`: the end is on the last day.
    var endsOnLastDay = false

    /// `14:00-15:30`, `14-15:30`, `2-3pm`, `14:00 to 15:30`, `between 8 and 12`, `14:00`, `2pm`, `14`, `14 Uhr`.
    static func read(_ words: Words, _ present: Present) throws(PhraseError) -> Found<TimePhrase>? {
        if let found = try between(words) { return found }
        if let range = try joined(words.plain(0), words.range(1)) {
            return Found(range, words.plain(1) == "uhr" ? 2 : 1)
        }
        guard let first = try Clock.read(words) else { return nil }
        let rest = words.dropFirst(first.count)
        var alone = TimePhrase(start: first.value.time, isBare: first.value.isBare)
        alone.canBeAfternoon = first.value.canBeAfternoon
        // “15:00 until 18 Dec” ends on a day, not at 18:00.
        guard DayPhrase.connectors.contains(rest.plain(0)), !DayReader(present).follows(rest),
            let second = try Clock.read(rest.dropFirst())
        else { return Found(alone, first.count) }
        let count = first.count + 1 + second.count
        let phrase = try TimePhrase(from: first.value, to: second.value, words.range(count))
        return Found(phrase, count)
    }

    private static func between(_ words: Words) throws(PhraseError) -> Found<TimePhrase>? {
        guard words.plain(0) == "between", let first = try Clock.read(words.dropFirst()) else { return nil }
        let rest = words.dropFirst(1 + first.count)
        guard rest.plain(0) == "and", let second = try Clock.read(rest.dropFirst()) else { return nil }
        let count = first.count + second.count + 2
        return Found(try TimePhrase(from: first.value, to: second.value, words.range(count)), count)
    }

    /// Both sides of a dash in one word.
    private static func joined(_ word: String, _ range: Range<Int>) throws(PhraseError) -> TimePhrase? {
        let parts = word.split(omittingEmptySubsequences: false) { "-–—".contains($0) }
        guard parts.count == 2, let first = try Clock.read(String(parts[0]), at: range),
            let second = try Clock.read(String(parts[1]), at: range)
        else { return nil }
        return try TimePhrase(from: first, to: second, range)
    }

    init(start: CivilTime, end: CivilTime? = nil, isBare: Bool = false) {
        (self.start, self.end, self.isBare) = (start, end, isBare)
    }

    /// `11-1pm` is from the morning on, `2-3pm` is not, `4pm to 5` ends at 17:00; `9-5` can be the day or the night.
    private init(from first: Clock, to second: Clock, _ range: Range<Int>) throws(PhraseError) {
        var start = first.time
        if first.isBare, second.isTwelveHours, (1...12).contains(start.hour) {
            let morning = CivilTime(secondsSinceMidnight: start.secondsSinceMidnight % (12 * 3600))
            let later = CivilTime(secondsSinceMidnight: morning.secondsSinceMidnight + 12 * 3600)
            start = later < second.time ? later : morning
        }
        var end = second.time == .midnight && !second.isBare ? .endOfDay : second.time
        if first.isTwelveHours, second.isBare, end < start {
            let later = CivilTime(secondsSinceMidnight: end.secondsSinceMidnight % (12 * 3600) + 12 * 3600)
            if later > start { end = later }
            if second.time.hour == 12, start.hour > 12 { end = .endOfDay }
        }
        guard start != end else {
            throw PhraseError("it begins and ends at \(start.short)", at: range)
        }
        self.init(start: start, end: end)
        if second.isBare, !first.isTwelveHours, end < start, start.hour <= 12 {
            let later = CivilTime(secondsSinceMidnight: end.secondsSinceMidnight + 12 * 3600)
            ambiguity = PhraseError(
                "“\(start.hour)-\(end.hour)” can end in the afternoon or on the next day",
                at: range,
                readings: ["\(start.short)-\(later.short)", "\(start.short)-\(end.short) for the next day"]
            )
        }
        canBeAfternoon = first.canBeAfternoon && !second.isTwelveHours && end.hour < 12 && end > start
    }

    /// `9-1` of a morning ends at 13:00.
    var endingInTheAfternoon: TimePhrase {
        guard ambiguity != nil, let end else { return self }
        var phrase = self
        phrase.end = CivilTime(secondsSinceMidnight: end.secondsSinceMidnight + 12 * 3600)
        return phrase
    }

    /// Said of an afternoon, an evening or a night, 7 is 19:00.
    func inLaterHalf(_ hours: ClosedRange<Int>) -> TimePhrase {
        guard hours.contains(start.hour), end.map({ $0.hour <= 12 }) ?? true else { return self }
        func later(_ time: CivilTime) -> CivilTime {
            CivilTime(secondsSinceMidnight: time.secondsSinceMidnight + 12 * 3600)
        }
        var phrase = self
        // “10-1” of a night ends on the next day, “8-12” at midnight.
        phrase.end = end.map { end in
            if end < start { return end }
            let past = CivilTime(secondsSinceMidnight: end.secondsSinceMidnight % (12 * 3600))
            return end.hour < 12 ? later(end) : past == .midnight ? .endOfDay : past
        }
        phrase.start = later(start)
        return phrase
    }
}

extension Clock {
    /// Nobody says 4 for four in the morning; from seven on, the figure is believed.
    fileprivate var canBeAfternoon: Bool { isOneFigure && (1...6).contains(time.hour) }
}

extension CivilTime {
    /// `14:00`.
    var short: String { String(description.prefix(5)) }
}
