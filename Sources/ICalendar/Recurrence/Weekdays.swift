/// BYDAY: every such weekday, or those counted within the month or the year.
struct Weekdays: Sendable {
    /// Bit 0 for Monday.
    private let every: UInt32
    private let counted: [RecurrenceRule.WeekdayNumber]
    private let isInYear: Bool

    init(_ days: [RecurrenceRule.WeekdayNumber], isInYear: Bool) {
        every = days.reduce(0) { $1.ordinal == nil ? $0 | 1 << UInt32($1.weekday.daysAfterMonday) : $0 }
        counted = days.contains { $0.ordinal != nil } ? days.filter { $0.ordinal != nil } : []
        self.isInYear = isInYear
    }

    init(_ weekday: Weekday) {
        every = 1 << UInt32(weekday.daysAfterMonday)
        counted = []
        isInYear = false
    }

    @inline(__always)
    func days(in month: MonthSpan) -> UInt32 {
        let first = UInt32(Gregorian.weekday(month.firstDay))
        // The week turned so that bit 0 is the month's first day, five times over.
        let week = UInt64((every >> first | every << (7 - first)) & 0x7F)
        var days = UInt32(truncatingIfNeeded: week &* 0x1020_4081)
        if !counted.isEmpty { days |= countedDays(in: month) }
        return days
    }

    private func countedDays(in month: MonthSpan) -> UInt32 {
        let first = isInYear ? Gregorian.days(month.year, 1, 1) : month.firstDay
        let length = isInYear ? Gregorian.daysInYear(month.year) : month.length
        var days: UInt32 = 0
        for day in counted {
            guard let ordinal = day.ordinal else { continue }
            let index = Self.index(ordinal, daysAfterMonday: day.weekday.daysAfterMonday, first: first, length: length)
            if let index { days |= month.days(first + index, through: first + index) }
        }
        return days
    }

    /// Where the weekday stands for the `ordinal`th time in `length` days from day `first` on, counted from 0.
    static func index(_ ordinal: Int, daysAfterMonday weekday: Int, first: Int, length: Int) -> Int? {
        let firstIndex = (weekday - Gregorian.weekday(first)).modulo(7)
        let count = (length - 1 - firstIndex) / 7 + 1
        let place = ordinal > 0 ? ordinal - 1 : count + ordinal
        return (0..<count).contains(place) ? firstIndex + 7 * place : nil
    }

    /// How often the weekday comes in `length` days from day `first` on.
    static func count(daysAfterMonday weekday: Int, first: Int, length: Int) -> Int {
        (length - 1 - (weekday - Gregorian.weekday(first)).modulo(7)) / 7 + 1
    }
}
