/// The periods of an HOURLY, MINUTELY or SECONDLY rule that BYHOUR, BYMINUTE and BYSECOND leave.
///
/// Wall time throughout: a day has 24 hours. What the clocks do is the zone's business when a date becomes an instant.
struct PeriodTimes: Sendable {
    /// The beginning of the start's period, in wall seconds.
    private let origin: Int
    /// From the beginning of a period to that of the next that counts, in seconds.
    let interval: Int
    private let hours: UInt64
    private let minutes: UInt64
    private let seconds: UInt64

    init(_ rule: RecurrenceRule, start: CivilDateTime) {
        let unit = rule.frequency.seconds
        origin = start.wallSeconds - start.wallSeconds.modulo(unit)
        interval = unit * rule.interval
        (hours, minutes, seconds) = rule.periodMasks()
    }

    /// How far into its day the first period of that day begins; the same number means the same periods.
    func phase(of dayStart: Int) -> Int {
        PeriodStep.next(dayStart, origin, interval) - dayStart
    }

    /// The first period that begins at `time` or later on the day that begins at `dayStart`.
    ///
    /// Steps over hours and minutes that are not wanted; `steps` counts how often, so that the caller can give up.
    @inline(__always)
    func first(from time: Int, on dayStart: Int, steps: inout Int) -> Int? {
        var time = time
        while true {
            steps += 1
            let period = PeriodStep.next(time, origin, interval)
            let second = period - dayStart
            guard second < secondsPerDay else { return nil }
            let skipped = secondsToSkip(from: second)
            if skipped == 0 { return period }
            time = period + skipped
        }
    }

    /// 0 if the second of the day is wanted, else the distance to where the next one could be.
    @inline(__always)
    private func secondsToSkip(from second: Int) -> Int {
        let hour = second / 3600
        let wantedHour = Self.next(hours, from: hour, limit: 24)
        if wantedHour != hour { return wantedHour * 3600 - second }
        let minute = second / 60 % 60
        let wantedMinute = Self.next(minutes, from: minute, limit: 60)
        if wantedMinute != minute { return (wantedMinute - minute) * 60 - second % 60 }
        return Self.next(seconds, from: second % 60, limit: 60) - second % 60
    }

    /// The first bit set from `value` on; `limit` if there is none.
    @inline(__always)
    private static func next(_ mask: UInt64, from value: Int, limit: Int) -> Int {
        min(value + (mask >> UInt64(value)).trailingZeroBitCount, limit)
    }
}
