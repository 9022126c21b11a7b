import ICalendar

/// How something repeats, as people say it.
struct RepetitionPhrase: Hashable, Sendable {
    enum Period: String { case daily, weekly, monthly, yearly }

    enum End: Hashable, Sendable {
        case until(CivilDate)
        case times(Int)
        /// So many days from the first on.
        case days(Int)
        case months(Int)
    }

    var period: Period
    var interval = 1
    /// Weekdays of weekly repetition; the one weekday of a monthly one that counts them.
    var weekdays: [Weekday] = []
    /// `first` is 1, `last` -1: which of its weekdays a month has.
    var ordinal: Int?
    /// 1 to 31: a month's day.
    var monthDay: Int?
    var end: End?

    /// Monthly on the day on which it begins.
    var isOnceAMonth: Bool { period == .monthly && monthDay == nil && weekdays.isEmpty }

    /// An RRULE value (RFC 5545, section 3.3.10).
    ///
    /// - Parameters:
    ///   - start: when it begins first; `isAllDay`, whether that is a day.
    ///   - zone: of the start.
    func rule(start: CivilDateTime, isAllDay: Bool, zone: Zone) -> String {
        var parts = ["FREQ=\(period.rawValue.uppercased())"]
        if interval > 1 { parts.append("INTERVAL=\(interval)") }
        let days = weekdays.sorted().map { (ordinal.map(String.init) ?? "") + $0.icalendar }
        if !days.isEmpty { parts.append("BYDAY=\(days.joined(separator: ","))") }
        if let monthDay { parts.append("BYMONTHDAY=\(monthDay)") }
        switch end {
        case .times(let count): parts.append("COUNT=\(count)")
        case .until(let date): parts.append(until(date, isAllDay: isAllDay, zone: zone))
        case .days(let days):
            parts.append(until(start.date.adding(days: days - 1), isAllDay: isAllDay, zone: zone))
        case .months(let months):
            let end = start.date.adding(months: months).adding(days: -1)
            parts.append(until(end, isAllDay: isAllDay, zone: zone))
        case nil: break
        }
        return parts.joined(separator: ";")
    }

    /// The end of that day: as a moment for what has a time of day, as the RFC asks.
    private func until(_ date: CivilDate, isAllDay: Bool, zone: Zone) -> String {
        func digits(_ text: String) -> String { text.filter { $0 != "-" && $0 != ":" } }
        if isAllDay { return "UNTIL=\(digits("\(date)"))" }
        let end = zone.startOfDay(date.adding(days: 1)).adding(seconds: -1)
        let wall = Zone.utc.wall(of: end)
        return "UNTIL=\(digits("\(wall.date)"))T\(digits("\(wall.time.withSeconds)"))Z"
    }
}

extension CivilTime {
    /// `14:00:00`.
    fileprivate var withSeconds: String {
        [hour, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
