/// A recurrence rule of RFC 5545 §3.3.10: which dates follow from a start.
///
/// A rule is always valid: it can only be read from text, which checks every part and their combination.
public struct RecurrenceRule: Hashable, Sendable {
    /// FREQ: the period that repeats.
    public internal(set) var frequency: Frequency
    /// Every so many periods of the frequency; 1 or more.
    public internal(set) var interval = 1
    /// The last moment at which a date may lie. Never together with ``count``.
    public internal(set) var until: Until?
    /// How many dates the rule gives; 1 or more.
    public internal(set) var count: Int?
    /// 0...60; 60 is read as 59.
    public internal(set) var bySecond: [Int] = []
    /// 0...59.
    public internal(set) var byMinute: [Int] = []
    /// 0...23.
    public internal(set) var byHour: [Int] = []
    /// Weekdays; counted from an end of the period where they have an ordinal.
    public internal(set) var byDay: [WeekdayNumber] = []
    /// 1...31 and, from the month's end, -1...-31.
    public internal(set) var byMonthDay: [Int] = []
    /// 1...366 and, from the year's end, -1...-366.
    public internal(set) var byYearDay: [Int] = []
    /// Weeks of at least four days, as in ISO 8601 but beginning on ``weekStart``: 1...53 and -1...-53.
    public internal(set) var byWeekNo: [Int] = []
    /// 1...12.
    public internal(set) var byMonth: [Int] = []
    /// Which of a period's dates are meant: 1...366 and, from the last, -1...-366.
    public internal(set) var bySetPos: [Int] = []
    /// WKST: the day with which a week begins.
    public internal(set) var weekStart: Weekday = .monday

    /// The period that repeats; all of RFC 5545.
    public enum Frequency: String, CaseIterable, Sendable, Hashable {
        /// Every second.
        case secondly = "SECONDLY"
        /// Every minute.
        case minutely = "MINUTELY"
        /// Every hour on the wall.
        case hourly = "HOURLY"
        /// Every day.
        case daily = "DAILY"
        /// Every week, from ``RecurrenceRule/weekStart`` on.
        case weekly = "WEEKLY"
        /// Every month.
        case monthly = "MONTHLY"
        /// Every year.
        case yearly = "YEARLY"
    }

    /// The end of a rule, which is included.
    public enum Until: Hashable, Sendable {
        /// Up to the end of that day on the wall.
        case date(CivilDate)
        /// A time on the wall.
        case wall(CivilDateTime)
        /// A moment, whatever the zone.
        case utc(Instant)
    }

    /// `MO`, every Monday, or with an ordinal `-1MO`, the last one of the month or year.
    public struct WeekdayNumber: Hashable, Sendable {
        /// 1...53 and, from the end, -1...-53; nil for every such day.
        public let ordinal: Int?
        /// The day of the week.
        public let weekday: Weekday
    }
}

extension RecurrenceRule {
    /// The same rule with another end, in place of its UNTIL or COUNT: for ending a series, or splitting it in two.
    public func ending(_ end: Ending) -> RecurrenceRule {
        var rule = self
        (rule.until, rule.count) = (nil, nil)
        switch end {
        case .until(let until): rule.until = until
        case .count(let count): rule.count = max(1, count)
        }
        return rule
    }

    /// Where a rule stops, if it does.
    public enum Ending: Hashable, Sendable {
        /// At a last moment, which is included.
        case until(Until)
        /// After so many dates, 1 or more.
        case count(Int)
    }
}
