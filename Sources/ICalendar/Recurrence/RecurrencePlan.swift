/// A rule with everything that its start and zone settle, ready to be walked.
struct RecurrencePlan: Sendable {
    let rule: RecurrenceRule
    let start: CivilDateTime
    let filter: DayFilter
    let step: PeriodStep
    /// Seconds from the start of a day, or of a shorter period, at which it has dates.
    let times: [Int32]
    /// Only for HOURLY, MINUTELY and SECONDLY rules.
    let periods: PeriodTimes?

    init(_ rule: RecurrenceRule, start: CivilDateTime) {
        self.rule = rule
        self.start = start
        filter = DayFilter(rule, start: start.date)
        step = PeriodStep(rule, start: start)
        switch rule.frequency {
        case .hourly, .minutely, .secondly:
            times = rule.timesOfPeriod(start: start.time)
            periods = PeriodTimes(rule, start: start)
        case .daily:
            times = SetPositions.pick(rule.bySetPos, from: rule.timesOfDay(start: start.time))
            periods = nil
        case .weekly, .monthly, .yearly:
            times = rule.timesOfDay(start: start.time)
            periods = nil
        }
    }

    /// Whether BYSETPOS chooses among days, so that a period must be known as a whole.
    var choosesDays: Bool {
        !rule.bySetPos.isEmpty && periods == nil && rule.frequency != .daily
    }

    /// The days of the rule that lie between two wall times.
    func days(from: Int, through: Int) -> DayWalk {
        DayWalk(
            filter,
            step,
            from: from.floorDivided(by: secondsPerDay),
            through: through.floorDivided(by: secondsPerDay)
        )
    }

    /// Whether the day of a wall time is one of the rule's.
    func hasDay(of wall: Int) -> Bool {
        var days = days(from: wall, through: wall)
        return days.next() != nil
    }
}
