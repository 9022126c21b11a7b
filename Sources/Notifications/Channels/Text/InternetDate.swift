import ICalendar

/// Dates as mail, the web and programs write them, all in UTC.
enum InternetDate {
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `Fri, 27 Nov 2026 14:38:14 +0000`, for a mail's `Date` (RFC 5322 §3.3).
    static func mail(_ instant: Instant) -> String {
        let wall = Zone.utc.wall(of: instant)
        let date = wall.date
        let weekday = weekdays[date.weekday.rawValue - 1]
        return "\(weekday), \(date.day) \(months[date.month - 1]) \(year(date)) \(clock(wall.time)) +0000"
    }

    /// `2026-11-27T14:38:14Z` (RFC 3339 §5.6).
    static func rfc3339(_ instant: Instant) -> String {
        let wall = Zone.utc.wall(of: instant)
        return "\(wall.date)T\(clock(wall.time))Z"
    }

    /// Reads `Sun, 06 Nov 1994 08:49:37 GMT` (IMF-fixdate, RFC 9110 §5.6.7); nil where the text is none.
    static func web(_ text: some StringProtocol) -> Instant? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), let year = Int(words[3]),
            let month = months.firstIndex(of: String(words[2])),
            let date = CivilDate(year: year, month: month + 1, day: day), let time = CivilTime(words[4])
        else { return nil }
        return Zone.utc.instant(of: CivilDateTime(date, time))
    }

    private static func clock(_ time: CivilTime) -> String {
        [time.hour, time.minute, time.second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    private static func year(_ date: CivilDate) -> String {
        String(repeating: "0", count: max(0, 4 - "\(date.year)".count)) + "\(date.year)"
    }
}
