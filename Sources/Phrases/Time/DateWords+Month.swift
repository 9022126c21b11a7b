public import ICalendar

extension DateWords {
    /// The first day of the month that a text means: `2026-12`, `dec`, `December 2027`, `next month`, `+1`, or a day in it. A name
    /// without a year is this month or the next of that name.
    ///
    /// Nil where the text is none of these.
    ///
    /// - Throws: for what looks like a day and is none, or can be two.
    public func month(of text: String) throws(PhraseError) -> CivilDate? {
        if let steps = Self.steps(text, of: "month") { return Self.first(of: present.today).adding(months: steps) }
        if let first = named(text.lowercased().split(separator: " ")) ?? CivilDate(text + "-01") { return first }
        switch try meaning(of: text) {
        case .date(let date): return Self.first(of: date)
        case .both(let both): return Self.first(of: both.date)
        case .time, nil: return nil
        }
    }

    /// `dec`, `dec 2027`.
    private func named(_ words: [Substring]) -> CivilDate? {
        guard let month = words.first.flatMap(Names.month), words.count <= 2 else { return nil }
        let today = present.today
        guard words.count == 2 else {
            return CivilDate(year: month < today.month ? today.year + 1 : today.year, month: month, day: 1)
        }
        guard words[1].count == 4, let year = Int(words[1]) else { return nil }
        return CivilDate(year: year, month: month, day: 1)
    }

    private static func first(of date: CivilDate) -> CivilDate { date.adding(days: 1 - date.day) }
}
