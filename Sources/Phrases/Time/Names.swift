import ICalendar

/// Names of weekdays and months, whole or their first letters.
enum Names {
    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// Three letters or more: `tue`, `tues.`, `thursday`; several, `fridays`, too.
    static func weekday(_ word: some StringProtocol) -> Weekday? {
        let plain = word.last == "." ? String(word.dropLast()) : String(word)
        let word = plain == "weds" || (plain.last == "s" && plain.count > 6) ? String(plain.dropLast()) : plain
        guard word.count >= 3 else { return nil }
        return zip(Weekday.allCases, weekdays).first { $1.hasPrefix(word) }?.0
    }

    /// `fridays`, `weekdays`.
    static func isPlural(_ word: String) -> Bool {
        word == "weekdays" || word == "weekends" || weekdays.contains { "\($0)s" == word }
    }

    /// 1 to 12; three letters or more, or `sept.`.
    static func month(_ word: some StringProtocol) -> Int? {
        let word = word.last == "." ? String(word.dropLast()) : String(word)
        guard word.count >= 3 else { return nil }
        return months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
    }

    static func name(ofMonth month: Int) -> String {
        months[month - 1].capitalizedFirst
    }

    /// `Tue`.
    static func name(of weekday: Weekday) -> String {
        String(weekdays[weekday.rawValue - 1].prefix(3)).capitalizedFirst
    }

    /// `two` to `twelve`.
    static func number(_ word: String) -> Int? {
        let names = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
        return names.firstIndex(of: word).map { $0 + 2 }
    }

    static var allWeekdays: [String] { weekdays + weekdays.map { String($0.prefix(3)) } }

    /// `Tue 24 Nov 2026`.
    static func words(_ date: CivilDate) -> String {
        "\(name(of: date.weekday)) \(date.day) \(name(ofMonth: date.month).prefix(3)) \(date.year)"
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension StringProtocol {
    /// A whole number of at most `digits` digits of ASCII.
    func number(digits: Int) -> Int? {
        guard (1...digits).contains(utf8.count), utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(self)
    }
}
