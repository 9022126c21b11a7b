import Household
import ICalendar

extension Pairs {
    /// How a length is written.
    enum LengthStyle {
        /// As the end, in the zone, where that says the same.
        case end(in: Zone)
        /// As a duration: what stays when the start is changed.
        case duration
    }

    init(_ entry: Entry, length: LengthStyle) {
        add("id", .id(entry.id))
        add("kind", .word(entry.kind.rawValue))
        add("title", .free(entry.title))
        add("note", entry.note.map(Tree.free))
        add("stream", entry.stream.map(Tree.id))
        add("people", list: entry.people.map(Tree.id))
        add("for", list: entry.children.map(Tree.id))
        add("place", entry.place.map(Tree.id))
        add("attention", entry.attention.map { .word($0.rawValue) })
        add("busy", entry.busy.map(Tree.flag))
        add("tentative", entry.tentative, unless: false, Tree.flag)
        add("supervised", entry.supervised, unless: false, Tree.flag)
        add("private", entry.isPrivate, unless: false, Tree.flag)
        add(entry.time, length: length)
        add(entry.repetition, of: entry)
        add("overrides", list: entry.overrides.map { .map(Pairs($0, of: entry).pairs) })
        add("resources", entry.resources.map(Tree.ids))
        add("dropOff", entry.dropOff.map(Tree.id))
        add("pickUp", entry.pickUp.map(Tree.id))
        add("remind", entry.remind.map(Tree.span))
        add("movable", entry.movable, unless: .fixed) { .word($0.rawValue) }
        add("url", entry.url.map(Tree.free))
        add("uid", entry.uid.map(Tree.free))
    }

    private mutating func add(_ time: EntryTime, length: LengthStyle) {
        switch time {
        case .allDay(let first, let days):
            add("start", .word(first.description))
            if days == 1 { return }
            if case .end = length {
                add("end", .word(first.adding(days: days - 1).description))
            } else {
                add("duration", .word("\(days)d"))
            }
        case .timed(let start, let zone, let seconds):
            add("start", .word(start.description))
            if seconds > 0, case .end(let zone) = length, let end = zone.end(of: start, after: seconds) {
                add("end", .word(end.description))
            } else {
                add("duration", .span(seconds))
            }
            add("timeZone", zone.map(Tree.free))
        }
    }

    private mutating func add(_ repetition: Repetition, of entry: Entry) {
        add("repeat", repetition.rule.map { .free($0.description) })
        add("also", list: repetition.also.map { .word(entry.written($0)) })
        let days = repetition.exceptDays.map { days in
            days.lowerBound == days.upperBound ? "\(days.lowerBound)" : "\(days.lowerBound)/\(days.upperBound)"
        }
        add("except", list: (days + repetition.exceptStarts.map(\.description)).map(Tree.word))
    }

    private init(_ override: Override, of entry: Entry) {
        add("of", .word(entry.written(override.of)))
        switch override.change {
        case .cancelled: add("cancelled", .flag(true))
        case .changed(let fields): add(fields, of: entry)
        }
    }

    init(_ fields: Override.Fields, of entry: Entry) {
        add(fields, of: entry)
    }

    private mutating func add(_ fields: Override.Fields, of entry: Entry) {
        add("start", fields.start.map { .word(entry.written($0)) })
        add("duration", fields.length.map { entry.time.isAllDay ? .word("\($0)d") : .span($0) })
        add("title", fields.title.map(Tree.free))
        add(.note, fields.note.map(Tree.free), of: fields)
        add("people", fields.people.map(Tree.ids))
        add("for", fields.children.map(Tree.ids))
        add(.place, fields.place.map(Tree.id), of: fields)
        add("attention", fields.attention.map { .word($0.rawValue) })
        add("busy", fields.busy.map(Tree.flag))
        add("tentative", fields.tentative.map(Tree.flag))
        add("resources", fields.resources.map(Tree.ids))
        add(.dropOff, fields.dropOff.map(Tree.id), of: fields)
        add(.pickUp, fields.pickUp.map(Tree.id), of: fields)
    }

    /// The value, or `[]` where the occurrence is without what its entry has.
    private mutating func add(_ field: Override.Clearable, _ value: Tree?, of fields: Override.Fields) {
        add(field.rawValue, value ?? (fields.hasCleared(field) ? .list([]) : nil))
    }
}

extension Zone {
    /// The wall time so many seconds after the start, if reading it gives those seconds again: not in an hour that the
    /// clocks leave out or repeat.
    fileprivate func end(of start: CivilDateTime, after seconds: Int) -> CivilDateTime? {
        let first = instant(of: start)
        let end = wall(of: first.adding(seconds: seconds))
        return instant(of: end) - first == seconds ? end : nil
    }
}
