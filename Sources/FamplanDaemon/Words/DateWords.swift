import ICalendar

/// Days and times as people write them in options: `today`, `fri`, `2026-11-24`, `2026-11-24T14:00`, `fri 15:00`, `+2w`.
struct DateWords {
    let today: CivilDate

    /// What a text can say: a day, a time of day, or both.
    enum Meaning: Equatable {
        case date(CivilDate)
        case time(CivilTime)
        case both(CivilDateTime)
    }

    /// Nil where the text is none of these.
    func meaning(of text: String) -> Meaning? {
        let words = text.lowercased().split(whereSeparator: { $0 == " " || $0 == "," })
        guard words.count <= 2, let first = words.first else { return nil }
        if words.count == 2 {
            guard let date = date(first), let time = time(words[1]) else { return nil }
            return .both(CivilDateTime(date, time))
        }
        if let both = CivilDateTime(text.uppercased()) { return .both(both) }
        if let date = date(first) { return .date(date) }
        return time(first).map(Meaning.time)
    }

    /// What the words can be, for messages.
    static let examples = "today, tomorrow, fri, 2026-11-24, 2026-11-24T14:00, “fri 15:00” or +2w"

    private func date(_ word: Substring) -> CivilDate? {
        switch word {
        case "today": return today
        case "tomorrow": return today.adding(days: 1)
        case "yesterday": return today.adding(days: -1)
        default: break
        }
        if let weekday = weekday(word) {
            return today.adding(days: (weekday.rawValue - today.weekday.rawValue + 7) % 7)
        }
        return CivilDate(word) ?? distance(word).map { today.adding(days: $0) }
    }

    private func weekday(_ word: Substring) -> Weekday? {
        let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        guard word.count >= 3 else { return nil }
        return zip(Weekday.allCases, names).first { $1.hasPrefix(word) }?.0
    }

    /// `+3d`, `2w`.
    private func distance(_ word: Substring) -> Int? {
        let digits = word.drop { $0 == "+" }.dropLast()
        guard let number = Int(digits), (0...10_000).contains(number) else { return nil }
        switch word.last {
        case "d": return number
        case "w": return number * 7
        default: return nil
        }
    }

    /// `15:00`, `9:30`.
    private func time(_ word: Substring) -> CivilTime? {
        let parts = word.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count <= 2, parts[1].count == 2, let hour = Int(parts[0]),
            let minute = Int(parts[1])
        else { return nil }
        return CivilTime(hour: hour, minute: minute)
    }
}
