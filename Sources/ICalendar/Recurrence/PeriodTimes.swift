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
        let origin = start.wallSeconds - start.wallSeconds.modulo(unit)
        self.init(origin: origin, interval: unit * rule.interval, masks: rule.periodMasks())
    }

    private init(origin: Int, interval: Int, masks: (hours: UInt64, minutes: UInt64, seconds: UInt64)) {
        self.origin = origin
        self.interval = interval
        (hours, minutes, seconds) = masks
    }

    /// Whether no day can ever have such a period, as with every second minute from 09:00 on and BYMINUTE=1.
    ///
    /// The periods of all days together lie as far apart as the interval and a day have in common.
    var isEmpty: Bool {
        let common = greatestCommonDivisor(interval, secondsPerDay)
        let together = PeriodTimes(origin: origin, interval: common, masks: (hours, minutes, seconds))
        var steps = 0
        return together.first(from: 0, on: 0, steps: &steps) == nil
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

private func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
    right == 0 ? left : greatestCommonDivisor(right, left % right)
}
