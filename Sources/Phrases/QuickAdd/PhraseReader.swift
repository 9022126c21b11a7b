import Household
import ICalendar

/// Goes through the words of a phrase and takes from it what it understands; the rest is the title.
struct PhraseReader {
    let names: HouseholdNames
    let present: Present
    var parts = PhraseParts()

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
        if let count = try fromNow(words) { return count }
        if let count = try dayPart(words) { return count }
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
        guard let word = words.first, let mark = word.plain.first else { return nil }
        guard word.plain.count > 1 else {
            guard "@+#".contains(mark), names.knows(words.plain(1)) else { return nil }
            throw PhraseError(
                "there is a space between “\(mark)” and “\(words.plain(1))” (\(mark)\(words.plain(1)))",
                at: words.range(2)
            )
        }
        let count = nameLength(words, after: mark)
        let name = String((words.name(of: count) ?? word.plain).dropFirst())
        let range = words.range(count)
        switch mark {
        case "@": for each in list(name, mark) { parts.people.append(try names.person(each, range)) }
        case "+":
            guard name.first?.isNumber == false else { return nil }
            for each in list(name, mark) { parts.children.append(try names.child(each, range)) }
        case "#":
            guard name.first?.isNumber == false || names.hasStream(name) else { return nil }
            let stream = try names.stream(name, range)
            if parts.stream != nil, parts.stream != stream {
                throw PhraseError("there are two streams (work is done for one)", at: range)
            }
            parts.stream = stream
        case "~", "!": parts.attention = try names.attention(name, range)
        default: return nil
        }
        dropJoining()
        return count
    }

    /// How many words a name takes that begins with a mark: as many as make whole names, and one otherwise.
    private func nameLength(_ words: Words, after mark: Character) -> Int {
        guard "@+#".contains(mark) else { return 1 }
        return (2...Words.longestName).reversed().first { count in
            guard let text = words.name(of: count)?.dropFirst() else { return false }
            let all = list(String(text), mark)
            return !all.isEmpty && all.allSatisfy { names.knows($0, after: mark) }
        } ?? 1
    }

    /// `maya,noah`, and `maya,@noah`.
    private func list(_ text: String, _ mark: Character) -> [String] {
        text.split(separator: ",").map { String($0.first == mark ? $0.dropFirst() : $0) }
    }

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
}
