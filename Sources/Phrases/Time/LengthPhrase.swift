/// How long something is, as people say it.
enum LengthPhrase: Hashable, Sendable {
    /// In minutes.
    case minutes(Int)
    case days(Int)

    /// `90m`, `1h30m`, `1h 30m`, `1h30`, `1.5h`, `90 minutes`, `two hours`, `1 hour and 30 minutes`, `an hour and a half`,
    /// `half an hour`, `3 days`, `2 weeks`.
    static func read(_ words: Words) -> Found<LengthPhrase>? {
        guard var found = single(words) else { return nil }
        guard case .minutes(let hours) = found.value, hours % 60 == 0 else { return found }
        let rest = words.dropFirst(found.count)
        if (0..<3).map(rest.plain) == ["and", "a", "half"] { return Found(.minutes(hours + 30), found.count + 3) }
        let joining = rest.plain(0) == "and" ? 1 : 0
        if let more = single(rest.dropFirst(joining)), case .minutes(let minutes) = more.value, minutes < 60 {
            found = Found(.minutes(hours + minutes), found.count + joining + more.count)
        }
        return found
    }

    private static func single(_ words: Words) -> Found<LengthPhrase>? {
        let word = words.plain(0)
        if word == "half", words.plain(1) == "an", words.plain(2) == "hour" { return Found(.minutes(30), 3) }
        if let length = inOneWord(word) { return Found(length, 1) }
        let number = ["a", "an", "one"].contains(word) ? 1 : Names.number(word) ?? word.number(digits: 4)
        guard let number, let length = length(number, words.plain(1)) else { return nil }
        return Found(length, 2)
    }

    private static func length(_ number: Int, _ unit: String) -> LengthPhrase? {
        guard number > 0 else { return nil }
        switch unit {
        case "m", "min", "mins", "minute", "minutes": return .minutes(number)
        case "h", "hr", "hrs", "hour", "hours": return .minutes(number * 60)
        case "d", "day", "days": return .days(number)
        case "w", "week", "weeks": return .days(7 * number)
        default: return nil
        }
    }

    private static func inOneWord(_ word: String) -> LengthPhrase? {
        let figures = word.prefix { $0.isNumber || $0 == "." }
        let rest = word.dropFirst(figures.count)
        if let half = halves(figures), ["h", "hr", "hrs"].contains(String(rest)) { return .minutes(half) }
        guard let number = figures.number(digits: 4), let unit = rest.first else { return nil }
        guard unit == "h", rest.count > 1, let hours = length(number, "h"), case .minutes(let minutes) = hours else {
            return length(number, String(rest))
        }
        // 1h30, 1h30m
        let tail = rest.dropFirst()
        let digits = tail.prefix { $0.isNumber }
        guard let more = digits.number(digits: 2), ["", "m", "min"].contains(String(tail.dropFirst(digits.count)))
        else { return length(number, String(rest)) }
        return .minutes(minutes + more)
    }

    /// `1.5`, `0.25`: hours, in minutes.
    private static func halves(_ text: Substring) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let whole = parts[0].number(digits: 3) else { return nil }
        let minutes = ["25": 15, "5": 30, "50": 30, "75": 45][String(parts[1])]
        return minutes.map { whole * 60 + $0 }
    }
}
