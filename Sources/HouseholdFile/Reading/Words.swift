import Household
import ICalendar

/// What single words of the file mean.
package enum Words {
    /// As it stands, even nothing.
    static func anything(_ text: String) -> String { text }

    /// A name or a title.
    static func text(_ text: String) throws(Complaint) -> String {
        guard text.contains(where: { !$0.isWhitespace }) else { throw Complaint("is empty") }
        return text
    }

    static func id<Noun>(_ text: String) throws(Complaint) -> ID<Noun> {
        if let id = ID<Noun>(text) { return id }
        let near = text.lowercased().unicodeScalars.map { scalar -> Character in
            switch scalar {
            case "a"..."z", "0"..."9", ".", "-": Character(scalar)
            default: "-"
            }
        }
        guard (1...64).contains(near.count), near.contains(where: { $0 != "-" }) else {
            throw Complaint("“\(shortened(text))” is not an id (1 to 64 lower-case letters, digits, “-” and “.”)")
        }
        throw Complaint("“\(text)” is not an id (lower-case letters, digits, “-” and “.”: “\(String(near))”)")
    }

    static func flag(_ text: String) throws(Complaint) -> Bool {
        switch text.lowercased() {
        case "true", "yes": return true
        case "false", "no": return false
        default: throw Complaint("“\(shortened(text))” is neither true nor false")
        }
    }

    /// One of an enumeration's words.
    static func word<Word: CaseIterable & RawRepresentable<String>>(_ text: String) throws(Complaint) -> Word {
        if let word = Word(rawValue: text) { return word }
        let words = Word.allCases.map(\.rawValue)
        let near = Spelling.nearest(to: text, among: words).map { ": did you mean \($0)?" } ?? ""
        throw Complaint("“\(shortened(text))” is none of \(words.joined(separator: ", "))\(near)")
    }

    /// A whole number of minutes, with or without the unit: `15`, `15m`, `1h`.
    static func minutes(_ text: String) throws(Complaint) -> Int {
        if let number = number(text) { return number }
        guard let seconds = seconds(text), seconds % 60 == 0 else {
            throw Complaint("“\(shortened(text))” is not a number of minutes (15)")
        }
        return seconds / 60
    }

    /// `4`.
    static func count(_ text: String) throws(Complaint) -> Int {
        guard let number = number(text) else { throw Complaint("“\(shortened(text))” is not a whole number (4)") }
        return number
    }

    /// `40%`, or `40`; in per cent.
    static func percent(_ text: String) throws(Complaint) -> Double {
        let digits = text.hasSuffix("%") ? String(text.dropLast()) : text
        guard digits.utf8.count <= 8, digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
            let percent = Double(digits)
        else { throw Complaint("“\(shortened(text))” is not a share (40%)") }
        // 0.4 is a share of one, and would be next to nothing in per cent.
        guard text.hasSuffix("%") || percent == 0 || percent >= 1 else {
            throw Complaint("“\(shortened(text))” has no unit (\(shortened(text))%, or 40% for 0.4)")
        }
        return percent
    }

    /// Money, or what money is worth; kept as written.
    static func amount(_ text: String) throws(Complaint) -> Amount {
        guard let amount = Amount(text) else {
            throw Complaint("“\(shortened(text))” is not an amount of money (95.00)")
        }
        return amount
    }

    static func currency(_ text: String) throws(Complaint) -> Currency {
        guard let currency = Currency(text) else {
            throw Complaint("“\(shortened(text))” is not a currency (three capital letters: EUR, GBP, CHF)")
        }
        return currency
    }

    static func rule(_ text: String) throws(Complaint) -> RecurrenceRule {
        guard text.contains("=") else {
            let words = text.lowercased().split(separator: " ").filter { $0 != "every" }.joined(separator: " ")
            let near = rules[words] ?? "FREQ=WEEKLY, FREQ=WEEKLY;BYDAY=TU,TH, FREQ=MONTHLY"
            throw Complaint("“\(shortened(text))” is not a repetition (try \(near))")
        }
        do {
            return try RecurrenceRule(text)
        } catch {
            throw Complaint(error.description)
        }
    }

    /// Repetitions as people say them, and as RFC 5545 has them.
    private static let rules = [
        "daily": "FREQ=DAILY", "day": "FREQ=DAILY", "weekly": "FREQ=WEEKLY", "week": "FREQ=WEEKLY",
        "biweekly": "FREQ=WEEKLY;INTERVAL=2", "fortnightly": "FREQ=WEEKLY;INTERVAL=2",
        "2 weeks": "FREQ=WEEKLY;INTERVAL=2", "other week": "FREQ=WEEKLY;INTERVAL=2",
        "weekday": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "weekdays": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "monthly": "FREQ=MONTHLY", "month": "FREQ=MONTHLY", "yearly": "FREQ=YEARLY", "annually": "FREQ=YEARLY",
        "year": "FREQ=YEARLY",
    ]

    /// A value as messages show it.
    package static func shortened(_ text: String) -> String {
        text.count > 60 ? text.prefix(57) + "…" : text
    }

    /// A number without sign, of at most nine digits.
    static func number(_ text: some StringProtocol) -> Int? {
        guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }
}
