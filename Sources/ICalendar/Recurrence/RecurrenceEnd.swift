/// Where UNTIL ends a rule, in wall seconds.
struct RecurrenceEnd: Sendable {
    /// No date can lie after this one.
    let last: Int
    /// From here to `last` the wall time alone does not tell: the clocks change near the end, and each date's instant
    /// must be asked for. Nil where there is nothing to ask.
    private let doubtful: (after: Int, until: Instant, zone: Zone)?

    init(_ until: RecurrenceRule.Until?, in zone: Zone) {
        switch until {
        case nil:
            last = CivilDateTime.last.wallSeconds
            doubtful = nil
        case .date(let date):
            last = date.daysSinceEpoch * secondsPerDay + secondsPerDay - 1
            doubtful = nil
        case .wall(let wall):
            last = wall.wallSeconds
            doubtful = nil
        case .utc(let instant):
            let now = zone.offset(at: instant)
            let dayBefore = zone.offset(at: instant.adding(seconds: -secondsPerDay))
            let wall = instant.secondsSinceEpoch
            last = min(wall.addingClamped(max(now, dayBefore)), CivilDateTime.last.wallSeconds)
            doubtful = now == dayBefore ? nil : (wall.addingClamped(min(now, dayBefore)), instant, zone)
        }
    }

    /// Whether a date that is not after ``last`` counts.
    @inline(__always)
    func allows(_ wall: Int) -> Bool {
        guard let doubtful, wall > doubtful.after else { return true }
        return doubtful.zone.instant(of: CivilDateTime(wallSeconds: wall)) <= doubtful.until
    }
}
