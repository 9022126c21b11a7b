import Household
import ICalendar

extension Entry {
    /// The entry with nothing left of it that is still to come; nil where nothing of it has begun.
    ///
    /// What is under way ends with this minute or, where it is whole days, with today: some calendars leave out what has
    /// begun, and a day that was closed in the morning is closed in the evening.
    func ended(at now: Instant, in zone: Zone) -> Entry? {
        guard zone.instant(of: time.start) < now else { return nil }
        guard !repetition.isRepeating else { return ending(before: zone.wall(of: now), in: zone) }
        var entry = self
        switch time {
        case .timed(let start, let name, let seconds):
            let elapsed = (now - zone.instant(of: start) + 59) / 60 * 60
            entry.time = .timed(start: start, zone: name, seconds: min(seconds, elapsed))
        case .allDay(let first, let days):
            let elapsed = zone.wall(of: now).date.daysSinceEpoch - first.daysSinceEpoch + 1
            entry.time = .allDay(first: first, days: min(days, elapsed))
        }
        return entry
    }

    /// The series without what starts at a wall time or later.
    private func ending(before wall: CivilDateTime, in zone: Zone) -> Entry {
        var entry = self
        let last = wall.adding(seconds: -1)
        // One that is over already must not be made longer.
        if let rule = repetition.rule, rule.goesOn(from: wall, start: time.start, in: zone) {
            entry.repetition.rule = rule.ending(.until(time.isAllDay ? .date(last.date) : .wall(last)))
        }
        entry.repetition.also.removeAll { $0 >= wall }
        let postponed = overrides.filter { $0.of < wall && $0.isMoved(behind: wall) }.map(\.of)
        entry.overrides.removeAll { $0.of >= wall || postponed.contains($0.of) }
        if time.isAllDay {
            entry.repetition.exceptDays += postponed.map { $0.date...$0.date }
        } else {
            entry.repetition.exceptStarts = (repetition.exceptStarts + postponed).sorted()
        }
        return entry
    }
}

extension RecurrenceRule {
    fileprivate func goesOn(from wall: CivilDateTime, start: CivilDateTime, in zone: Zone) -> Bool {
        var dates = dates(from: start, in: zone, notBefore: wall, before: nil)
        return dates.next() != nil
    }
}

extension Override {
    fileprivate func isMoved(behind wall: CivilDateTime) -> Bool {
        guard case .changed(let fields) = change, let start = fields.start else { return false }
        return start >= wall
    }
}
