/// The dates of an HOURLY, MINUTELY or SECONDLY rule.
struct PeriodTimesWalk: Sendable {
    private var days: DayWalk
    private let periods: PeriodTimes
    private let offsets: [Int32]
    private let from: Int
    private let through: Int
    private var dayStart = 0
    private var nextPeriod: Int?
    private var period = 0
    private var place: Int
    private var misses = 0

    /// How many periods and days are looked at in vain before a rule counts as finished.
    ///
    /// Enough to come round to every second of a day; what it cuts off are rules with centuries between two dates.
    private static let patience = 200_000

    /// Wall seconds, both included.
    init(_ plan: RecurrencePlan, periods: PeriodTimes, from: Int, through: Int) {
        days = plan.days(from: from, through: through)
        self.periods = periods
        offsets = periods.isEmpty ? [] : plan.times
        self.from = from
        self.through = through
        place = offsets.count
    }

    mutating func next() -> Int? {
        while misses < Self.patience {
            if place < offsets.count {
                let wall = period + Int(offsets[place])
                place += 1
                guard wall >= from else { continue }
                misses = 0
                return wall <= through ? wall : nil
            }
            guard advance() else { return nil }
        }
        return nil
    }

    /// Goes to the next period, of this day or of the next that has one; false at the end.
    private mutating func advance() -> Bool {
        guard let time = nextPeriod, let found = periods.first(from: time, on: dayStart, steps: &misses) else {
            guard !offsets.isEmpty, let day = days.next() else { return false }
            misses += 1
            dayStart = day * secondsPerDay
            // A period that begins before `from` can still hold dates after it; none is longer than an hour.
            nextPeriod = max(dayStart, from - 3599)
            return true
        }
        period = found
        nextPeriod = found + periods.interval
        place = 0
        return true
    }

    /// How many dates there are in all; may stop after `limit`.
    ///
    /// Days that begin at the same phase have equally many, so that only the first of each kind is counted out.
    static func count(
        _ plan: RecurrencePlan,
        periods: PeriodTimes,
        from: Int,
        through: Int,
        upTo limit: Int
    ) -> Int {
        var days = plan.days(from: from, through: through)
        var known: [Int: Int] = [:]
        var count = 0
        while count <= limit, let day = days.next() {
            let start = day * secondsPerDay
            let end = start + secondsPerDay - 1
            let isWhole = start >= from && end <= through
            let phase = periods.phase(of: start)
            if isWhole, let same = known[phase] {
                count += same
                continue
            }
            var walk = PeriodTimesWalk(plan, periods: periods, from: max(start, from), through: min(end, through))
            let before = count
            while walk.next() != nil { count += 1 }
            if isWhole { known[phase] = count - before }
        }
        return count
    }
}
