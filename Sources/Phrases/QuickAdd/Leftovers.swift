/// What looks like a day or a time, was not understood, and would be lost in the title.
extension PhraseParts {
    /// Refuses it where it is just that which was not said: today would be supposed, or the whole day.
    func complainOfLeftovers() throws(PhraseError) {
        for word in title where !word.isQuoted {
            if day == nil, repetition == nil, word.looksLikeDay {
                throw complaint(word, "a day", "24 Dec, 2026-12-24, every tue and thu")
            }
            if day == nil, repetition == nil, word.plain == "next" {
                let words = title.drop { $0 != word }
                if ["week", "weekend", "month", "year"].contains(words.plain(1)) {
                    throw PhraseError("“\(words.text(2))” is no day (next tue, 24 Dec)", at: words.range(2))
                }
            }
            if time == nil, word.looksLikeTime { throw complaint(word, "a time of day", "14:00-15:30, 2pm") }
        }
    }

    private func complaint(_ word: Word, _ noun: String, _ examples: String) -> PhraseError {
        let hint = "\(examples); what belongs to the title goes in \"…\""
        return PhraseError("“\(word.text)” looks like \(noun) and can't be read as one (\(hint))", at: word.range)
    }

    /// Words of repetition that repeat nothing, a sentence each.
    var remarksOnLeftovers: [String] {
        guard repetition == nil else { return [] }
        return title.indices.compactMap { index in
            let words = title[index...]
            switch words.plain(0) {
            case "every", "each": return "“\(words.text(2))” stays in the title: nothing is repeated."
            case "daily": return Self.isOnce(words, "every day")
            case "weekly": return Self.isOnce(words, "every week")
            case "biweekly", "fortnightly": return Self.isOnce(words, "every 2 weeks")
            case "monthly": return Self.isOnce(words, "every month")
            case "yearly": return Self.isOnce(words, "every year")
            default: return nil
            }
        }
    }

    private static func isOnce(_ words: Words, _ phrase: String) -> String {
        "“\(words.text(1))” stays in the title: it is once (“\(phrase)” repeats it)."
    }
}

extension Word {
    /// `24th`, `24-12-2026`, `2026/12/24`, `tue,thu`.
    fileprivate var looksLikeDay: Bool {
        if plain.last?.isLetter == true, DayReader.ordinal(plain) != nil { return true }
        let parts = plain.split(omittingEmptySubsequences: false) { "-/".contains($0) }
        let years = parts.filter { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }
        if parts.count == 3, years.count == 1, parts.count(where: { $0.number(digits: 2) != nil }) == 2 { return true }
        let names = plain.split { ",/".contains($0) }
        return names.count > 1 && names.allSatisfy { Names.weekday($0) != nil }
    }

    /// `(10:00-12:00)`, `9:00—10:30`, `16h`.
    fileprivate var looksLikeTime: Bool {
        if plain.last == "h", plain.dropLast().number(digits: 2) != nil { return true }
        let times = plain.split { "-–—()".contains($0) }
        return !times.isEmpty
            && times.allSatisfy { time in
                let parts = time.split(separator: ":", omittingEmptySubsequences: false)
                return parts.count == 2 && parts[0].number(digits: 2) != nil && parts[1].count == 2
                    && parts[1].number(digits: 2) != nil
            }
    }
}
