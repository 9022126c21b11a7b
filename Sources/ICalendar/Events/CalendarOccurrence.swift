/// One time at which an event takes place.
public struct CalendarOccurrence: Hashable, Sendable {
    /// The UID of the event.
    public var uid: String
    /// The original start, as wall time in the event's zone: the RECURRENCE-ID.
    public var original: CivilDateTime
    /// The start as wall time in the event's zone; a midnight for whole days.
    public var start: CivilDateTime
    /// From the first moment to the one after the last. For whole days, from local midnight to local midnight.
    public var interval: Interval
    /// The days covered, the last one included; nil unless it covers whole days.
    public var days: ClosedRange<CivilDate>?
    /// Summary, place and the like; a cancelled occurrence has the status.
    public var content: EventContent
    /// Whether an override takes the place of the original.
    public var isOverride: Bool
}

extension CalendarEvent {
    /// The occurrences that overlap the time between the two, in the order of their starts. Overrides replace their
    /// originals; cancelled ones are among them, with their status.
    ///
    /// At most `RecurrenceSet.limit` original starts are looked at.
    public func occurrences(from lower: Instant, until upper: Instant) -> [CalendarOccurrence] {
        let window = Interval(start: lower, end: upper)
        let replaced = Set(overrides.map(\.of))
        // A day more on either side than any offset or change of the clocks can make.
        let first = zone.wall(of: lower).adding(seconds: -2 * secondsPerDay - length.seconds)
        let last = zone.wall(of: upper).adding(seconds: 2 * secondsPerDay)
        let regular = series.starts(from: first, until: last).filter { !replaced.contains($0) }
        let all = regular.map { occurrence($0) } + overrides.map { occurrence($0) }
        return all.filter { $0.interval.overlaps(window) }.sorted { $0.interval.start < $1.interval.start }
    }

    private func occurrence(_ original: CivilDateTime) -> CalendarOccurrence {
        CalendarOccurrence(
            uid: uid,
            original: original,
            start: original,
            interval: interval(original, length, isAllDay: isAllDay),
            days: days(original, length, isAllDay: isAllDay),
            content: content,
            isOverride: false
        )
    }

    private func occurrence(_ override: EventOverride) -> CalendarOccurrence {
        CalendarOccurrence(
            uid: uid,
            original: override.of,
            start: override.start,
            interval: interval(override.start, override.length, isAllDay: override.isAllDay),
            days: days(override.start, override.length, isAllDay: override.isAllDay),
            content: override.content,
            isOverride: true
        )
    }

    private func interval(_ start: CivilDateTime, _ length: EventLength, isAllDay: Bool) -> Interval {
        switch length {
        case .days(let number) where isAllDay:
            let end = start.date.adding(days: number)
            return Interval(start: zone.startOfDay(start.date), end: zone.startOfDay(end))
        default:
            let instant = zone.instant(of: start)
            return Interval(start: instant, end: instant.adding(seconds: length.seconds))
        }
    }

    private func days(_ start: CivilDateTime, _ length: EventLength, isAllDay: Bool) -> ClosedRange<CivilDate>? {
        guard isAllDay, case .days(let number) = length, number > 0 else { return nil }
        return start.date...start.date.adding(days: number - 1)
    }
}

extension EventLength {
    /// About as many seconds; exactly, unless the clocks change.
    var seconds: Int {
        switch self {
        case .seconds(let number): number
        case .days(let number): number * secondsPerDay
        }
    }
}
