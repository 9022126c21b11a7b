extension CalendarEvent {
    /// How far rules are followed where a date has to be written out, in seconds: twenty years.
    static let horizon = 20 * 366 * secondsPerDay
    /// How many dates are written out, or compared, at the most.
    private static let writtenOut = 800

    /// The event as several, each with one rule: it ends where RANGE=THISANDFUTURE changes it, and goes on from there,
    /// moved by as much and as long as the component says (RFC 5545 §3.2.13, §3.8.4.4).
    func split(
        at changes: [(key: CivilDateTime, value: EventComponent)],
        _ findings: inout Findings
    ) -> [CalendarEvent] {
        guard let first = changes.first else { return [self] }
        var parts = [piece(from: .first, until: first.key, like: nil, &findings)]
        for (index, change) in changes.enumerated() {
            let end = index + 1 < changes.count ? changes[index + 1].key : nil
            parts.append(piece(from: change.key, until: end, like: change.value, &findings))
        }
        return parts.compactMap { $0 }
    }

    /// Whether the rule ends on a day before that of the start, which is how producers empty a series.
    var endsBeforeStart: Bool {
        switch rule?.until {
        case nil: false
        case .date(let date): date < start.date
        case .wall(let wall): wall.date < start.date
        case .utc(let instant): zone.wall(of: instant).date < start.date
        }
    }

    /// The part of the series between two original starts; nil if it has no dates.
    private func piece(
        from lower: CivilDateTime,
        until upper: CivilDateTime?,
        like component: EventComponent?,
        _ findings: inout Findings
    ) -> CalendarEvent? {
        let shift = component.map { $0.start.wall(in: zone).seconds(since: lower) } ?? 0
        let range = lower..<(upper ?? .last)
        var piece = self
        if let component {
            piece.part = lower
            piece.content = component.content
            piece.isAllDay = component.start.isDay
            piece.length = component.length
            piece.line = component.line
        }
        piece.extra = extra.filter(range.contains).map { $0.adding(seconds: shift) }
        piece.excluded = excluded.filter(range.contains).map { $0.adding(seconds: shift) }
        piece.overrides = overrides.filter { range.contains($0.of) }.map { $0.moved(by: shift, into: piece) }
        guard piece.repeat(self, in: range, isLast: upper == nil, shift, &findings) else { return nil }
        return piece
    }

    /// Sets start and rule so that the rule's dates in the range come out, moved. False if nothing is left.
    private mutating func `repeat`(
        _ whole: CalendarEvent,
        in range: Range<CivilDateTime>,
        isLast: Bool,
        _ shift: Int,
        _ findings: inout Findings
    ) -> Bool {
        let series = RecurrenceSet(start: whole.start, zone: zone, rule: whole.rule)
        let isEndless = isLast && whole.rule?.count == nil && whole.rule?.until == nil
        let first = max(range.lowerBound, whole.start)
        let end = isEndless ? min(range.upperBound, first.adding(seconds: CalendarEvent.horizon)) : range.upperBound
        let dates = series.starts(from: range.lowerBound, until: end).map { $0.adding(seconds: shift) }
        guard let firstDate = dates.first ?? extra.first, let lastDate = dates.last ?? extra.last else { return false }
        start = firstDate
        rule = nil
        guard dates.count > 1 else { return true }
        rule = whole.rule?.variants(movedBy: shift).lazy
            .map { isEndless ? $0 : $0.ending(.until(.wall(lastDate))) }
            .first { $0.gives(dates, in: zone) }
        if rule == nil { writeOut(dates, isEndless: isEndless, &findings) }
        return true
    }

    private mutating func writeOut(_ dates: [CivilDateTime], isEndless: Bool, _ findings: inout Findings) {
        extra = Set(extra + dates.prefix(CalendarEvent.writtenOut)).sorted()
        if dates.count > CalendarEvent.writtenOut || isEndless {
            findings.warn(line, "no rule gives the moved dates; they are written out up to \(extra.last ?? start)")
        }
    }
}

extension RecurrenceRule {
    /// Rules that may give the dates when all of them are moved: the same one and, by whole days, other weekdays.
    fileprivate func variants(movedBy seconds: Int) -> [RecurrenceRule] {
        let sameTimes = byHour.isEmpty && byMinute.isEmpty && bySecond.isEmpty
        guard sameTimes || seconds == 0 else { return [] }
        guard frequency == .weekly, !byDay.isEmpty else { return [self] }
        return [self]
            + (1...6).map { days in
                var rule = self
                let weekdays = byDay.map { $0.weekday.later(days) }.sorted()
                rule.byDay = weekdays.map { WeekdayNumber(ordinal: nil, weekday: $0) }
                rule.weekStart = weekStart.later(days)
                return rule
            }
    }

    /// Whether the rule gives these dates and, as far as they go, no others.
    fileprivate func gives(_ dates: [CivilDateTime], in zone: Zone) -> Bool {
        guard let first = dates.first, let last = dates.last else { return true }
        let series = RecurrenceSet(start: first, zone: zone, rule: self)
        return series.starts(from: first, until: last.adding(seconds: 1)) == dates
    }
}

extension Weekday {
    fileprivate func later(_ days: Int) -> Weekday {
        Weekday(rawValue: (rawValue - 1 + days) % 7 + 1) ?? self
    }
}

extension EventOverride {
    fileprivate func moved(by seconds: Int, into piece: CalendarEvent) -> EventOverride {
        var override = self
        override.of = of.adding(seconds: seconds)
        guard isLengthOnly else { return override }
        override.start = override.of
        override.content = piece.content
        return override
    }
}

extension CivilDateTime {
    func seconds(since other: CivilDateTime) -> Int { wallSeconds - other.wallSeconds }
}
