public import Household
public import ICalendar

/// Some work on a stream: planned, or really done.
public struct WorkedTime: Hashable, Sendable {
    public let stream: ID<Stream>
    public let person: ID<Person>
    public let interval: Interval
    /// When all of it begins, where this is the rest: that is the day for which it is paid, if it is paid by the day.
    public let beginning: Instant
    /// The occurrence that plans it; nil for what was logged.
    public let occurrence: OccurrenceID?

    /// - Parameter beginning: that of the interval where nothing else is said.
    public init(
        stream: ID<Stream>,
        person: ID<Person>,
        interval: Interval,
        beginning: Instant? = nil,
        occurrence: OccurrenceID? = nil
    ) {
        self.stream = stream
        self.person = person
        self.interval = interval
        self.beginning = beginning ?? interval.start
        self.occurrence = occurrence
    }

    /// What of it comes at `now` or later; nil where it is over.
    func rest(after now: Instant) -> WorkedTime? {
        guard now < interval.end else { return nil }
        let rest = Interval(max(now, interval.start), interval.end)
        return WorkedTime(
            stream: stream,
            person: person,
            interval: rest,
            beginning: beginning,
            occurrence: occurrence
        )
    }
}

extension Household {
    /// The work on streams that is planned for `days`, whatever the day; of streams that are paid for the whole, also what was
    /// planned before, since the day from which that holds.
    public func plannedWork(on days: Range<CivilDate>) -> [WorkedTime] {
        entries.values.flatMap { entry -> [WorkedTime] in
            guard entry.kind == .work, let stream = entry.stream.flatMap({ streams[$0] }) else { return [] }
            let first = stream.firstDayOfProgress.map { min($0, days.lowerBound) } ?? days.lowerBound
            return plannedWork(of: entry, on: stream.id, from: first, to: days.upperBound)
        }
    }

    private func plannedWork(
        of entry: Entry,
        on stream: ID<Stream>,
        from first: CivilDate,
        to last: CivilDate
    ) -> [WorkedTime] {
        let start = zone.startOfDay(max(first, entry.time.start.date.adding(days: -1)))
        let end = zone.startOfDay(last)
        guard start < end else { return [] }
        return occurrences(of: entry, over: Interval(start, end)).flatMap { of, interval, happening in
            guard happening.isBusy, !interval.isEmpty else { return [WorkedTime]() }
            let occurrence = OccurrenceID(entry: entry.id, of: of)
            return happening.people.map {
                WorkedTime(stream: stream, person: $0, interval: interval, occurrence: occurrence)
            }
        }
    }
}

extension Stream {
    /// The first day whose work counts for what is paid for the whole; nil where nothing is.
    public var firstDayOfProgress: CivilDate? {
        guard budget.hours != nil, let project = rates.first(where: { $0.per == .project }) else { return nil }
        return project.from ?? .first
    }
}
