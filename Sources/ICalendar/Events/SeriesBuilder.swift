/// Makes events of all the components of one UID: the series, what replaces occurrences of it, and what stands alone.
struct SeriesBuilder {
    /// All components of the UID, in the order of the file.
    let components: [EventComponent]
    let source: EventSource
    var findings: Findings
    var events: [CalendarEvent] = []

    init(_ components: [EventComponent], source: EventSource, findings: Findings) {
        self.components = components
        self.source = source
        self.findings = findings
    }

    mutating func build() {
        let replacements = components.filter { $0.recurrenceID != nil }
        if let master = chooseMaster() {
            buildSeries(master, replacements)
        } else {
            for component in newest(replacements) { addOrphan(component) }
        }
    }

    private mutating func buildSeries(_ master: EventComponent, _ replacements: [EventComponent]) {
        var event = CalendarEvent(master, source: source)
        let lengths = repeats(&event, master)
        guard !replacements.isEmpty || !lengths.isEmpty || !master.excluded.isEmpty else {
            events.append(event)
            return
        }
        var originals = OriginalStarts(event)
        event.excluded = Set(master.excluded.flatMap { originals.starts($0) } + event.excluded).sorted()
        let matched = match(replacements, to: &event, master, &originals)
        let changes = changes(matched)
        event.overrides = overrides(of: event, matched, lengths, except: Set(changes.map(\.key)))
        events.append(contentsOf: event.split(at: changes, &findings))
    }

    /// What replaces one original start only: components, and extra dates with a length of their own.
    private func overrides(
        of event: CalendarEvent,
        _ matched: [CivilDateTime: EventComponent],
        _ lengths: [CivilDateTime: EventLength],
        except changes: Set<CivilDateTime>
    ) -> [EventOverride] {
        let components = matched.filter { !changes.contains($0.key) }.map { original, component in
            EventOverride(component, of: original, in: event.zone)
        }
        let periods = lengths.filter { matched[$0.key] == nil || changes.contains($0.key) }.map { original, length in
            EventOverride(lengthOf: event, at: original, length)
        }
        return (components + periods).sorted { $0.of < $1.of }
    }

    /// What replaces an original start and all after it.
    private mutating func changes(
        _ matched: [CivilDateTime: EventComponent]
    ) -> [(key: CivilDateTime, value: EventComponent)] {
        // A hostile file could ask for a new series with every occurrence.
        let changes = matched.filter(\.value.isThisAndFuture).sorted { $0.key < $1.key }.prefix(100)
        for change in changes {
            findings.warn(change.value.line, "RANGE=THISANDFUTURE: from \(change.key) on the series is a new one")
        }
        return Array(changes)
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

    /// The newest for each RECURRENCE-ID, in the order in which these appear.
    private func newest(_ components: [EventComponent]) -> [EventComponent] {
        var order: [CivilDateTime] = []
        var newest: [CivilDateTime: EventComponent] = [:]
        for component in components {
            guard let key = component.recurrenceID?.wall else { continue }
            if newest[key] == nil { order.append(key) }
            if newest[key].map(component.isNewer) ?? true { newest[key] = component }
        }
        return order.compactMap { newest[$0] }
    }
}
