/// FREQ and INTERVAL as a question about days: which of them lie in a period that counts?
enum PeriodStep: Sendable {
    case everyDay
    /// Every `interval` years from year `origin` on.
    case years(origin: Int, interval: Int)
    /// From month `origin` on, in months since year 0.
    case months(origin: Int, interval: Int)
    /// From the week that begins with day `origin`.
    case weeks(origin: Int, interval: Int)
    case days(origin: Int, interval: Int)
    /// Wall seconds, more than a day apart.
    case seconds(origin: Int, interval: Int)

    init(_ rule: RecurrenceRule, start: CivilDateTime) {
        let interval = rule.interval
        guard interval > 1 else {
            self = .everyDay
            return
        }
        switch rule.frequency {
        case .yearly:
            self = .years(origin: start.date.year, interval: interval)
        case .monthly:
            self = .months(origin: MonthSpan.index(of: start.date.daysSinceEpoch), interval: interval)
        case .weekly:
            self = .weeks(origin: start.date.startOfWeek(rule.weekStart).daysSinceEpoch, interval: interval)
        case .daily:
            self = .days(origin: start.date.daysSinceEpoch, interval: interval)
        case .hourly, .minutely, .secondly:
            let unit = rule.frequency.seconds
            let origin = start.wallSeconds - start.wallSeconds.modulo(unit)
            self = unit * interval > secondsPerDay ? .seconds(origin: origin, interval: unit * interval) : .everyDay
        }
    }

    /// The days of the month that lie in a period that counts. Days before the origin may be among them.
    @inline(__always)
    func days(in month: MonthSpan) -> UInt32 {
        switch self {
        case .everyDay: month.allDays
        case .years(let origin, let interval): (month.year - origin) % interval == 0 ? month.allDays : 0
        case .months(let origin, let interval): (month.index - origin) % interval == 0 ? month.allDays : 0
        case .weeks, .days, .seconds: daysOneByOne(in: month)
        }
    }

    private func daysOneByOne(in month: MonthSpan) -> UInt32 {
        var days: UInt32 = 0
        let end = month.firstDay + month.length
        var day = firstDay(from: month.firstDay)
        while day < end {
            switch self {
            case .weeks(let origin, let interval):
                let week = day - (day - origin).modulo(7)
                days |= month.days(week, through: week + 6)
                day = week + 7 * interval
            case .days(_, let interval):
                days |= 1 << UInt32(day - month.firstDay)
                day += interval
            default:
                days |= 1 << UInt32(day - month.firstDay)
                day = firstDay(from: day + 1)
            }
        }
        return days
    }

    /// The first month from `index` on that can have such a day: long intervals are stepped over.
    @inline(__always)
    func firstMonth(from index: Int) -> Int {
        switch self {
        case .everyDay: index
        case .years(let origin, let interval): max(index, Self.next(index / 12, origin, interval) * 12)
        case .months(let origin, let interval): Self.next(index, origin, interval)
        case .weeks(_, ..<5), .days(_, ..<29): index
        case .weeks, .days, .seconds: MonthSpan.index(of: firstDay(from: MonthSpan(index: index).firstDay))
        }
    }

    /// After how many months that are looked at everything repeats.
    ///
    /// The calendar is the same again after 400 years, of whole weeks. An interval of years or months comes round to the
    /// same place of it within as many of its own steps; one of weeks or days within as many rounds as it is long. The
    /// 401st year makes up for a first month that is not looked at as a whole.
    var monthsOfRound: Int {
        switch self {
        case .everyDay, .years, .months: Self.monthsOfCalendar
        case .weeks(_, let interval), .days(_, let interval): Self.monthsOfCalendar * interval
        case .seconds: .max
        }
    }

    private static let monthsOfCalendar = 401 * 12

    /// The first such day that is not before `day`.
    private func firstDay(from day: Int) -> Int {
        switch self {
        case .weeks(let origin, let interval):
            max(day, Self.next(day - 6, origin, 7 * interval))
        case .days(let origin, let interval):
            Self.next(day, origin, interval)
        case .seconds(let origin, let interval):
            Self.next(day * secondsPerDay, origin, interval).floorDivided(by: secondsPerDay)
        case .everyDay, .years, .months:
            day
        }
    }

    /// The first of `origin`, `origin + interval`, … in both directions that is not before `value`.
    @inline(__always)
    static func next(_ value: Int, _ origin: Int, _ interval: Int) -> Int {
        value + (origin - value).modulo(interval)
    }
}

extension RecurrenceRule.Frequency {
    /// The length of a period; that of a day where periods are days or longer.
    var seconds: Int {
        switch self {
        case .secondly: 1
        case .minutely: 60
        case .hourly: 3600
        case .daily, .weekly, .monthly, .yearly: secondsPerDay
        }
    }
}
