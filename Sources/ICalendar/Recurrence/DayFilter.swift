/// Which days the BY parts of a rule leave, a month at a time as a bit mask.
///
/// With the defaults that come from the start filled in, expanding and limiting (the table of RFC 5545 §3.3.10) come to
/// the same for whole days: a day is in if every part that is given has it.
struct DayFilter: Sendable {
    /// Bit `m` for month `m`.
    private let months: UInt16
    private let monthDays: MonthDays?
    private let weekdays: Weekdays?
    /// A mask for each month of a common year, then of a leap year.
    private let yearDays: [UInt32]
    private let weekNumbers: WeekNumbers?

    init(_ rule: RecurrenceRule, start: CivilDate) {
        let hasDays = ![rule.byMonthDay, rule.byYearDay, rule.byWeekNo].allSatisfy(\.isEmpty) || !rule.byDay.isEmpty
        let byMonth = rule.byMonth.isEmpty && rule.frequency == .yearly && !hasDays ? [start.month] : rule.byMonth
        months = byMonth.isEmpty ? ~0 : byMonth.reduce(0) { $0 | 1 << UInt16($1) }
        let countsMonths = rule.frequency == .yearly || rule.frequency == .monthly
        monthDays = MonthDays(countsMonths && !hasDays ? [start.day] : rule.byMonthDay)
        weekdays = Self.weekdays(rule, start: start)
        yearDays = Self.yearDays(rule.byYearDay)
        weekNumbers = WeekNumbers(rule.byWeekNo, weekStart: rule.weekStart)
    }

    private static func weekdays(_ rule: RecurrenceRule, start: CivilDate) -> Weekdays? {
        guard rule.byDay.isEmpty else {
            return Weekdays(rule.byDay, isInYear: rule.frequency == .yearly && rule.byMonth.isEmpty)
        }
        let isWholeWeek = !rule.byWeekNo.isEmpty && rule.byMonthDay.isEmpty && rule.byYearDay.isEmpty
        return rule.frequency == .weekly || isWholeWeek ? Weekdays(start.weekday) : nil
    }

    @inline(__always)
    func days(in month: MonthSpan) -> UInt32 {
        guard months >> UInt16(month.month) & 1 == 1 else { return 0 }
        var days = month.allDays
        if let monthDays { days &= monthDays.days(in: month) }
        if let weekdays { days &= weekdays.days(in: month) }
        if !yearDays.isEmpty { days &= yearDays[month.month - 1 + (Gregorian.isLeap(month.year) ? 12 : 0)] }
        if let weekNumbers, days != 0 { days &= weekNumbers.days(in: month) }
        return days
    }

    private static func yearDays(_ numbers: [Int]) -> [UInt32] {
        guard !numbers.isEmpty else { return [] }
        var masks: [UInt32] = []
        for year in [2001, 2000] {
            let newYear = Gregorian.days(year, 1, 1)
            let length = Gregorian.daysInYear(year)
            let days = numbers.map { $0 > 0 ? newYear + $0 - 1 : newYear + length + $0 }
            for month in 1...12 {
                let span = MonthSpan(index: year * 12 + month - 1)
                masks.append(days.reduce(0) { $0 | span.days($1, through: $1) })
            }
        }
        return masks
    }
}

/// BYMONTHDAY: days counted from both ends of the month.
private struct MonthDays {
    /// Bit 0 is the first.
    private let fromStart: UInt32
    /// Bit 31 is the last, bit 30 the one before it.
    private let fromEnd: UInt32

    init?(_ numbers: [Int]) {
        guard !numbers.isEmpty else { return nil }
        fromStart = numbers.reduce(0) { $1 > 0 ? $0 | 1 << UInt32($1 - 1) : $0 }
        fromEnd = numbers.reduce(0) { $1 < 0 ? $0 | 1 << UInt32(32 + $1) : $0 }
    }

    @inline(__always)
    func days(in month: MonthSpan) -> UInt32 {
        fromStart | fromEnd >> UInt32(32 - month.length)
    }
}
