import ICalendar

/// A repetition rule by asking of every day whether it is one: DAILY, WEEKLY and MONTHLY by the day of the month.
///
/// It reads the rule's text and nothing of the engine that is tested.
struct SlowRule {
    private var frequency = ""
    private var interval = 1
    private var count = Int.max
    private var until: String?
    private var byDay: [String] = []
    private var byMonthDay: [Int] = []
    private var weekStart = "MO"

    init(_ text: String) {
        for part in text.split(separator: ";") {
            let sides = part.split(separator: "=").map(String.init)
            read(sides[0], sides[1])
        }
    }

    private mutating func read(_ name: String, _ value: String) {
        switch name {
        case "FREQ": frequency = value
        case "INTERVAL": interval = Int(value)!
        case "COUNT": count = Int(value)!
        case "UNTIL": until = value
        case "BYDAY": byDay = value.split(separator: ",").map(String.init)
        case "BYMONTHDAY": byMonthDay = value.split(separator: ",").map { Int($0)! }
        case "WKST": weekStart = value
        default: preconditionFailure("the oracle does not know \(name)")
        }
    }

    /// The rule's own starts before the day `end`, beginning at `start`.
    func starts(from start: CivilDateTime, in zone: SlowZone, before end: CivilDate) -> [CivilDateTime] {
        var starts: [CivilDateTime] = []
        var date = start.date
        while date < end, starts.count < count {
            let wall = CivilDateTime(date, start.time)
            if isPastUntil(wall, in: zone) { break }
            if matches(date, start: start.date) { starts.append(wall) }
            date = date.adding(days: 1)
        }
        return starts
    }

    private func matches(_ date: CivilDate, start: CivilDate) -> Bool {
        switch frequency {
        case "DAILY":
            let days = date.daysSinceEpoch - start.daysSinceEpoch
            return days % interval == 0 && (byDay.isEmpty || byDay.contains(Self.name(date)))
        case "WEEKLY":
            let days = byDay.isEmpty ? [Self.name(start)] : byDay
            return (week(date) - week(start)) % interval == 0 && days.contains(Self.name(date))
        case "MONTHLY":
            return (Self.month(date) - Self.month(start)) % interval == 0 && isMonthDay(date, start: start)
        default:
            preconditionFailure("the oracle does not know \(frequency)")
        }
    }

    private func isMonthDay(_ date: CivilDate, start: CivilDate) -> Bool {
        let fromTheEnd = date.day - CivilDate.daysInMonth(year: date.year, month: date.month) - 1
        let days = byMonthDay.isEmpty ? [start.day] : byMonthDay
        return days.contains(date.day) || days.contains(fromTheEnd)
    }

    /// UNTIL is the last start that there may be: a day, a wall time, or, with a Z, an instant.
    private func isPastUntil(_ wall: CivilDateTime, in zone: SlowZone) -> Bool {
        guard let until else { return false }
        if until.hasSuffix("Z") { return zone.instant(wall) > SlowZone("UTC").instant(Self.wall(until)) }
        if until.count == 8 { return wall.date > Self.wall(until).date }
        return wall > Self.wall(until)
    }

    /// Reads `20261123T140000Z`, with or without the Z, or `20261123`.
    private static func wall(_ text: String) -> CivilDateTime {
        let digits = text.filter(\.isNumber).compactMap(\.wholeNumberValue)
        func number(_ range: Range<Int>) -> Int {
            range.upperBound <= digits.count ? digits[range].reduce(0) { $0 * 10 + $1 } : 0
        }
        let date = CivilDate(year: number(0..<4), month: number(4..<6), day: number(6..<8))!
        return CivilDateTime(date, CivilTime(hour: number(8..<10), minute: number(10..<12), second: number(12..<14))!)
    }

    /// Weeks are counted from one that begins on the rule's own week start.
    private func week(_ date: CivilDate) -> Int {
        // Day -3 was a Monday; the dates of the oracle all come after it.
        (date.daysSinceEpoch + 3 + 7 - Self.names.firstIndex(of: weekStart)!) / 7
    }

    private static func month(_ date: CivilDate) -> Int { date.year * 12 + date.month }

    private static let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

    private static func name(_ date: CivilDate) -> String { names[(date.daysSinceEpoch + 3) % 7] }
}
