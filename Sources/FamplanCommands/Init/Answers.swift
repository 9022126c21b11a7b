/// Reads what people answer.
enum Answers {
    /// Letters and digits of ASCII, and dashes: at most 40.
    static func id(_ name: String) -> String {
        var id = ""
        for character in name.lowercased() {
            if character.isASCII, character.isLetter || character.isNumber {
                id.append(character)
            } else if let plain = transliterated[character] {
                id += plain
            } else if !id.isEmpty, id.last != "-" {
                id.append("-")
            }
        }
        while id.last == "-" { id.removeLast() }
        return id.isEmpty ? "person" : String(id.prefix(40))
    }

    private static let transliterated: [Character: String] = [
        "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e", "è": "e", "ê": "e", "á": "a", "à": "a", "å": "a",
        "ø": "o",
        "ñ": "n", "ç": "c", "í": "i", "ó": "o", "ú": "u",
    ]

    /// `12`, `10-16`, `10h`; nil for nothing.
    static func hours(_ answer: String) throws -> (min: Int, max: Int)? {
        try range(answer.filter { $0 != "h" && $0 != " " }, to: 168, "Hours of a week: 12, or 10-16.")
    }

    /// `40-60`, `50`; nil for nothing.
    static func share(_ answer: String) throws -> (min: Int, max: Int)? {
        try range(answer.filter { $0 != "%" && $0 != " " }, to: 100, "Two numbers from 0 to 100: 40-60.")
    }

    private static func range(_ text: String, to most: Int, _ help: String) throws -> (min: Int, max: Int)? {
        if text.isEmpty { return nil }
        let numbers = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...2).contains(numbers.count), let low = numbers.first ?? nil, let high = numbers.last ?? nil,
            (0...most).contains(low), (low...max(low, most)).contains(high)
        else { throw NotUnderstood(help) }
        return (low, high)
    }

    static func minutes(_ answer: String) throws -> Int {
        guard let minutes = Int(answer), (0...1440).contains(minutes) else {
            throw NotUnderstood("A number of minutes, please: 15.")
        }
        return minutes
    }

    /// `2019-05-02`, `2.5.2019`; empty for nothing.
    static func date(_ answer: String) throws -> String {
        if answer.isEmpty { return answer }
        let dotted = answer.split(separator: ".", omittingEmptySubsequences: false).map(\.trimmed)
        let parts = dotted.count == 3 ? dotted.reversed() : answer.split(separator: "-").map(String.init)
        guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2]), year > 1900, (1...12).contains(month)
        else { throw NotUnderstood("A date, please: 2019-05-02, or 2.5.2019.") }
        guard (1...days(month, year)).contains(day) else {
            throw NotUnderstood("There is no such day: that month has \(days(month, year)).")
        }
        return "\(year)-\(twoFigures(month))-\(twoFigures(day))"
    }

    private static func twoFigures(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func days(_ month: Int, _ year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// `06:45`, `6.45`, `7`; empty for nothing.
    static func time(_ answer: String) throws -> String {
        if answer.isEmpty { return answer }
        let parts = answer.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
        guard (1...2).contains(parts.count), let hour = Int(parts[0]), (0...23).contains(hour),
            let minute = parts.count == 2 ? Int(parts[1]) : 0, (0...59).contains(minute)
        else { throw NotUnderstood("A time of day, please: 06:45.") }
        return "\(twoFigures(hour)):\(twoFigures(minute))"
    }

    /// `8:15-14:15`; nil for nothing.
    static func times(_ answer: String) throws -> (start: String, end: String)? {
        if answer.isEmpty { return nil }
        let parts = answer.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }.map(\.trimmed)
        guard parts.count == 2, !parts.contains("") else {
            throw NotUnderstood("From when to when, please: 8:15-14:15.")
        }
        let (start, end) = (try time(parts[0]), try time(parts[1]))
        guard start < end else { throw NotUnderstood("It ends, \(end), before it begins, \(start).") }
        return (start, end)
    }
}
