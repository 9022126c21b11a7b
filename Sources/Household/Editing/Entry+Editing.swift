public import ICalendar

extension Entry {
    /// The entry without the occurrence that originally starts at `start`.
    public func skipping(_ start: CivilDateTime) -> Entry {
        var entry = self
        entry.overrides.removeAll { $0.of == start }
        if time.isAllDay {
            entry.repetition.exceptDays.append(start.date...start.date)
        } else {
            entry.repetition.exceptStarts = (repetition.exceptStarts + [start]).sorted()
        }
        return entry
    }

    /// The entry with the occurrence that originally starts at `start` as the others are.
    public func withoutOverride(of start: CivilDateTime) -> Entry {
        var entry = self
        entry.overrides.removeAll { $0.of == start }
        return entry
    }

    /// What an override says of the occurrence that originally starts at `start`; empty where there is none.
    public func fields(ofOverride start: CivilDateTime) -> Override.Fields {
        guard let override = overrides.first(where: { $0.of == start }), case .changed(let fields) = override.change
        else { return Override.Fields() }
        return fields
    }

    /// The entry with one occurrence as `fields` say.
    public func overriding(_ start: CivilDateTime, with fields: Override.Fields) -> Entry {
        var entry = self
        entry.overrides.removeAll { $0.of == start }
        entry.overrides.append(Override(of: start, change: .changed(fields)))
        entry.overrides.sort { $0.of < $1.of }
        return entry
    }

    /// How many dates the rule gives before an original start, and the first that it gives from then on; nil without a rule.
    public func dates(before start: CivilDateTime, in zone: Zone) -> (counted: Int, next: CivilDateTime?)? {
        guard let rule = repetition.rule else { return nil }
        var counted = 0
        for date in rule.dates(from: time.start, in: zone) {
            if date >= start { return (counted, date) }
            counted += 1
        }
        return (counted, nil)
    }

    /// The entry up to an original start, and from there on as an entry of its own.
    ///
    /// - Parameters:
    ///   - start: an original start after the entry's own.
    ///   - counted: how many dates the rule gives before `start`: a COUNT is shared out.
    ///   - isRuleOver: whether the rule gives no date from `start` on.
    ///   - id: the id of the second.
    public func split(at start: CivilDateTime, counted: Int, isRuleOver: Bool, id: ID<Entry>) -> (
        before: Entry, after: Entry
    ) {
        var (before, after) = (self, self)
        after.id = id
        after.uid = nil
        after = after.movedStart(to: start)
        if let rule = repetition.rule, isRuleOver {
            // The rule gives nothing from there on: it stays with the first part, as it ends itself.
            (before.repetition.rule, after.repetition.rule) = (rule, nil)
        } else if let rule = repetition.rule {
            before.repetition.rule = rule.ending(.until(.wall(start.adding(seconds: -1))))
            if let count = rule.count { after.repetition.rule = rule.ending(.count(max(1, count - counted))) }
        }
        before.keep { $0 < start }
        after.keep { $0 >= start }
        return (before, after)
    }

    private func movedStart(to start: CivilDateTime) -> Entry {
        var entry = self
        switch time {
        case .timed(_, let zone, let seconds): entry.time = .timed(start: start, zone: zone, seconds: seconds)
        case .allDay(_, let days): entry.time = .allDay(first: start.date, days: days)
        }
        return entry
    }

    private mutating func keep(_ isKept: (CivilDateTime) -> Bool) {
        repetition.also.removeAll { !isKept($0) }
        repetition.exceptStarts.removeAll { !isKept($0) }
        overrides.removeAll { !isKept($0.of) }
    }
}
