/// A date and a time of day on the wall, in no time zone: `2026-11-23T14:00`.
///
/// Arithmetic is that of a clock that nobody puts forward or back; it stops at the first second of year 1 and at the
/// last of year 9999.
public struct CivilDateTime: Hashable, Comparable, Sendable {
    /// The day.
    public var date: CivilDate
    private var timeOfDay: CivilTime

    /// The time of day, never 24:00: setting that moves on to the next day's midnight.
    public var time: CivilTime {
        get { timeOfDay }
        set { self = CivilDateTime(date, newValue) }
    }

    /// 24:00 becomes 00:00 of the next day.
    public init(_ date: CivilDate, _ time: CivilTime) {
        self.init(wallSeconds: date.daysSinceEpoch * secondsPerDay + time.secondsSinceMidnight)
    }

    /// The wall time so many seconds of an even clock after 1970-01-01T00:00.
    init(wallSeconds: Int) {
        let first = Gregorian.firstDay * secondsPerDay
        let last = Gregorian.lastDay * secondsPerDay + secondsPerDay - 1
        let seconds = min(max(wallSeconds, first), last)
        let days = seconds.floorDivided(by: secondsPerDay)
        date = CivilDate(daysSinceEpoch: days)
        timeOfDay = CivilTime(secondsSinceMidnight: seconds - days * secondsPerDay)
    }

    /// Seconds of an even clock since 1970-01-01T00:00; what the recurrence engine counts in.
    @inline(__always)
    var wallSeconds: Int { date.daysSinceEpoch * secondsPerDay + timeOfDay.secondsSinceMidnight }

    /// 0001-01-01T00:00.
    public static let first = CivilDateTime(.first, .midnight)
    /// 9999-12-31T23:59:59.
    public static let last = CivilDateTime(.last, CivilTime(secondsSinceMidnight: secondsPerDay - 1))

    /// What the clock shows `seconds` later, or earlier if negative.
    public func adding(seconds: Int) -> CivilDateTime {
        CivilDateTime(wallSeconds: wallSeconds.addingClamped(seconds))
    }

    /// Whether an even clock shows the left time first.
    public static func < (left: CivilDateTime, right: CivilDateTime) -> Bool {
        left.wallSeconds < right.wallSeconds
    }
}
