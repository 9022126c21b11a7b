/// What part of a day is said: `fri evening`, `tonight`, `8:30 in the morning`.
enum DayPart: String, Hashable, Sendable {
    case morning, afternoon, evening, night

    /// `this evening`, `tonight`: today's.
    static func ofToday(_ words: Words) -> Found<DayPart>? {
        if words.plain(0) == "tonight" { return Found(.evening, 1) }
        guard words.plain(0) == "this", let part = DayPart(rawValue: words.plain(1)) else { return nil }
        return Found(part, 2)
    }

    /// `in the evening`, `at night`.
    static func ofSome(_ words: Words) -> Found<DayPart>? {
        if words.plain(0) == "at", words.plain(1) == "night" { return Found(.night, 2) }
        guard words.plain(0) == "in", words.plain(1) == "the", let part = DayPart(rawValue: words.plain(2)) else {
            return nil
        }
        return Found(part, 3)
    }

    /// The time of day, where it is said as on a clock of twelve hours.
    func applied(to time: TimePhrase) -> TimePhrase {
        var time =
            switch self {
            case .morning: time.endingInTheAfternoon
            case .afternoon: time.endingInTheAfternoon.inLaterHalf(1...8)
            case .evening: time.inLaterHalf(4...11)
            case .night: time.inLaterHalf(7...11)
            }
        time.canBeAfternoon = false
        time.ambiguity = nil
        return time
    }
}
