import ICalendar

/// A time of day as people say it.
struct Clock: Hashable, Sendable {
    var time: CivilTime
    /// An hour alone, `14`: it is one only where a time of day is expected.
    var isBare = false
    /// Said with am or pm.
    var isTwelveHours = false
    /// One figure alone, `4`: of the morning or of the afternoon. Who writes `04` means the morning.
    var isOneFigure = false

    /// `14:00`, `9:30`, `2pm`, `2:30 pm`, `noon`, `14.30`, `14h30`, `14 Uhr`, and `14` alone.
    ///
    /// - Throws: For what looks like one and is none, such as `25:00`.
    static func read(_ words: Words) throws(PhraseError) -> Found<Clock>? {
        guard let clock = try read(words.plain(0), at: words.range(1)) else { return nil }
        let half = words.plain(1).filter { $0 != "." }
        if half == "uhr", !clock.isTwelveHours { return Found(Clock(time: clock.time), 2) }
        guard clock.isBare || !clock.isTwelveHours, half == "am" || half == "pm" else { return Found(clock, 1) }
        guard let found = try read(words.plain(0) + half, at: words.range(2)) else { return Found(clock, 1) }
        return Found(found, 2)
    }

    static func read(_ word: String, at range: Range<Int>) throws(PhraseError) -> Clock? {
        switch word {
        case "noon", "midday": return Clock(time: CivilTime(secondsSinceMidnight: 12 * 3600))
        case "midnight": return Clock(time: .midnight)
        default: break
        }
        let word =
            ["a.m.", "p.m."].first(where: word.hasSuffix).map { word.dropLast(4) + $0.filter(\.isLetter) } ?? word
        let half = ["am", "pm"].first { word.hasSuffix($0) }
        let figures = half == nil ? Substring(word) : word.dropLast(2)
        let parts = figures.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." || $0 == "h" }
        guard let hour = parts.first?.number(digits: 2), parts.count <= 2 else { return nil }
        // Before eight, 1h30 is rather how long it is.
        if figures.contains("h"), hour < 8 || half != nil || parts.last == "" { return nil }
        var minute = 0
        if parts.count == 2 {
            guard parts[1].count == 2, let number = parts[1].number(digits: 2) else { return nil }
            minute = number
        }
        guard let time = time(hour: hour, minute: minute, half) else {
            // A number is a number; with minutes, it was meant to be a time of day.
            if parts.count == 1, half == nil { return nil }
            throw PhraseError("“\(word)” is no time of day (00:00 to 24:00, 2pm)", at: range)
        }
        let isBare = parts.count == 1 && half == nil
        return Clock(
            time: time,
            isBare: isBare,
            isTwelveHours: half != nil,
            isOneFigure: isBare && figures.count == 1
        )
    }

    private static func time(hour: Int, minute: Int, _ half: String?) -> CivilTime? {
        guard let half else { return CivilTime(hour: hour, minute: minute) }
        guard (1...12).contains(hour) else { return nil }
        return CivilTime(hour: hour % 12 + (half == "pm" ? 12 : 0), minute: minute)
    }
}
