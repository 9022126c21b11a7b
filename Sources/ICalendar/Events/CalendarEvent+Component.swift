extension CalendarEvent {
    /// The event that one component describes by itself, without repetition.
    init(_ component: EventComponent, part: CivilDateTime? = nil, source: EventSource) {
        uid = component.uid
        hasUID = component.hasUID
        self.part = part
        content = component.content
        isAllDay = component.start.isDay
        start = component.start.wall
        length = component.length
        zone = component.start.zone
        zoneSource = component.start.source
        isFloating = component.start.isFloating
        rule = nil
        extra = []
        excluded = []
        overrides = []
        line = component.line
        self.source = source
    }

    /// The original starts.
    public var series: RecurrenceSet {
        RecurrenceSet(start: start, zone: zone, rule: rule, extra: extra, excluded: excluded)
    }
}

extension EventOverride {
    /// What the component puts in the place of an original start of an event in that zone.
    init(_ component: EventComponent, of original: CivilDateTime, in zone: Zone) {
        of = original
        start = component.start.wall(in: zone)
        length = component.length
        isAllDay = component.start.isDay
        content = component.content
        line = component.line
    }

    /// An occurrence that differs from its series only in its length, as a PERIOD in RDATE makes it.
    init(lengthOf event: CalendarEvent, at original: CivilDateTime, _ length: EventLength) {
        of = original
        start = original
        self.length = length
        isAllDay = event.isAllDay
        content = event.content
        line = event.line
        isLengthOnly = true
    }
}
