import FamplanAPI
import Household
import ICalendar
import Planning

/// Says logged times: as items of the wire, and in lines for people.
struct LogWords {
    let household: Household
    let now: Instant
    var viewer = Viewer.administrator
    /// Numbers that the viewer is told nothing of, whatever they were like once.
    var hiddenTimes: Set<Int> = []

    private var wire: WireFormat { WireFormat(household: household) }

    func item(_ time: LoggedTime) -> LoggedItem {
        let isHidden = time.isHidden(from: viewer)
        let kind = time.activity.stream == nil ? "care" : "work"
        let occurrence = isHidden ? nil : shownOccurrence(time)
        return LoggedItem(
            number: time.id,
            person: time.person.rawValue,
            activity: isHidden ? "private" : kind,
            stream: isHidden ? nil : time.activity.stream?.rawValue,
            for: isHidden ? [] : time.activity.children.map(\.rawValue),
            start: wire.time(time.start),
            end: time.end.map(wire.time),
            minutes: (Double(max(time.interval(at: now).seconds, 0)) / 60 * 100).rounded() / 100,
            note: isHidden ? nil : time.note,
            entry: occurrence?.entry.rawValue,
            of: occurrence.map { wire.time($0.of) },
            isPrivate: time.isPrivate
        )
    }

    /// `17: work on Northwind: Tue 24 Nov 2026 09:00–12:30 Europe/Berlin, 3 h 30 min; Maya; “offer”`.
    func line(_ time: LoggedTime) -> String {
        guard !time.isHidden(from: viewer) else {
            return "\(time.id): something private: \(when(time)); \(name(time.person))"
        }
        var parts = ["\(time.id): \(activity(time.activity)): \(when(time))", name(time.person)]
        if let note = time.note { parts.append("“\(note)”") }
        if let occurrence = shownOccurrence(time) {
            parts.append("planned: \(household.entries[occurrence.entry]?.title ?? occurrence.entry.rawValue)")
        }
        if time.isPrivate { parts.append("private") }
        return parts.joined(separator: "; ")
    }

    /// What it was started from, unless that is private to others: a grandparent's time is both parents' to know, what the
    /// one had planned for it need not be.
    private func shownOccurrence(_ time: LoggedTime) -> OccurrenceID? {
        time.occurrence.flatMap { household.entries[$0.entry]?.isHidden(from: viewer) ?? false ? nil : $0 }
    }

    /// `work on Northwind`, `care for Noah and Lena`.
    func activity(_ activity: Activity) -> String {
        switch activity {
        case .work(let stream): "work on \(household.streams[stream]?.name ?? stream.rawValue)"
        case .care(let children): "care for \(list(children.map(name)))"
        }
    }

    /// `Tue 24 Nov 2026 09:00–12:30 Europe/Berlin, 3 h 30 min`; one that runs `since …`.
    func when(_ time: LoggedTime) -> String {
        let zone = household.zone
        let start = zone.wall(of: time.start)
        let from = "\(start.date.dayAndMonth) \(start.date.year) \(start.time)"
        guard let end = time.end else { return "since \(from) \(zone.id)" }
        let last = zone.wall(of: end)
        let until =
            last.date == start.date ? "–\(last.time)" : " – \(last.date.dayAndMonth) \(last.date.year) \(last.time)"
        return "\(from)\(until) \(zone.id), \(length(end - time.start))"
    }

    /// `3 h 30 min`, `45 s`.
    func length(_ seconds: Int) -> String {
        let parts = [(seconds / 3_600, "h"), (seconds % 3_600 / 60, "min"), (seconds % 60, "s")].filter { $0.0 > 0 }
        return parts.isEmpty ? "0 min" : parts.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    }

    func name(_ id: ID<Person>) -> String { household.people[id]?.name ?? id.rawValue }

    private func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "nobody" }
        return "\(words.dropLast().joined(separator: ", ")) and \(last)"
    }
}

/// What the history says of a change of the log.
extension LogWords {
    func changed(_ change: LoggedChange) -> ChangedThing {
        let action = change.before == nil ? "added" : change.after == nil ? "removed" : "edited"
        let isHidden = change.isHidden(from: viewer) || hiddenTimes.contains(change.time.id)
        let before = isHidden ? [] : change.before.map(fields) ?? []
        let after = isHidden ? [] : change.after.map(fields) ?? []
        let old = Dictionary(before, uniquingKeysWith: { first, _ in first })
        let new = Dictionary(after, uniquingKeysWith: { first, _ in first })
        let names = before.map(\.0) + after.map(\.0).filter { old[$0] == nil }
        return ChangedThing(
            noun: "logged-time",
            id: "\(change.time.id)",
            action: action,
            fields: names.filter { old[$0] != new[$0] }.map { ChangedField(field: $0, before: old[$0], after: new[$0]) }
        )
    }

    private func fields(_ time: LoggedTime) -> [(String, String)] {
        var fields = [("person", time.person.rawValue)]
        if let stream = time.activity.stream { fields.append(("stream", stream.rawValue)) }
        let children = time.activity.children.map(\.rawValue).joined(separator: ", ")
        if !children.isEmpty { fields.append(("for", children)) }
        fields.append(("start", wire.time(time.start)))
        if let end = time.end { fields.append(("end", wire.time(end))) }
        if let note = time.note { fields.append(("note", note)) }
        if let entry = shownOccurrence(time)?.entry { fields.append(("entry", entry.rawValue)) }
        if time.isPrivate { fields.append(("private", "true")) }
        return fields
    }
}
