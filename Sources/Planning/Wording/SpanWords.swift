public import ICalendar

extension Zone {
    /// `Wed 25 Nov 14:15–14:30`, or with both days where there are two; whole days without a time.
    public func words(_ interval: Interval) -> String {
        let (start, end) = (wall(of: interval.start), wall(of: interval.end))
        if start.time == .midnight, end.time == .midnight, start.date < end.date {
            let last = end.date.adding(days: -1)
            return last == start.date ? last.dayAndMonth : "\(start.date.dayAndMonth) – \(last.dayAndMonth)"
        }
        let isOneDay = start.date == end.date || end == CivilDateTime(start.date.adding(days: 1), .midnight)
        guard isOneDay else { return "\(start.date.dayAndMonth) \(start.time) – \(end.date.dayAndMonth) \(end.time)" }
        return "\(start.date.dayAndMonth) \(start.time)–\(end.time == .midnight ? "24:00" : "\(end.time)")"
    }

    /// `Wed 25 Nov 14:15`.
    public func words(_ instant: Instant) -> String {
        let wall = wall(of: instant)
        return "\(wall.date.dayAndMonth) \(wall.time)"
    }
}

/// `1h 30m`, `45m`, `9h`, `no time`.
package func lengthWords(_ seconds: Int) -> String {
    if seconds == 0 { return "no time" }
    let (hours, minutes) = (seconds / 3_600, seconds % 3_600 / 60)
    let parts = [hours > 0 ? "\(hours)h" : nil, minutes > 0 || hours == 0 ? "\(minutes)m" : nil]
    return parts.compactMap(\.self).joined(separator: " ")
}
