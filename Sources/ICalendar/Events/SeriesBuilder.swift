/// Makes events of all the components of one UID: the series, what replaces occurrences of it, and what stands alone.
struct SeriesBuilder {
    /// All components of the UID, in the order of the file.
    let components: [EventComponent]
    let source: EventSource
    private(set) var findings: Findings
    private(set) var events: [CalendarEvent] = []

    init(_ components: [EventComponent], source: EventSource, findings: Findings) {
        self.components = components
        self.source = source
        self.findings = findings
    }

    mutating func build() {
        let replacements = components.filter { $0.recurrenceID != nil }
        guard let master = chooseMaster() else {
            for component in newest(replacements, by: { $0.recurrenceID?.wall }) { addOrphan(component) }
            return
        }
        var event = CalendarEvent(master, source: source)
        let lengths = repeats(&event, master)
        var originals = OriginalStarts(event)
        event.excluded = Set(master.excluded.flatMap { originals.starts($0) } + event.excluded).sorted()
        let matched = match(replacements, to: &event, master, &originals)
        for (original, length) in lengths where matched[original] == nil {
            event.overrides.append(EventOverride(lengthOf: event, at: original, length))
        }
        for (original, component) in matched where !component.isThisAndFuture {
            event.overrides.append(EventOverride(component, of: original, in: event.zone))
        }
        event.overrides.sort { $0.of < $1.of }
        let changes = matched.filter(\.value.isThisAndFuture).sorted { $0.key < $1.key }
        for change in changes {
            findings.warn(change.value.line, "RANGE=THISANDFUTURE: from \(change.key) on the series is a new one")
        }
        events.append(contentsOf: event.split(at: changes, &findings))
    }
}

extension SeriesBuilder {
    /// The newest component without a RECURRENCE-ID. Older ones are superseded; of two of the same SEQUENCE, which
    /// nothing but a mistake makes, one is reported.
    private mutating func chooseMaster() -> EventComponent? {
        var master: EventComponent?
        for component in components where component.recurrenceID == nil {
            guard let other = master else {
                master = component
                continue
            }
            let (newer, older) = component.isNewer(than: other) ? (component, other) : (other, component)
            master = newer
            if newer.content.sequence == older.content.sequence {
                findings.skip(older.component, "line \(newer.line) has an event of the same UID and SEQUENCE")
            }
        }
        return master
    }

    /// The newest of each key, in the order in which the keys appear.
    private func newest<Key: Hashable>(_ components: [EventComponent], by key: (EventComponent) -> Key) -> [EventComponent] {
        var order: [Key] = []
        var newest: [Key: EventComponent] = [:]
        for component in components {
            let key = key(component)
            guard let other = newest[key] else {
                order.append(key)
                newest[key] = component
                continue
            }
            if component.isNewer(than: other) { newest[key] = component }
        }
        return order.compactMap { newest[$0] }
    }

    /// Puts rule and extra dates in; gives back the extra dates that have a length of their own.
    private mutating func repeats(_ event: inout CalendarEvent, _ master: EventComponent) -> [CivilDateTime: EventLength] {
        event.rule = master.rules.first
        var lengths: [CivilDateTime: EventLength] = [:]
        for extra in master.extra {
            let day = event.isAllDay ? CivilDateTime(extra.start.day(in: event.zone), .midnight) : nil
            let time = extra.start.isDay ? CivilDateTime(extra.start.wall.date, event.start.time) : nil
            let wall = day ?? time ?? extra.start.wall(in: event.zone)
            event.extra.append(wall)
            if let length = extra.length, length != event.length { lengths[wall] = length }
        }
        for rule in master.rules.dropFirst() { event.extra += dates(rule, event) }
        for rule in master.excludedRules { event.excluded += dates(rule, event) }
        if master.rules.count > 1 || !master.excludedRules.isEmpty {
            findings.warn(master.line, "more rules than one RRULE; those beside it are followed for twenty years")
        }
        event.extra = Set(event.extra).sorted()
        if event.endsBeforeStart { event.excluded.append(event.start) }
        return lengths
    }

    private func dates(_ rule: RecurrenceRule, _ event: CalendarEvent) -> [CivilDateTime] {
        let end = event.start.adding(seconds: CalendarEvent.horizon)
        return Array(rule.dates(from: event.start, in: event.zone, notBefore: event.start, before: end).prefix(2_000))
    }
}

extension SeriesBuilder {
    /// Which component stands for which original start. What fits none becomes an event of its own, or is left out.
    private mutating func match(
        _ replacements: [EventComponent],
        to event: inout CalendarEvent,
        _ master: EventComponent,
        _ originals: inout OriginalStarts
    ) -> [CivilDateTime: EventComponent] {
        var byStart: [CivilDateTime: EventComponent] = [:]
        for component in replacements {
            guard let time = component.recurrenceID else { continue }
            let original = originals.start(time)
            if let other = byStart[original], !component.isNewer(than: other) { continue }
            byStart[original] = component
        }
        let present = originals.present(Array(byStart.keys))
        let excluded = Set(event.excluded)
        for (original, component) in byStart.sorted(by: { $0.key < $1.key }) {
            if excluded.contains(original) {
                // The series was changed last and leaves this start out; or the override came later and stands.
                if component.content.sequence <= master.content.sequence {
                    byStart[original] = nil
                    continue
                }
                event.excluded.removeAll { $0 == original }
            }
            if !present.contains(original) {
                byStart[original] = nil
                addUnmatched(component, original, master)
            }
        }
        return byStart
    }

    private mutating func addUnmatched(_ component: EventComponent, _ original: CivilDateTime, _ master: EventComponent) {
        if !component.rules.isEmpty, component.content.sequence < master.content.sequence {
            findings.skip(component.component, "it belongs to an older state of the series, which has no start at \(original)")
        } else {
            addOrphan(component, "the series of line \(master.line) has no start at \(original)")
        }
    }

    /// In what was published, single occurrences of series are nothing odd: somebody was invited to them alone.
    private mutating func addOrphan(_ component: EventComponent, _ reason: String = "there is no series of that UID") {
        if source.calendars[component.calendar].method != "PUBLISH" {
            findings.warn(component.line, "RECURRENCE-ID without a start to replace: \(reason); it is an event by itself")
        }
        events.append(CalendarEvent(component, part: component.recurrenceID?.wall, source: source))
    }
}
