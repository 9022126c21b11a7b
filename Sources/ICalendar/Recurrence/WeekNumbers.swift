/// BYWEEKNO: the days of weeks counted from both ends of the year.
///
/// A week belongs to the year of its fourth day, so that week 1 is the first with at least four days in the year. The
/// last days of December can lie in week 1 of the next year, the first of January in the last week of the year before.
struct WeekNumbers: Sendable {
    /// Bit `n` for week `n`.
    private let fromStart: UInt64
    /// Bit `n` for week `-n`.
    private let fromEnd: UInt64
    private let weekStart: Int

    init?(_ numbers: [Int], weekStart: Weekday) {
        guard !numbers.isEmpty else { return nil }
        fromStart = numbers.reduce(0) { $1 > 0 ? $0 | 1 << UInt64($1) : $0 }
        fromEnd = numbers.reduce(0) { $1 < 0 ? $0 | 1 << UInt64(-$1) : $0 }
        self.weekStart = weekStart.daysAfterMonday
    }

    func days(in month: MonthSpan) -> UInt32 {
        var days: UInt32 = 0
        var week = month.firstDay - (Gregorian.weekday(month.firstDay) - weekStart).modulo(7)
        while week < month.firstDay + month.length {
            if contains(weekOf: week + 3, near: month.year) { days |= month.days(week, through: week + 6) }
            week += 7
        }
        return days
    }

    private func contains(weekOf fourthDay: Int, near year: Int) -> Bool {
        var year = year
        if fourthDay < Gregorian.days(year, 1, 1) { year -= 1 }
        if fourthDay >= Gregorian.days(year + 1, 1, 1) { year += 1 }
        let newYear = Gregorian.days(year, 1, 1)
        let number = (fourthDay - newYear) / 7 + 1
        let count = Weekdays.count(
            daysAfterMonday: Gregorian.weekday(fourthDay),
            first: newYear,
            length: Gregorian.daysInYear(year)
        )
        return (fromStart >> UInt64(number) | fromEnd >> UInt64(count - number + 1)) & 1 == 1
    }
}
