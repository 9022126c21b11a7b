public import ICalendar

/// Days and times as people write them in options: `today`, `next fri`, `2026-11-24`, `2026-11-24T14:00`, `fri 15:00`, `2w`.
public struct DateWords: Sendable {
    let present: Present

    public init(_ present: Present) {
        self.present = present
    }

    /// What a text can say: a day, a time of day, or both.
    public enum Meaning: Hashable, Sendable {
        case date(CivilDate)
        case time(CivilTime)
        case both(CivilDateTime)
    }

    /// What the words can be, for messages.
    public static let examples = "today, tomorrow, fri, 24 Dec, 2026-11-24, 2026-11-24T14:00, “fri 15:00” or +2w"

    /// Nil where the text is none of these.
    ///
    /// - Throws: For what looks like a day or time and is none, or can be two: `03/04`.
    public func meaning(of text: String) throws(PhraseError) -> Meaning? {
        if let both = CivilDateTime(text.uppercased()) { return .both(both) }
        let words = try Words(splitting: text)
        if let distance = distance(words) { return .date(present.today.adding(days: distance)) }
        guard let day = try DayReader(present).day(words) else {
            guard let time = try Clock.read(words), time.count == words.count, !time.value.isBare else { return nil }
            return .time(time.value.time)
        }
        var rest = words.dropFirst(day.count)
        if rest.isEmpty { return .date(day.value.first) }
        if rest.plain(0) == "at" { rest = rest.dropFirst() }
        guard let time = try Clock.read(rest), time.count == rest.count else { return nil }
        return .both(CivilDateTime(day.value.first, time.value.time))
    }

    /// `3d`, `2w`: in days.
    private func distance(_ words: Words) -> Int? {
        let word = words.plain(0)
        guard words.count == 1, let number = word.dropLast().number(digits: 4) else { return nil }
        switch word.last {
        case "d": return number
        case "w": return number * 7
        default: return nil
        }
    }
}
