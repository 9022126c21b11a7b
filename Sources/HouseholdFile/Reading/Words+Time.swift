import Household
import ICalendar

/// A point of time as the file writes it: a day, a wall time, or a time of day alone.
enum Moment {
    case day(CivilDate)
    case wall(CivilDateTime)
    case time(CivilTime)
}

extension Words {
    /// `90m`, `1h30m`, `2h`, `3d`; in seconds, a day being 24 hours.
    package static func duration(_ text: String) throws(Complaint) -> Int {
        if let seconds = seconds(text) { return seconds }
        if let number = number(text) {
            throw Complaint("“\(text)” has no unit (\(number)m for minutes, \(number)h for hours, \(number)d for days)")
        }
        throw Complaint("“\(shortened(text))” is not a duration (90m, 1h30m, 2h, 3d)")
    }

    /// Numbers with their units, each unit at most once and the greater first.
    static func seconds(_ text: String) -> Int? {
        var units: [(Character, Int)] = [("d", Span.day), ("h", Span.hour), ("m", 60), ("s", 1)]
        var digits = ""
        var sum = 0
        for character in text where character != " " {
            guard let unit = units.firstIndex(where: { $0.0 == character }) else {
                digits.append(character)
                continue
            }
            guard let number = number(digits), number <= 1_000_000 else { return nil }
            sum += number * units[unit].1
            units.removeSubrange(...unit)
            digits = ""
        }
        return digits.isEmpty && units.count < 4 ? sum : nil
    }

    static func moment(_ text: String) throws(Complaint) -> Moment {
        if text.first?.isNumber ?? false, text.contains(where: { "Tt ".contains($0) }) { return .wall(try wall(text)) }
        if text.contains(":") { return .time(try time(text)) }
        return .day(try date(text))
    }

    static func date(_ text: String) throws(Complaint) -> CivilDate {
        if let date = CivilDate(text) { return date }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], let year = number(parts[0]), let month = number(parts[1]),
            number(parts[2]) != nil
        else { throw Complaint("“\(shortened(text))” is not a date (2026-11-23)") }
        guard year > 0, (1...12).contains(month) else {
            throw Complaint("“\(text)” is not a date: there is no month \(parts[1]) (year-month-day: 2026-11-23)")
        }
        let days = CivilDate.daysInMonth(year: year, month: month)
        throw Complaint("“\(text)” is not a date: \(parts[0])-\(parts[1]) has \(days) days")
    }

    /// Two digits each, or the hour with one: `08:15`, `8:15`, `24:00`.
    static func time(_ text: String) throws(Complaint) -> CivilTime {
        if let time = CivilTime(text) ?? CivilTime("0" + text) { return time }
        throw Complaint("“\(shortened(text))” is not a time of day (00:00 to 24:00)")
    }

    static func wall(_ text: String) throws(Complaint) -> CivilDateTime {
        if let wall = CivilDateTime(text) { return wall }
        if text.last == "Z" || text.dropFirst(11).contains(where: { $0 == "+" || $0 == "-" }) {
            throw Complaint(
                "“\(shortened(text))” has an offset, but wall time is needed (2026-11-23T14:00; the zone goes to timeZone)"
            )
        }
        let parts = text.split(maxSplits: 1, whereSeparator: { $0 == "T" || $0 == "t" || $0 == " " })
        guard parts.count == 2 else {
            throw Complaint("“\(shortened(text))” is not a date and a time of day (2026-11-23T14:00)")
        }
        return CivilDateTime(try date(String(parts[0])), try time(String(parts[1])))
    }

    /// A date, or one with a time of day; a date alone is its midnight.
    static func dateTime(_ text: String) throws(Complaint) -> CivilDateTime {
        switch try moment(text) {
        case .wall(let wall): wall
        case .day(let date): CivilDateTime(date, .midnight)
        case .time: throw Complaint("“\(text)” has no date (2026-11-23T\(text))")
        }
    }
}
