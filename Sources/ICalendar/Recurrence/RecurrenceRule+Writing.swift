extension RecurrenceRule {
    /// The same dates, ended as RFC 5545 §3.3.10 asks for: by a day where the start is a day, else by a moment in UTC.
    ///
    /// - Parameters:
    ///   - isDay: whether the series is one of whole days.
    ///   - zone: that of its wall times.
    public func ended(asDay isDay: Bool, in zone: Zone) -> RecurrenceRule {
        guard let until else { return self }
        let end: Until
        switch (until, isDay) {
        case (.date, true): return self
        case (.wall(let wall), true): end = .date(wall.date)
        case (.utc(let instant), true): end = .date(zone.wall(of: instant).date)
        case (.date(let date), false):
            end = .utc(zone.instant(of: CivilDateTime(date, .endOfDay).adding(seconds: -1)))
        case (.wall(let wall), false): end = .utc(zone.instant(of: wall))
        case (.utc, false): return self
        }
        return ending(.until(end))
    }
}
