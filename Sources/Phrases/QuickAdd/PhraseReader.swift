import Household
import ICalendar

/// Goes through the words of a phrase and takes from it what it understands; the rest is the title.
struct PhraseReader {
    let names: HouseholdNames
    let present: Present
    private(set) var parts = PhraseParts()

    init(_ household: Household, _ present: Present) {
        names = HouseholdNames(household)
        self.present = present
    }

    mutating func read(_ all: Words) throws(PhraseError) {
        var words = all
        while let word = words.first {
            if word.isQuoted {
                parts.title.append(word)
                words = words.dropFirst()
            } else {
                words = words.dropFirst(try take(words))
            }
        }
    }

    /// How many words it took: one of the title at least.
    private mutating func take(_ words: Words) throws(PhraseError) -> Int {
        if let count = try marked(words) { return count }
        if let count = try repetition(words) { return count }
        if let count = try times(words) { return count }
        if let count = try until(words) { return count }
        if let count = try dayAndTime(words) { return count }
        if let count = try time(words) { return count }
        if let count = try length(words) { return count }
        if let count = try place(words) { return count }
        if words.plain(0) == "all", words.plain(1) == "day" {
            parts.isAllDay = true
            return 2
        }
        parts.title.append(words[words.startIndex])
        return 1
    }

    // MARK: Who and what

    /// `@maya`, `+noah`, `#northwind`, `~call`.
    private mutating func marked(_ words: Words) throws(PhraseError) -> Int? {
        guard let word = words.first, let mark = word.plain.first, word.plain.count > 1 else { return nil }
        let name = String(word.plain.dropFirst())
        switch mark {
        case "@": for each in list(name) { parts.people.append(try names.person(each, word.range)) }
        case "+":
            guard name.first?.isNumber == false else { return nil }
            for each in list(name) { parts.children.append(try names.child(each, word.range)) }
        case "#":
            guard name.first?.isNumber == false || names.hasStream(name) else { return nil }
            let stream = try names.stream(name, word.range)
            if parts.stream != nil, parts.stream != stream {
                throw PhraseError("there are two streams (work is done for one)", at: word.range)
            }
            parts.stream = stream
        case "~", "!": parts.attention = try names.attention(name, word.range)
        default: return nil
        }
        dropJoining()
        return 1
    }

    private func list(_ text: String) -> [String] { text.split(separator: ",").map(String.init) }

    /// “Dinner with @kofi” is called “Dinner”.
    private mutating func dropJoining() {
        while let last = parts.title.last, !last.isQuoted, ["with", "for", "and", "by", "&"].contains(last.plain) {
            parts.title.removeLast()
        }
    }

    /// `at home`, `at office park`: as many words as the name of a place has.
    private mutating func place(_ words: Words) throws(PhraseError) -> Int? {
        guard words.plain(0) == "at", words.count > 1 else { return nil }
        if let found = names.place(words.dropFirst()) {
            if let old = parts.place, old != found.value {
                throw PhraseError("there are two places", at: words.range(found.count + 1))
            }
            parts.place = found.value
            return found.count + 1
        }
        if let near = names.nearestPlace(to: words.plain(1)) {
            throw PhraseError(
                "“\(words.plain(1))” is no place (did you mean “\(near)”?)",
                at: words.dropFirst().range(1)
            )
        }
        parts.unknownPlaces.append(words.dropFirst().text(1))
        return nil
    }

    // MARK: When

    private mutating func repetition(_ words: Words) throws(PhraseError) -> Int? {
        guard let found = try RepetitionPhrase.read(words, present) else { return nil }
        try parts.repetition.set(Placed(found.value, words, found.count), "repetitions")
        return found.count + (try bareTime(words.dropFirst(found.count)) ?? 0)
    }

    /// `10 times`, of a repetition that came before.
    private mutating func times(_ words: Words) throws(PhraseError) -> Int? {
        guard let repetition = parts.repetition, let end = RepetitionPhrase.times(words) else { return nil }
        guard repetition.value.end == nil else {
            throw PhraseError("the repetition has an end already", at: words.range(end.count))
        }
        parts.repetition?.value.end = end.value
        return end.count
    }

    /// `until 18 Dec`, of days or of a repetition; `until 15:30`, of a time.
    private mutating func until(_ words: Words) throws(PhraseError) -> Int? {
        guard ["until", "till", "to"].contains(words.plain(0)) else { return nil }
        let rest = words.dropFirst()
        if let start = parts.time, start.value.end == nil, let end = try Clock.read(rest), !isDay(rest) {
            parts.time?.value.end = end.value.time == .midnight ? .endOfDay : end.value.time
            return end.count + 1
        }
        guard words.plain(0) != "to", parts.day != nil || parts.repetition != nil,
            let day = try DayReader(present).day(rest)
        else { return nil }
        try parts.lastDay.set(Placed(day.value.first, words, day.count + 1), "last days")
        return day.count + 1
    }

    /// A day, with `on` or `from` before it, and the time of day right after.
    private mutating func dayAndTime(_ words: Words) throws(PhraseError) -> Int? {
        let lead = ["on", "from"].contains(words.plain(0)) ? 1 : 0
        let rest = words.dropFirst(lead)
        guard let found = try DayPhrase.read(rest, present) else { return nil }
        try parts.day.set(Placed(found.value, rest, found.count), "days")
        let count = lead + found.count
        return count + (try bareTime(words.dropFirst(count)) ?? 0)
    }

    /// A time right after a day may be an hour alone: `tue 14`.
    private mutating func bareTime(_ words: Words) throws(PhraseError) -> Int? {
        if ["at", "from"].contains(words.plain(0)) { return nil }
        guard let found = try TimePhrase.read(words), found.value.isBare, parts.time == nil else { return nil }
        guard LengthPhrase.read(words) == nil, !isDay(words), words.plain(found.count) != "times" else { return nil }
        try parts.time.set(Placed(found.value, words, found.count), "times of day")
        return found.count
    }

    private mutating func time(_ words: Words) throws(PhraseError) -> Int? {
        let lead = ["at", "from"].contains(words.plain(0)) ? 1 : 0
        let rest = words.dropFirst(lead)
        if lead == 1, isDay(rest) { return nil }
        guard let found = try TimePhrase.read(rest), !found.value.isBare || lead == 1 else { return nil }
        try parts.time.set(Placed(found.value, rest, found.count), "times of day")
        return lead + found.count
    }

    private func isDay(_ words: Words) -> Bool { (try? DayReader(present).day(words)) != nil }

    /// `for 90m`; a length alone only right after a time of day.
    private mutating func length(_ words: Words) throws(PhraseError) -> Int? {
        let lead = words.plain(0) == "for" ? 1 : 0
        let rest = words.dropFirst(lead)
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
