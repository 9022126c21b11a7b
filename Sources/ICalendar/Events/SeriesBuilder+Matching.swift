extension SeriesBuilder {
    /// Which component stands for which original start. What fits none becomes an event of its own, or is left out.
    mutating func match(
        _ replacements: [EventComponent],
        to event: inout CalendarEvent,
        _ master: EventComponent,
        _ originals: inout OriginalStarts
    ) -> [CivilDateTime: EventComponent] {
        var matched = assign(replacements, &originals)
        let present = originals.present(Array(matched.keys))
        let excluded = Set(event.excluded)
        for (original, component) in matched.sorted(by: { $0.key < $1.key }) {
            if excluded.contains(original), component.content.sequence <= master.content.sequence {
                // The series was changed last, and leaves this start out.
                matched[original] = nil
            } else if !present.contains(original) {
                matched[original] = nil
                addUnmatched(component, original, master)
            }
        }
        event.excluded.removeAll { matched[$0] != nil }
        return matched
    }

    private func assign(
        _ replacements: [EventComponent],
        _ originals: inout OriginalStarts
    ) -> [CivilDateTime: EventComponent] {
        var assigned: [CivilDateTime: EventComponent] = [:]
        for component in replacements {
            guard let time = component.recurrenceID else { continue }
            let original = originals.start(time)
            if assigned[original].map(component.isNewer) ?? true { assigned[original] = component }
        }
        return assigned
    }

    /// An override that repeats the rule of its series is a copy of an older state of it, and nothing by itself.
    private mutating func addUnmatched(
        _ component: EventComponent,
        _ original: CivilDateTime,
        _ master: EventComponent
    ) {
        if !component.rules.isEmpty, component.content.sequence < master.content.sequence {
            findings.skip(component.component, "its series was changed since and has no start at \(original)")
        } else {
            addOrphan(component, "the series of line \(master.line) has no start at \(original)")
        }
    }

    /// In what was published, single occurrences of series are nothing odd: somebody was invited to them alone.
    mutating func addOrphan(_ component: EventComponent, _ reason: String = "there is no series of that UID") {
        if source.calendars[component.calendar].method != "PUBLISH" {
            findings.warn(
                component.line,
                "RECURRENCE-ID of no occurrence: \(reason); it is taken as an event by itself"
            )
        }
        events.append(CalendarEvent(component, part: component.recurrenceID?.wall, source: source))
    }
}
