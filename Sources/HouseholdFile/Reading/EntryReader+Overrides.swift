import Household
import ICalendar

/// What is different about single occurrences: `overrides`.
extension EntryReader {
    /// What to say of the keys that an occurrence cannot have of its own.
    static let overrideHints: [String: String] = [
        "kind", "stream", "supervised", "allDay", "timeZone", "repeat", "also", "except", "overrides", "remind",
        "movable", "url", "uid",
    ].reduce(into: [:]) {
        $0[$1] = "concerns the entry as a whole, not one occurrence (edit the entry, or from there on with --following)"
    }

    /// Nothing is said of the overrides of an entry whose own time is not known.
    func overrides(_ keys: inout Keys, of entry: Entry, isKnown: Bool) -> [Override] {
        guard isKnown else {
            _ = keys.tree("overrides")
            return []
        }
        let path = keys.path
        let report = keys.report
        let starts = Starts(of: entry, in: recurrenceZone(of: entry))
        var seen: [CivilDateTime: Int] = [:]
        let overrides = keys.mappings("overrides", hints: Self.overrideHints) { keys -> Override? in
            guard let of = keys.needed("of", "the start that it replaces", starts.original) else {
                readUnused(&keys, of: entry)
                return nil
            }
            keys.path = path + ["overrides[\(entry.written(of))]"]
            if let line = seen.updateValue(keys.mark?.line ?? 0, forKey: of) {
                keys.note("of", "\(entry.written(of)) is overridden already, in line \(line)")
            }
            return override(of: of, &keys, entry: entry)
        }
        // Where the repetition itself is wrong, nothing can be said about its starts.
        let isRepetitionKnown = !["start", "repeat", "also", "except"].contains { report.isWrong(at: path + [$0]) }
        return isRepetitionKnown ? (overrides ?? []).sorted { $0.of < $1.of } : []
    }

    private func override(of original: CivilDateTime, _ keys: inout Keys, entry: Entry) -> Override? {
        let isCancelled = keys.value("cancelled", Words.flag) ?? false
        let fields = fields(&keys, of: entry, original: original)
        guard isCancelled else { return fields.map { Override(of: original, change: .changed($0)) } }
        if fields != Override.Fields() { keys.note("cancelled", "what is cancelled has nothing else to say") }
        return Override(of: original, change: .cancelled)
    }

    /// Nil where its time cannot be told.
    func fields(_ keys: inout Keys, of entry: Entry, original: CivilDateTime) -> Override.Fields? {
        var fields = Override.Fields()
        fields.title = keys.value("title", Words.text)
        read(.note, \.note, &keys, into: &fields, Words.anything)
        fields.people = keys.list("people", Words.id)
        fields.children = keys.list("for", Words.id)
        read(.place, \.place, &keys, into: &fields, Words.id)
        fields.attention = keys.value("attention", Words.word)
        fields.busy = keys.value("busy", Words.flag)
        fields.tentative = keys.value("tentative", Words.flag)
        fields.resources = keys.list("resources", Words.id)
        read(.dropOff, \.dropOff, &keys, into: &fields, Words.id)
        read(.pickUp, \.pickUp, &keys, into: &fields, Words.id)
        return readTime(&keys, into: &fields, of: entry, original: original) ? fields : nil
    }

    /// A value, or `[]` for none on that day.
    private func read<Value>(
        _ field: Override.Clearable,
        _ path: WritableKeyPath<Override.Fields, Value?>,
        _ keys: inout Keys,
        into fields: inout Override.Fields,
        _ read: (String) throws(Complaint) -> Value
    ) {
        if keys.isEmptyList(field.rawValue) {
            fields.clear(field)
        } else {
            fields[keyPath: path] = keys.value(field.rawValue, read)
        }
    }

    /// A start without a date is on the day of the original one, one without a time of day at its time.
    private func readTime(
        _ keys: inout Keys,
        into fields: inout Override.Fields,
        of entry: Entry,
        original: CivilDateTime
    ) -> Bool {
        let isAllDay = entry.time.isAllDay
        fields.start = keys.value("start") { text throws(Complaint) in
            let moment = try Words.moment(text)
            if isAllDay, moment.hasTime {
                throw Complaint("the entry is all day: its start is a date (\(original.date))")
            }
            return moment.wall(date: original.date, time: original.time)
        }
        let length = Length(&keys)
        if length.isDefault { return true }
        let start = fields.start ?? original
        fields.length =
            isAllDay
            ? length.days(from: start.date, &keys)
            : length.seconds(from: start, in: recurrenceZone(of: entry), &keys)
        return fields.length != nil
    }

    /// The zone of the entry's wall times.
    private func recurrenceZone(of entry: Entry) -> Zone {
        guard case .timed(_, let name, _) = entry.time else { return zone }
        return zone(named: name)
    }

    /// Looks at the rest of an override that replaces nothing, so that what is wrong with it is said too.
    private func readUnused(_ keys: inout Keys, of entry: Entry) {
        _ = keys.value("cancelled", Words.flag)
        _ = fields(&keys, of: entry, original: entry.time.start)
    }
}

/// The original starts of an entry, for finding the one that a date means.
private struct Starts {
    private let recurrence: RecurrenceSet
    private let entry: Entry

    init(of entry: Entry, in zone: Zone) {
        self.entry = entry
        recurrence = RecurrenceSet(
            start: entry.time.start,
            zone: zone,
            rule: entry.repetition.rule,
            extra: entry.repetition.also,
            excludedDates: entry.repetition.exceptDays,
            excluded: entry.repetition.exceptStarts
        )
    }

    /// A wall time is taken as it is; a date is the one start of that day. Whether it is a start is checked with the
    /// household.
    func original(_ text: String) throws(Complaint) -> CivilDateTime {
        switch try Words.moment(text) {
        case .wall(let wall):
            if entry.time.isAllDay { throw Complaint("the entry is all day: its starts are dates (\(wall.date))") }
            return wall
        case .time(let time): throw Complaint("“\(time)” has no date (2026-11-23T\(time))")
        case .day(let date):
            if entry.time.isAllDay { return CivilDateTime(date, .midnight) }
            // Asked for one by one: a hostile rule has very many on a day.
            let midnight = CivilDateTime(date, .midnight)
            guard let start = recurrence.next(after: midnight.adding(seconds: -1)), start.date == date else {
                return CivilDateTime(date, entry.time.start.time)
            }
            if let second = recurrence.next(after: start), second.date == date {
                throw Complaint("“\(entry.title)” starts more than once on \(date) (\(start), \(second), …)")
            }
            return start
        }
    }
}
