public import ICalendar

/// What days and times are counted from: the household's wall clock.
public struct Present: Hashable, Sendable {
    public var now: CivilDateTime
    /// The first day of a week: `next fri` is the Friday of the next.
    public var weekStart: Weekday

    public init(now: CivilDateTime, weekStart: Weekday = .monday) {
        self.now = now
        self.weekStart = weekStart
    }

    var today: CivilDate { now.date }

    /// The next such weekday, today included.
    func next(_ weekday: Weekday) -> CivilDate {
        today.adding(days: (weekday.rawValue - today.weekday.rawValue + 7) % 7)
    }

    /// That weekday of the week which begins so many weeks after this one began.
    func weekday(_ weekday: Weekday, inWeek weeks: Int) -> CivilDate {
        let start = today.startOfWeek(weekStart)
        return start.adding(days: (weekday.rawValue - start.weekday.rawValue + 7) % 7 + 7 * weeks)
    }

    /// That day of that month which comes next, today included; nil where no year soon has it.
    func next(month: Int, day: Int) -> CivilDate? {
        (today.year...min(today.year + 8, 9999)).lazy
            .compactMap { CivilDate(year: $0, month: month, day: day) }
            .first { $0 >= today }
    }
}
