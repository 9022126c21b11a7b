import ICalendar

extension CalendarEvent {
    /// How far rules with a COUNT are counted.
    private static let mostCounted = 2_000

    /// The first moment of it.
    var firstStart: Instant {
        let starts = [start] + extra + overrides.map(\.start)
        return zone.instant(of: starts.min() ?? start)
    }

    /// The moment after its last occurrence; nil: it has no end, or one that is too far to be counted.
    var lastEnd: Instant? {
        var ends = (extra + [start]).map { end($0, length) } + overrides.map { end($0.start, $0.length) }
        guard let rule else { return ends.max() }
        if let until = rule.until {
            ends.append(end(wall(of: until), length))
        } else if let count = rule.count, count <= Self.mostCounted {
            guard let last = Array(rule.dates(from: start, in: zone)).last else { return ends.max() }
            ends.append(end(last, length))
        } else {
            return nil
        }
        return ends.max()
    }

    private func end(_ start: CivilDateTime, _ length: EventLength) -> Instant {
        switch length {
        case .seconds(let seconds): zone.instant(of: start).adding(seconds: seconds)
        case .days(let days): zone.startOfDay(start.date.adding(days: days))
        }
    }

    private func wall(of until: RecurrenceRule.Until) -> CivilDateTime {
        switch until {
        case .date(let date): CivilDateTime(date, start.time)
        case .wall(let wall): wall
        case .utc(let instant): zone.wall(of: instant)
        }
    }
}
