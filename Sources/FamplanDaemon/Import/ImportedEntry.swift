import Household
import ICalendar

/// An event of a calendar file as an entry of the household.
struct ImportedEntry {
    let event: CalendarEvent
    /// What every entry of the file is to be: kind, people, place and the like.
    let template: Entry
    /// The name by which the household knows the event's zone; nil for its own.
    let zoneName: String?

    /// The entry under an id. Overrides that are whole days in a timed series, or the other way round, are left to
    /// ``strays(id:)``.
    func entry(id: ID<Entry>) -> Entry {
        var entry = made(of: event.content, id: id)
        entry.time = time(event.start, event.length)
        let excluded = (event.excluded + strays.map(\.of)).sorted()
        entry.repetition = Repetition(
            rule: event.rule,
            also: event.extra,
            exceptDays: event.isAllDay ? excluded.map { $0.date...$0.date } : [],
            exceptStarts: event.isAllDay ? [] : excluded
        )
        entry.overrides = event.overrides.filter { $0.isAllDay == event.isAllDay }.map { override in
            Override(of: override.of, change: .changed(fields(of: override, in: entry)))
        }
        return entry
    }

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
        // Cancelled is shown, never busy.
        if content.isTransparent || content.isCancelled { entry.busy = false }
        entry.uid = event.uid
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
        if own.isBusy != entry.isBusy { fields.busy = own.busy ?? true }
        if own.tentative != entry.tentative { fields.tentative = own.tentative }
        return fields
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

extension String {
    /// What the database can keep: RFC 5545 has no control characters in its texts either (§3.1).
    var withoutNUL: String { utf8.contains(0) ? String(unicodeScalars.filter { $0 != "\0" }) : self }
}
