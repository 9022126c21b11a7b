extension SeriesBuilder {
    /// Puts rule and extra dates in; gives back the extra dates that have a length of their own.
    mutating func repeats(_ event: inout CalendarEvent, _ master: EventComponent) -> [CivilDateTime: EventLength] {
        event.rule = master.rules.first
        var lengths: [CivilDateTime: EventLength] = [:]
        for extra in master.extra {
            let start = event.originalStart(extra.start)
            event.extra.append(start)
            if let length = extra.length, length != event.length { lengths[start] = length }
        }
        for rule in master.rules.dropFirst() { event.extra += dates(rule, event) }
        for rule in master.excludedRules { event.excluded += dates(rule, event) }
        if master.rules.count > 1 || !master.excludedRules.isEmpty {
            findings.warn(master.line, "more rules than one RRULE; those beside it are followed for twenty years")
        }
        event.extra = Set(event.extra).sorted()
        if event.endsBeforeStart { event.excluded.append(event.start) }
        event.excluded = Set(event.excluded).sorted()
        return lengths
    }

    private func dates(_ rule: RecurrenceRule, _ event: CalendarEvent) -> [CivilDateTime] {
        let end = event.start.adding(seconds: CalendarEvent.horizon)
        return Array(rule.dates(from: event.start, in: event.zone, notBefore: event.start, before: end).prefix(2_000))
    }
}

extension CalendarEvent {
    /// The original start that a time outside of the rule means: on a day alone, at the time of day of the series.
    func originalStart(_ time: EventTime) -> CivilDateTime {
        if isAllDay { return CivilDateTime(time.day(in: zone), .midnight) }
        return time.isDay ? CivilDateTime(time.wall.date, start.time) : time.wall(in: zone)
    }
}
