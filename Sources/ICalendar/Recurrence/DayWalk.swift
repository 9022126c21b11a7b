/// The days that a rule's BY parts and interval leave, in order, between two bounds.
///
/// Goes month by month, each one a bit mask: months without such a day cost a few nanoseconds, and a rule that never
/// matches is known for one after a round of the calendar.
struct DayWalk: Sendable {
    private let filter: DayFilter
    private let step: PeriodStep
    private let first: Int
    private let last: Int
    private let lastMonth: Int
    /// The next month to look at.
    private var month: Int
    private var firstDayOfMonth = 0
    /// What is left of the month before that.
    private var days: UInt32 = 0
    /// How many months without a day show that there is none to come.
    private let patience: Int

    /// Days from `first` to `last`, both included, since 1970-01-01.
    init(_ filter: DayFilter, _ step: PeriodStep, from first: Int, through last: Int) {
        self.filter = filter
        self.step = step
        self.first = first
        self.last = last
        month = MonthSpan.index(of: first)
        lastMonth = MonthSpan.index(of: last)
        patience = step.monthsOfRound
    }

    @inline(__always)
    mutating func next() -> Int? {
        if days == 0, !advance() { return nil }
        let bit = days.trailingZeroBitCount
        days &= days &- 1
        return firstDayOfMonth + bit
    }

    /// How many days are left; stops counting after `limit`.
    mutating func count(upTo limit: Int) -> Int {
        var count = 0
        while count <= limit, advance() { count += days.nonzeroBitCount }
        return count
    }

    /// Goes to the next month that has a day; false if there is none before the end.
    private mutating func advance() -> Bool {
        for _ in 0..<patience {
            month = step.firstMonth(from: month)
            guard month <= lastMonth else { return false }
            let span = MonthSpan(index: month)
            month += 1
            days = filter.days(in: span)
            if days != 0 { days &= step.days(in: span) }
            if days != 0, span.firstDay < first || span.firstDay + span.length > last {
                days &= span.days(first, through: last)
            }
            guard days == 0 else {
                firstDayOfMonth = span.firstDay
                return true
            }
        }
        return false
    }
}
