public import Household
public import ICalendar

extension Household {
    /// What one of an entry's occurrences is like now, or a series from it on; nil where it does not happen.
    public func swapTerms(of entry: Entry, at start: CivilDateTime, following: Bool) -> Swap.Terms? {
        guard let occurrence = occurrence(of: entry, at: start) else { return nil }
        return Swap.Terms(
            kind: entry.kind,
            title: occurrence.entry.title,
            isPrivate: entry.isPrivate,
            start: occurrence.interval.start,
            end: occurrence.interval.end,
            isAllDay: entry.time.isAllDay,
            people: following ? entry.people : occurrence.entry.people,
            children: following ? entry.children : occurrence.entry.children,
            place: following ? entry.place : occurrence.entry.place,
            dropOff: following ? entry.dropOff : occurrence.entry.dropOff,
            pickUp: following ? entry.pickUp : occurrence.entry.pickUp,
            series: following ? entry.course(from: start) : nil
        )
    }

    /// The occurrence of an original start, looked for where it stands, which an override may have moved anywhere; nil where it
    /// does not happen.
    public func occurrence(
        of entry: Entry,
        at start: CivilDateTime
    ) -> (of: Instant, interval: Interval, entry: Entry)? {
        let of = zone(of: entry).instant(of: start)
        let moved = entry.fields(ofOverride: start).start.map { zone(of: entry).instant(of: $0) } ?? of
        let window = Interval(moved.adding(seconds: -1), moved.adding(seconds: 86_400))
        return occurrences(of: entry, over: window).first { $0.of == of }
    }
}

extension Entry {
    /// How it goes on from an original start: the same words mean the same occurrences with the same people.
    fileprivate func course(from start: CivilDateTime) -> String {
        let repetition = repetition
        var parts = [repetition.rule.map { "\($0)" } ?? ""]
        parts += repetition.also.filter { $0 >= start }.map { "also \($0)" }
        parts += repetition.exceptDays.filter { $0.upperBound >= start.date }.map {
            "without \($0.lowerBound)/\($0.upperBound)"
        }
        parts += repetition.exceptStarts.filter { $0 >= start }.map { "without \($0)" }
        parts += overrides.filter { $0.of >= start }.map(\.course)
        return parts.joined(separator: "; ")
    }
}

extension Override {
    fileprivate var course: String {
        guard case .changed(let fields) = change else { return "\(of) cancelled" }
        var parts = ["\(of)"]
        func note(_ name: String, _ value: (some CustomStringConvertible)?) {
            if let value { parts.append("\(name) \(value)") }
        }
        note("start", fields.start)
        note("length", fields.length)
        note("people", fields.people)
        note("for", fields.children)
        note("place", fields.place)
        note("brought", fields.dropOff)
        note("fetched", fields.pickUp)
        parts += [Override.Clearable.place, .dropOff, .pickUp].filter(fields.hasCleared).map { "no \($0.rawValue)" }
        return parts.joined(separator: " ")
    }
}
