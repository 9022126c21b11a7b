extension RecurrenceRule {
    /// The rule of a series that now starts at another time of day, or in another zone: it ends on the same day.
    ///
    /// UNTIL is a moment, so that it may fall between the old time of day and the new one, and give a day more or fewer.
    /// It is left as it is where it does not.
    public func moved(
        from old: CivilDateTime,
        in oldZone: Zone,
        to new: CivilDateTime,
        in newZone: Zone
    ) -> RecurrenceRule {
        guard let until, (old.time, oldZone) != (new.time, newZone) else { return self }
        let (oldPlan, newPlan) = (RecurrencePlan(self, start: old), RecurrencePlan(self, start: new))
        guard oldPlan.periods == nil else {
            let seconds = new.time.secondsSinceMidnight - old.time.secondsSinceMidnight
            return ending(.until(until.adding(seconds: seconds, from: oldZone, to: newZone)))
        }
        guard let last = until.last(of: oldPlan.times, in: oldZone),
            last != until.last(of: newPlan.times, in: newZone), !newPlan.times.isEmpty
        else { return self }
        let time = Int(newPlan.times[min(last.count, newPlan.times.count) - 1])
        let end = CivilDateTime(last.date, CivilTime(secondsSinceMidnight: time))
        return ending(.until(until.replaced(by: end, in: newZone)))
    }
}

/// The last day on which a rule can have dates, and how many it can have on it.
private struct LastDay: Equatable {
    let date: CivilDate
    let count: Int
}

extension RecurrenceRule.Until {
    /// For the times of a day, in seconds from midnight; nil without any.
    fileprivate func last(of times: [Int32], in zone: Zone) -> LastDay? {
        guard !times.isEmpty else { return nil }
        var date = self.date(in: zone).adding(days: 1)
        while date > .first {
            let count = times.count { allows(CivilDateTime(date, CivilTime(secondsSinceMidnight: Int($0))), in: zone) }
            if count > 0 { return LastDay(date: date, count: count) }
            date = date.adding(days: -1)
        }
        return nil
    }

    private func date(in zone: Zone) -> CivilDate {
        switch self {
        case .date(let date): date
        case .wall(let wall): wall.date
        case .utc(let instant): zone.wall(of: instant).date
        }
    }

    private func allows(_ wall: CivilDateTime, in zone: Zone) -> Bool {
        switch self {
        case .date(let date): wall.date <= date
        case .wall(let last): wall <= last
        case .utc(let instant): zone.instant(of: wall) <= instant
        }
    }

    /// The same kind of end at a wall time.
    fileprivate func replaced(by wall: CivilDateTime, in zone: Zone) -> Self {
        switch self {
        case .date: .date(wall.date)
        case .wall: .wall(wall)
        case .utc: .utc(zone.instant(of: wall))
        }
    }

    /// So much later on the wall; a day stays.
    fileprivate func adding(seconds: Int, from old: Zone, to new: Zone) -> Self {
        switch self {
        case .date: self
        case .wall(let wall): .wall(wall.adding(seconds: seconds))
        case .utc(let instant): .utc(new.instant(of: old.wall(of: instant).adding(seconds: seconds)))
        }
    }
}
