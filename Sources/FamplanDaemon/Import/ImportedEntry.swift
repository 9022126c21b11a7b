import Household
import ICalendar

/// An event of a calendar file as an entry of the household.
struct ImportedEntry {
    let event: CalendarEvent
    /// What every entry of the file is to be: kind, people, place and the like.
    let template: Entry
    /// The name by which the household knows the event's zone; nil for its own.
    let zoneName: String?
    /// The household in which what famplan wrote into the file counts; nil: it does not.
    let household: Household?

    /// The entry under an id. Overrides that are whole days in a timed series, or the other way round, are left to
    /// ``strays(id:)``.
    func entry(id: ID<Entry>) -> Entry {
        var entry = made(of: event.content, id: id)
        entry.time = time(event.start, event.length)
        if famplan != nil { event.content.settleBusy(of: &entry) }
        let excluded = (event.excluded + strays.map(\.of)).sorted()
        entry.repetition = Repetition(
            rule: event.rule,
            also: famplan == nil ? event.extra : event.extra.filter { $0 != event.start },
            exceptDays: event.isAllDay ? excluded.map { $0.date...$0.date } : [],
            exceptStarts: event.isAllDay ? [] : excluded
        )
        entry.overrides = event.overrides.filter { $0.isAllDay == event.isAllDay }.map { override in
            Override(of: override.of, change: .changed(fields(of: override, in: entry)))
        }
        return entry
    }

    /// What famplan wrote of the event.
    var famplan: FamplanFields? { household == nil ? nil : FamplanFields(event.content) }

    /// Overrides that can't be part of the series: entries of their own.
    func strayEntries(id: () -> ID<Entry>) -> [Entry] {
        strays.map { override in
            var entry = made(of: override.content, id: id())
            entry.time = time(override.start, override.length)
            return entry
        }
    }

    private var strays: [EventOverride] { event.overrides.filter { $0.isAllDay != event.isAllDay } }

    private func made(of content: EventContent, id: ID<Entry>) -> Entry {
        var entry = template
        entry.id = id
        entry.title = title(content)
        entry.note = note(content)
        entry.url = content.url?.withoutNUL
        entry.tentative = content.status == .tentative
        entry.uid = event.uid
        if let famplan {
            (FamplanFields(content) ?? famplan).lay(over: &entry)
            if !content.summary.isEmpty { entry.title = content.summary.withoutNUL }
            if let place = entry.place.flatMap({ household?.place($0) }), place.isMeant(by: content.location) {
                entry.note = content.description.isEmpty ? nil : content.description.withoutNUL
            }
        } else if content.isTransparent || content.isCancelled {
            // Cancelled is shown, never busy.
            entry.busy = false
        }
        return entry
    }

    private func fields(of override: EventOverride, in entry: Entry) -> Override.Fields {
        let own = made(of: override.content, id: entry.id)
        var fields = Override.Fields()
        if override.start != override.of { fields.start = override.start }
        if override.length != event.length { fields.length = number(override.length) }
        if own.title != entry.title { fields.title = own.title }
        if own.note != entry.note {
            fields.note = own.note
            if own.note == nil { fields.clear(.note) }
        }
        if own.tentative != entry.tentative { fields.tentative = own.tentative }
        if famplan == nil {
            if own.isBusy != entry.isBusy { fields.busy = own.busy ?? true }
        } else {
            addFamplan(override, own, in: entry, to: &fields)
        }
        return fields
    }

    /// What famplan wrote of an occurrence, where it is not as the entry's.
    private func addFamplan(
        _ override: EventOverride,
        _ own: Entry,
        in entry: Entry,
        to fields: inout Override.Fields
    ) {
        var own = own
        own.time = entry.time
        override.content.settleBusy(of: &own)
        if own.busy != entry.busy { fields.busy = own.busy }
        if own.people != entry.people { fields.people = own.people }
        if own.children != entry.children { fields.children = own.children }
        if own.attention != entry.attention { fields.attention = own.attention }
        if own.resources != entry.resources { fields.resources = own.resources }
        if own.place != entry.place { fields.set(\.place, own.place, .place) }
        if own.dropOff != entry.dropOff { fields.set(\.dropOff, own.dropOff, .dropOff) }
        if own.pickUp != entry.pickUp { fields.set(\.pickUp, own.pickUp, .pickUp) }
    }

    private func time(_ start: CivilDateTime, _ length: EventLength) -> EntryTime {
        switch length {
        case .days(let days): .allDay(first: start.date, days: days)
        case .seconds(let seconds): .timed(start: start, zone: zoneName, seconds: seconds)
        }
    }

    private func number(_ length: EventLength) -> Int {
        switch length {
        case .days(let days): days
        case .seconds(let seconds): seconds
        }
    }

    private func title(_ content: EventContent) -> String {
        let title = content.summary.withoutNUL.split(whereSeparator: \.isNewline).joined(separator: " ")
        return title.isEmpty ? "(no title)" : title
    }

    /// Where it is, then what is said of it.
    private func note(_ content: EventContent) -> String? {
        let parts = [content.location, content.description].filter { !$0.isEmpty }
        return parts.isEmpty ? nil : parts.joined(separator: "\n").withoutNUL
    }
}

extension Place {
    /// Whether a calendar file's LOCATION is the place's name.
    func isMeant(by location: String) -> Bool { ContentLine("LOCATION", text: name).textValue == location }
}

extension Override.Fields {
    fileprivate mutating func set<Value>(
        _ path: WritableKeyPath<Override.Fields, Value?>,
        _ value: Value?,
        _ field: Override.Clearable
    ) {
        if value == nil { clear(field) } else { self[keyPath: path] = value }
    }
}

extension String {
    /// What the database can keep: RFC 5545 has no control characters in its texts either (§3.1).
    var withoutNUL: String { utf8.contains(0) ? String(unicodeScalars.filter { $0 != "\0" }) : self }
}
