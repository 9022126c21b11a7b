import ICalendar

extension [CalendarEvent] {
    /// Whether they are on more often than a number of times, all together, within an interval. Counts no further.
    func areOn(moreThan limit: Int, in interval: Interval) -> Bool {
        var count = 0
        for event in self {
            count += event.count(in: interval, upTo: limit - count + 1)
            if count > limit { return true }
        }
        return false
    }
}

extension CalendarEvent {
    /// How often it begins in an interval, with all that is named singly; no more than a number.
    fileprivate func count(in interval: Interval, upTo limit: Int) -> Int {
        var count = 1 + extra.count + overrides.count
        guard let rule else { return count }
        let (lower, upper) = (zone.wall(of: interval.start), zone.wall(of: interval.end))
        var dates = rule.dates(from: start, in: zone, notBefore: lower, before: upper)
        while count < limit, dates.next() != nil { count += 1 }
        return count
    }
}
