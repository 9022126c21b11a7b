public import ICalendar

/// Hours that come back on certain days of the week, in the household's wall time: a care window, a stream's hours,
/// a protected time.
///
/// A window whose `to` is not after its `from` ends on the next day: `20:00`–`06:30` is a night, `00:00`–`00:00` a day.
public struct Window: Hashable, Codable, Sendable {
    /// The days on which the window begins.
    public var days: Set<Weekday>
    public var from: CivilTime
    public var to: CivilTime

    public init(days: Set<Weekday>, from: CivilTime, to: CivilTime) {
        self.days = days
        self.from = from
        self.to = to
    }

    /// The window that begins on `date`, nil where it has none; empty where the clocks swallow it.
    public func interval(on date: CivilDate, in zone: Zone) -> Interval? {
        guard days.contains(date.weekday) else { return nil }
        let lastDate = to > from ? date : date.adding(days: 1)
        let start = zone.instant(of: CivilDateTime(date, from))
        return Interval(start, max(start, zone.instant(of: CivilDateTime(lastDate, to))))
    }
}

/// A time in which the household has decided not to work.
public struct ProtectedTime: Hashable, Codable, Sendable {
    public var window: Window
    public var label: String?

    public init(window: Window, label: String? = nil) {
        self.window = window
        self.label = label
    }
}
