import FamplanAPI
import Household
import ICalendar
import Planning

/// Turns the household's values into the wire's: times become RFC 3339 with the household's offset.
struct WireFormat {
    let household: Household

    func time(_ instant: Instant) -> String { household.zone.rfc3339(instant) }

    func conflict(_ known: KnownConflict, isNew: Bool = false, lastSeenAt: Instant? = nil) -> ConflictItem {
        let conflict = known.conflict
        return ConflictItem(
            id: isNew ? nil : known.id.rawValue,
            kind: conflict.kind.rawValue,
            severity: conflict.severity.rawValue,
            status: known.status.rawValue,
            people: conflict.people.map(\.rawValue),
            resource: resource(of: conflict),
            stream: stream(of: conflict),
            deadline: deadline(of: conflict),
            goal: goal(of: conflict),
            start: time(conflict.interval.start),
            end: time(conflict.interval.end),
            occurrences: conflict.occurrences.map {
                OccurrenceName(entry: $0.entry.rawValue, of: time($0.of), name: name($0))
            },
            message: conflict.message,
            foundAt: time(known.foundAt),
            lastSeenAt: lastSeenAt.map(time),
            resolvedAt: known.resolvedAt.map(time),
            accepted: known.acceptance.map(acceptance)
        )
    }

    /// The occurrence in the words of commands. An entry that is no more was in the household's zone for all we know.
    private func name(_ occurrence: OccurrenceID) -> String {
        let entry = household.entries[occurrence.entry]
        let wall = (entry.map(household.zone) ?? household.zone).wall(of: occurrence.of)
        let midnight = CivilDateTime(wall.date, .midnight)
        let sameDay = entry.map {
            household.recurrence(of: $0).starts(from: midnight, until: midnight.adding(seconds: 86_400)).count
        }
        return sameDay ?? 1 > 1 ? "\(occurrence.entry)@\(wall)" : "\(occurrence.entry)@\(wall.date)"
    }

    private func acceptance(_ acceptance: Acceptance) -> AcceptanceItem {
        AcceptanceItem(
            by: acceptance.by,
            reason: acceptance.reason,
            at: time(acceptance.at),
            until: acceptance.until.map(time)
        )
    }

    private func resource(of conflict: Conflict) -> String? {
        if case .resource(let id) = conflict.subject { id.rawValue } else { nil }
    }

    private func stream(of conflict: Conflict) -> String? {
        switch conflict.subject {
        case .stream(let id), .deadline(_, of: let id): id.rawValue
        case .resource, .goal, .bringing, .fetching, nil: nil
        }
    }

    private func deadline(of conflict: Conflict) -> String? {
        if case .deadline(let id, of: _) = conflict.subject { id.rawValue } else { nil }
    }

    private func goal(of conflict: Conflict) -> String? {
        if case .goal(let id) = conflict.subject { id.rawValue } else { nil }
    }

    func item(_ occurrence: Occurrence, in schedule: Schedule) -> AgendaItem {
        let entry = schedule.entry(of: occurrence)
        return AgendaItem(
            entry: entry.id.rawValue,
            of: time(occurrence.of),
            uid: entry.uid,
            recurrenceId: entry.uid == nil ? nil : recurrenceID(occurrence, of: entry),
            kind: entry.kind.rawValue,
            title: entry.title,
            people: entry.people.map(\.rawValue),
            for: entry.children.map(\.rawValue),
            place: placeName(schedule.place(of: occurrence)),
            stream: entry.stream?.rawValue,
            attention: schedule.attention(of: occurrence).rawValue,
            start: time(occurrence.start),
            end: time(occurrence.end),
            allDay: entry.time.isAllDay,
            tentative: entry.tentative,
            busy: schedule.isBusy(occurrence),
            isPrivate: entry.isPrivate ? true : nil
        )
    }

    /// What does not happen, in the place where it would; nil where its entry is not in sight.
    func item(_ closed: ClosedOccurrence) -> AgendaItem? {
        guard let entry = household.entries[closed.entry] else { return nil }
        return AgendaItem(
            entry: entry.id.rawValue,
            of: time(closed.of),
            uid: entry.uid,
            recurrenceId: nil,
            kind: entry.kind.rawValue,
            title: closed.title,
            people: closed.people.map(\.rawValue),
            for: [],
            place: entry.place?.rawValue ?? Place.home.id.rawValue,
            stream: nil,
            attention: household.attention(of: entry).rawValue,
            start: time(closed.interval.start),
            end: time(closed.interval.end),
            allDay: entry.time.isAllDay,
            tentative: entry.tentative,
            busy: false,
            closed: closed.isClosed ? closed.reason : nil,
            replaced: closed.isClosed ? nil : closed.reason
        )
    }

    func person(_ person: Person) -> PersonItem {
        PersonItem(id: person.id.rawValue, name: person.name, role: person.role.rawValue)
    }

    func coverage(_ plan: Plan, of child: ID<Person>) -> ChildCoverage {
        let stretches = plan.cover(of: child).map { stretch in
            CoverageStretch(
                start: time(stretch.interval.start),
                end: time(stretch.interval.end),
                carers: stretch.carers.map(\.rawValue),
                by: stretch.reason.rawValue,
                why: stretch.reason == .gap ? why(plan, stretch.interval, child) : nil
            )
        }
        return ChildCoverage(child: child.rawValue, stretches: stretches)
    }

    private func why(_ plan: Plan, _ gap: Interval, _ child: ID<Person>) -> String? {
        let reasons = plan.schedule.closed(of: child, overlapping: gap).uniqueReasons
        return reasons.isEmpty ? nil : reasons.joined(separator: "; ")
    }

    /// The names that a reader needs to say ids in words.
    var names: [String: String] {
        var names = Dictionary(uniqueKeysWithValues: household.people.values.map { ($0.id.rawValue, $0.name) })
        for stream in household.streams.values where names[stream.id.rawValue] == nil {
            names[stream.id.rawValue] = stream.name
        }
        return names
    }

    var placeNames: [String: String] {
        var names = Dictionary(uniqueKeysWithValues: household.places.values.map { ($0.id.rawValue, $0.name) })
        names[Place.home.id.rawValue] = Place.home.name
        return names
    }

    private func placeName(_ spot: Spot) -> String? {
        switch spot {
        case .home: Place.home.id.rawValue
        case .place(let id): id.rawValue
        case .nowhereKnown: nil
        }
    }

    /// The original start in the entry's own words, as iCalendar writes it.
    private func recurrenceID(_ occurrence: Occurrence, of entry: Entry) -> String {
        let wall = household.zone(of: entry).wall(of: occurrence.of).icalendar
        return entry.time.isAllDay ? String(wall.prefix(8)) : wall
    }
}
