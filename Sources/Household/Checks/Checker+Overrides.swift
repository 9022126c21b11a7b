public import ICalendar

/// Overrides: each replaces one occurrence that the entry really has.
extension Checker {
    mutating func check(overrides entry: Entry) {
        guard !entry.overrides.isEmpty else { return }
        let recurrence = household.recurrence(of: entry)
        let lookup = StartLookup(recurrence)
        var seen: Set<CivilDateTime> = []
        for override in entry.overrides {
            let key = "overrides[\(entry.written(override.of))]"
            if !seen.insert(override.of).inserted {
                note("\(key).of", "\(entry.written(override.of)) is overridden twice")
            } else if !lookup.contains(override.of) {
                note("\(key).of", Self.missing(override.of, of: entry, in: recurrence))
            }
            if case .changed(let fields) = override.change { check(fields, of: entry, under: key + ".") }
        }
    }

    private mutating func check(_ fields: Override.Fields, of entry: Entry, under prefix: String) {
        if let title = fields.title { name(title, prefix + "title") }
        if let length = fields.length { self.length(length, prefix + "duration", of: entry) }
        if let people = fields.people {
            check(people: people, of: entry.kind, prefix + "people")
            require(entry.kind != .care || !people.isEmpty, prefix + "people", "care needs an adult who is on duty")
        }
        if let children = fields.children {
            check(children: children, prefix + "for")
            require(entry.kind != .care || !children.isEmpty, prefix + "for", "care needs a child that it is for")
        }
        check(
            place: fields.place,
            resources: fields.resources,
            dropOff: fields.dropOff,
            pickUp: fields.pickUp,
            under: prefix
        )
    }

    /// Names the start that may have been meant: another one on that day, else the next.
    private static func missing(_ start: CivilDateTime, of entry: Entry, in recurrence: RecurrenceSet) -> String {
        let sentence = "\(entry.written(start)) is not a start of “\(entry.title)”"
        let midnight = CivilDateTime(start.date, .midnight)
        if let sameDay = recurrence.next(after: midnight.adding(seconds: -1)), sameDay.date == start.date {
            return "\(sentence) (that day: \(entry.written(sameDay)))"
        }
        if let next = recurrence.next(after: start) { return "\(sentence) (the next is \(entry.written(next)))" }
        return "\(sentence) (there is none later)"
    }
}

extension Entry {
    /// A start of this entry as the household file writes it: whole days as dates.
    public func written(_ start: CivilDateTime) -> String {
        time.isAllDay ? start.date.description : start.description
    }
}
