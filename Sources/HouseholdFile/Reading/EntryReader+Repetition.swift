import Household
import ICalendar

/// How an entry comes back: `repeat`, `also`, `except`.
extension EntryReader {
    func repetition(_ keys: inout Keys, of entry: Entry) -> Repetition {
        var repetition = Repetition(rule: keys.value("repeat", Words.rule))
        let isAllDay = entry.time.isAllDay
        let timeOfDay = entry.time.start.time
        repetition.also =
            keys.list("also") { text throws(Complaint) in
                switch try Words.moment(text) {
                case .day(let date): CivilDateTime(date, timeOfDay)
                case .wall(let wall) where !isAllDay: wall
                case .wall, .time: throw Complaint("“\(Words.shortened(text))” is not a date (2026-11-23)")
                }
            } ?? []
        let exceptions = keys.list("except") { text throws(Complaint) in try Exception(text, isAllDay: isAllDay) } ?? []
        for exception in exceptions {
            switch exception {
            case .days(let days): repetition.exceptDays.append(days)
            case .start(let start): repetition.exceptStarts.append(start)
            }
        }
        return repetition
    }
}

/// What does not happen: everything that starts on certain days, or one start.
private enum Exception {
    case days(ClosedRange<CivilDate>)
    case start(CivilDateTime)

    /// `2026-10-12`, `2026-07-20/2026-08-31` or, but for whole days, `2026-10-12T08:15`.
    init(_ text: String, isAllDay: Bool) throws(Complaint) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Words.trimmed($0) }
        if parts.count == 2 {
            let (first, last) = (try Words.date(parts[0]), try Words.date(parts[1]))
            guard first <= last else { throw Complaint("“\(Words.shortened(text))” ends before it begins") }
            self = .days(first...last)
            return
        }
        switch try Words.moment(text) {
        case .day(let date): self = .days(date...date)
        case .wall(let wall) where !isAllDay: self = .start(wall)
        case .wall, .time:
            throw Complaint("“\(Words.shortened(text))” is not a date or two (2026-10-12, 2026-07-20/2026-08-31)")
        }
    }
}

extension Words {
    /// Without spaces at either end.
    static func trimmed(_ text: Substring) -> String {
        var text = text.drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
