/// The dates of a WEEKLY, MONTHLY or YEARLY rule with BYSETPOS: a period is collected as a whole, then picked from.
struct SetPositionsWalk: Sendable {
    private let filter: DayFilter
    private let times: [Int32]
    private let positions: [Int]
    private let period: Period
    private let interval: Int
    private let from: Int
    private let through: Int
    /// The next period, counted from the start's.
    private var index: Int
    private var days: [Int] = []
    private var walls: [Int] = []
    private var place = 0

    /// Wall seconds, both included.
    init(_ plan: RecurrencePlan, from: Int, through: Int) {
        filter = plan.filter
        times = plan.times
        positions = plan.rule.bySetPos
        period = Period(plan.rule, start: plan.start.date)
        interval = plan.rule.interval
        self.from = from
        self.through = through
        index = PeriodStep.next(period.index(of: from.floorDivided(by: secondsPerDay)), 0, plan.rule.interval)
    }

    mutating func next() -> Int? {
        var misses = 0
        while misses < period.countOfRound {
            while place < walls.count {
                let wall = walls[place]
                place += 1
                if wall >= from { return wall <= through ? wall : nil }
            }
            guard collect() else { return nil }
            misses += 1
        }
        return nil
    }

    /// Fills `walls` with the dates of the next period; false at the end.
    private mutating func collect() -> Bool {
        let (first, last) = period.days(index)
        guard first * secondsPerDay <= through else { return false }
        index += interval
        days.removeAll(keepingCapacity: true)
        var walk = DayWalk(filter, .everyDay, from: first, through: min(last, Gregorian.lastDay))
        while let day = walk.next() { days.append(day) }
        walls.removeAll(keepingCapacity: true)
        for chosen in SetPositions.places(positions, of: days.count * times.count) {
            walls.append(days[chosen / times.count] * secondsPerDay + Int(times[chosen % times.count]))
        }
        place = 0
        return true
    }
}

/// Which days a period has.
private enum Period {
    case years(origin: Int)
    case months(origin: Int)
    /// The first week begins with the start's day, not with WKST: days before the start are not in the set.
    case weeks(origin: Int, start: Int)

    init(_ rule: RecurrenceRule, start: CivilDate) {
        switch rule.frequency {
        case .yearly:
            self = .years(origin: start.year)
        case .monthly:
            self = .months(origin: MonthSpan.index(of: start.daysSinceEpoch))
        default:
            self = .weeks(
                origin: start.startOfWeek(rule.weekStart).daysSinceEpoch,
                start: start.daysSinceEpoch
            )
        }
    }

    /// How many periods without a date show that there is none to come: those of 400 years, after which the calendar is
    /// the same again, and of one more for a first period that is not whole.
    var countOfRound: Int {
        switch self {
        case .years: 401
        case .months: 401 * 12
        case .weeks: 401 * 53
        }
    }

    func index(of day: Int) -> Int {
        switch self {
        case .years(let origin): Gregorian.components(day).year - origin
        case .months(let origin): MonthSpan.index(of: day) - origin
        case .weeks(let origin, _): (day - origin) / 7
        }
    }

    func days(_ index: Int) -> (first: Int, last: Int) {
        switch self {
        case .years(let origin):
            return (Gregorian.days(origin + index, 1, 1), Gregorian.days(origin + index, 12, 31))
        case .months(let origin):
            let month = MonthSpan(index: origin + index)
            return (month.firstDay, month.firstDay + month.length - 1)
        case .weeks(let origin, let start):
            let first = origin + 7 * index
            return (max(first, start), first + 6)
        }
    }
}
