/// Finds the original starts of a series that EXDATE and RECURRENCE-ID name.
///
/// They are named in whatever way a producer likes: in UTC or another zone, as a floating time (which is then wall time
/// of the series), as a day for a time of day, and the other way round (RFC 5545 §3.8.4.4, §3.8.5.1).
struct OriginalStarts {
    private let event: CalendarEvent
    private let series: RecurrenceSet
    /// How often the series may still be searched: a hostile file has more names than dates.
    private var searches = 500

    /// The starts of the event as they are before anything is excluded.
    init(_ event: CalendarEvent) {
        self.event = event
        var series = event.series
        series.excluded = []
        self.series = series
    }

    /// The start that a RECURRENCE-ID means, whether or not the series has it.
    mutating func start(_ time: EventTime) -> CivilDateTime {
        if event.isAllDay { return CivilDateTime(time.day(in: event.zone), .midnight) }
        if time.isDay { return starts(on: time.wall.date).first ?? CivilDateTime(time.wall.date, event.start.time) }
        let wall = time.wall(in: event.zone)
        guard wall != time.wall, searches > 0 else { return wall }
        searches -= 1
        // Some producers write wall time of the series with a zone that is not the series'.
        return !series.contains(wall) && series.contains(time.wall) ? time.wall : wall
    }

    /// All starts that an EXDATE means: a day means whatever starts on it.
    mutating func starts(_ time: EventTime) -> [CivilDateTime] {
        guard time.isDay, !event.isAllDay else { return [start(time)] }
        return starts(on: time.wall.date)
    }

    private mutating func starts(on day: CivilDate) -> [CivilDateTime] {
        guard searches > 0 else { return [CivilDateTime(day, event.start.time)] }
        searches -= 1
        return series.starts(from: CivilDateTime(day, .midnight), until: CivilDateTime(day, .endOfDay))
    }

    /// Which of these are starts of the series.
    func present(_ starts: [CivilDateTime]) -> Set<CivilDateTime> {
        guard let first = starts.min(), let last = starts.max() else { return [] }
        return Set(series.starts(from: first, until: last.adding(seconds: 1))).intersection(starts)
    }
}
