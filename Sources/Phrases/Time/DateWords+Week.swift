public import ICalendar

extension DateWords {
    /// A day of the week that a text means: `next`, `next week`, `last`, `this`, `+1`, or a day in it.
    ///
    /// Nil where the text is none of these.
    ///
    /// - Throws: for what looks like a day and is none, or can be two.
    public func week(of text: String) throws(PhraseError) -> CivilDate? {
        if let steps = Self.steps(text, of: "week") { return present.today.adding(days: 7 * steps) }
        switch try meaning(of: text) {
        case .date(let date): return date
        case .both(let both): return both.date
        case .time, nil: return nil
        }
    }

    /// How many weeks or months further on: `next` and `next month`, `last`, `this`, `+2`, `-1`.
    static func steps(_ text: String, of unit: String) -> Int? {
        let words = text.lowercased().split { $0.isWhitespace }
        guard words.count == 1 || (words.count == 2 && words[1] == unit) else { return nil }
        if let steps = ["last": -1, "previous": -1, "this": 0, "next": 1][words[0]] { return steps }
        guard words.count == 1, let sign = words[0].first, "+-".contains(sign) else { return nil }
        return words[0].dropFirst().number(digits: 2).map { sign == "-" ? -$0 : $0 }
    }
}
