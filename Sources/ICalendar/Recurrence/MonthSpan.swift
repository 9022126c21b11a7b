/// One month of one year, as the engine walks through them: its days are the low bits of a 32-bit mask.
struct MonthSpan {
    /// Months since year 0.
    let index: Int
    let year: Int
    /// 1...12.
    let month: Int
    /// Days since 1970-01-01 of its first day, bit 0 of a mask.
    let firstDay: Int
    /// 28...31.
    let length: Int

    @inline(__always)
    init(index: Int) {
        self.index = index
        year = index / 12
        month = index % 12 + 1
        firstDay = Gregorian.days(year, month, 1)
        length = Gregorian.daysInMonth(year, month)
    }

    /// The month that a day lies in.
    init(containing day: Int) {
        self.init(index: Self.index(of: day))
    }

    static func index(of day: Int) -> Int {
        let (year, month, _) = Gregorian.components(day)
        return year * 12 + month - 1
    }

    /// A bit for every day.
    @inline(__always)
    var allDays: UInt32 { ~0 >> UInt32(32 - length) }

    /// The bits of the days `first...last` that lie in this month; both are days since 1970-01-01.
    @inline(__always)
    func days(_ first: Int, through last: Int) -> UInt32 {
        var mask = allDays
        if first > firstDay { mask &= first - firstDay > 31 ? 0 : ~0 << UInt32(first - firstDay) }
        let afterLast = last - firstDay + 1
        if afterLast < length { mask &= afterLast <= 0 ? 0 : ~(~0 << UInt32(afterLast)) }
        return mask
    }
}
