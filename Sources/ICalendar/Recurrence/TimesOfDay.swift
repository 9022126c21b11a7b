/// Seconds from the start of a period, ascending: those of every combination of the hours, minutes and seconds given.
func combinations(hours: [Int], minutes: [Int], seconds: [Int]) -> [Int32] {
    if hours.count == 1, minutes.count == 1, seconds.count == 1 {
        return [Int32(hours[0] * 3600 + minutes[0] * 60 + seconds[0])]
    }
    var times: [Int32] = []
    times.reserveCapacity(hours.count * minutes.count * seconds.count)
    for hour in hours {
        for minute in minutes {
            for second in seconds { times.append(Int32(hour * 3600 + minute * 60 + second)) }
        }
    }
    return times
}

extension RecurrenceRule {
    /// 60 is a leap second, which no clock here shows: the second before it (RFC 5545 §3.3.12).
    private var seconds: [Int] {
        bySecond.last == 60 ? Set(bySecond.map { min($0, 59) }).sorted() : bySecond
    }

    /// The times of a day on which a rule of DAILY or longer has dates, all but what BYSETPOS takes away.
    func timesOfDay(start: CivilTime) -> [Int32] {
        if byHour.isEmpty, byMinute.isEmpty, bySecond.isEmpty { return [Int32(start.secondsSinceMidnight)] }
        return combinations(
            hours: byHour.isEmpty ? [start.hour] : byHour,
            minutes: byMinute.isEmpty ? [start.minute] : byMinute,
            seconds: bySecond.isEmpty ? [start.second] : seconds
        )
    }

    /// Where the dates of an HOURLY, MINUTELY or SECONDLY rule lie in each of its periods.
    func timesOfPeriod(start: CivilTime) -> [Int32] {
        let times = combinations(
            hours: [0],
            minutes: frequency != .hourly ? [0] : byMinute.isEmpty ? [start.minute] : byMinute,
            seconds: frequency == .secondly ? [0] : bySecond.isEmpty ? [start.second] : seconds
        )
        return SetPositions.pick(bySetPos, from: times)
    }

    /// BYHOUR, BYMINUTE and BYSECOND where they are not finer than the period of a rule, as bit masks.
    func periodMasks() -> (hours: UInt64, minutes: UInt64, seconds: UInt64) {
        func mask(_ values: [Int]) -> UInt64 {
            values.isEmpty ? ~0 : values.reduce(0) { $0 | 1 << UInt64($1) }
        }
        return (
            mask(byHour),
            mask(frequency == .hourly ? [] : byMinute),
            mask(frequency == .secondly ? seconds : [])
        )
    }
}
