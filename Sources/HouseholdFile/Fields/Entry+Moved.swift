import Household
import ICalendar

extension Entry {
    /// The entry at the `start`, and `allDay`, that the fields give, as long as before, on the same days and with its
    /// exceptions taken along; nil where the two make no sense together, which the reader says better.
    ///
    /// - Parameter zone: the zone of a name; of nil, the household's.
    func moved(by fields: [String: [String]], zone: (String?) -> Zone) -> Entry? {
        let start = fields["start"].map { $0.count == 1 ? try? Words.moment($0[0]) : nil }
        let isAllDay = fields["allDay"].map { $0.count == 1 ? try? Words.flag($0[0]) : nil }
        // Given, but not to be read.
        if case .some(nil) = start { return nil }
        if case .some(nil) = isAllDay { return nil }
        guard let time = time.moved(to: start ?? nil, isAllDay: isAllDay ?? nil) else { return nil }
        var entry = self
        entry.time = time
        entry.moveExceptions(from: self.time)
        let zoneName = fields["timeZone"].map(\.first) ?? time.zoneName
        entry.repetition.rule = repetition.rule?.moved(
            from: self.time.start,
            in: zone(self.time.zoneName),
            to: time.start,
            in: zone(time.isAllDay ? nil : zoneName)
        )
        return entry
    }

    /// What was said of a start at the old time of day is said of the one at the new.
    private mutating func moveExceptions(from old: EntryTime) {
        let timeOfDay = time.start.time
        let isOtherKind = old.isAllDay != time.isAllDay
        guard isOtherKind || old.start.time != timeOfDay else { return }
        func moved(_ start: CivilDateTime) -> CivilDateTime {
            isOtherKind || start.time == old.start.time ? CivilDateTime(start.date, timeOfDay) : start
        }
        if isOtherKind { repetition.also = repetition.also.map(moved) }
        let starts = repetition.exceptStarts.map(moved)
        repetition.exceptStarts = time.isAllDay ? [] : starts
        if time.isAllDay { repetition.exceptDays += starts.map { $0.date...$0.date } }
        overrides = overrides.map { override in
            var override = override
            override.of = moved(override.of)
            if isOtherKind, case .changed(var fields) = override.change {
                (fields.start, fields.length) = (nil, nil)
                override.change = .changed(fields)
            }
            return override
        }
    }
}

extension EntryTime {
    fileprivate var zoneName: String? {
        if case .timed(_, let zone, _) = self { zone } else { nil }
    }

    /// A date alone keeps the time of day, a time of day alone keeps the date.
    fileprivate func moved(to start: Moment?, isAllDay: Bool?) -> EntryTime? {
        switch self {
        case .timed(let old, let zone, let seconds):
            let new = start?.wall(date: old.date, time: old.time) ?? old
            guard isAllDay ?? false else { return .timed(start: new, zone: zone, seconds: seconds) }
            if start?.hasTime ?? false { return nil }
            let lastDate = new.adding(seconds: seconds - 1).date
            return .allDay(first: new.date, days: lastDate.daysSinceEpoch - new.date.daysSinceEpoch + 1)
        case .allDay(let first, let days):
            guard let start, start.hasTime else {
                guard isAllDay ?? true else { return nil }
                return .allDay(first: start?.wall(date: first, time: .midnight).date ?? first, days: days)
            }
            guard !(isAllDay ?? false) else { return nil }
            return .timed(start: start.wall(date: first, time: .midnight), zone: nil, seconds: Span.day * days)
        }
    }
}

extension Moment {
    /// Whether a time of day is said.
    var hasTime: Bool {
        if case .day = self { false } else { true }
    }

    /// With what it leaves out.
    func wall(date: CivilDate, time: CivilTime) -> CivilDateTime {
        switch self {
        case .day(let day): CivilDateTime(day, time)
        case .wall(let wall): wall
        case .time(let timeOfDay): CivilDateTime(date, timeOfDay)
        }
    }
}
