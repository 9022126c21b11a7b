import Household
import ICalendar
import Planning

/// Says what became of occurrences.
struct ChangeWords {
    private let household: Household
    private let dates: DateLanguage

    init(_ household: Household, _ dates: DateLanguage) { (self.household, self.dates) = (household, dates) }

    /// What is told of entries of one kind and name: of each thing that was done to them, once.
    func items(_ net: [NetChange], _ differences: [Difference]) -> [ChangeItem] {
        // Others of that kind and name do not concern the reader.
        let named = Set(differences.flatMap { [$0.before?.entry.id, $0.after?.entry.id] })
        let net = net.filter { named.contains(($0.before ?? $0.after)?.id) }
        guard let last = net.map(\.last).max(by: { $0.id < $1.id }) else { return [] }
        let sorted = differences.sorted { $0.start < $1.start }
        let isNew = net.allSatisfy { $0.before == nil }
        let isGone = net.allSatisfy { $0.after == nil }
        return Dictionary(grouping: sorted) { action($0, isNew: isNew, isGone: isGone) }.compactMap { action, all in
            guard let first = all.first, let entry = (first.before ?? first.after)?.entry else { return nil }
            return ChangeItem(
                action: action,
                text: "\(action.rawValue) “\(entry.title)”\(told(action, all, isShort: false))",
                short: "\(action.rawValue) “\(household.discreet(entry))”\(told(action, all, isShort: true))",
                actor: last.actor,
                change: last.id,
                summary: last.summary,
                start: first.start,
                end: all.map(\.end).max() ?? first.end
            )
        }
    }

    private func action(_ difference: Difference, isNew: Bool, isGone: Bool) -> ChangeItem.Action {
        if difference.before == nil { return isNew ? .added : .changed }
        if difference.after == nil { return isGone ? .removed : .skipped }
        return difference.isMoved ? .moved : .changed
    }

    // MARK: What was done

    private func told(_ action: ChangeItem.Action, _ all: [Difference], isShort: Bool) -> String {
        let rest = all.count > 1 ? ", and further dates" : ""
        guard let first = all.first else { return "" }
        switch (first.before, first.after) {
        case (nil, let after?): return (action == .added ? ", " : ": also ") + span(after) + rest
        case (let before?, nil): return action == .removed ? ", \(span(before))\(rest)" : skipped(all)
        case (let before?, let after?) where first.isMoved:
            return moved(before, after) + (isShort ? "" : details(before, after)) + rest
        case (let before?, let after?):
            return ", \(when(before))" + (isShort ? "" : details(before, after, withEnd: true)) + rest
        case (nil, nil): return ""
        }
    }

    private func moved(_ before: Happening, _ after: Happening) -> String {
        let isAsLong = before.interval.seconds == after.interval.seconds
        return isAsLong || before.entry.time.isAllDay || after.entry.time.isAllDay
            ? " from \(when(before)) to \(when(after))" : " from \(span(before)) to \(span(after))"
    }

    private func skipped(_ all: [Difference]) -> String {
        let days = all.compactMap(\.before).prefix(3).map(when)
        return " on " + (all.count > 3 ? days[0] + ", and further dates" : DigestWords.list(days))
    }

    private func details(_ before: Happening, _ after: Happening, withEnd: Bool = false) -> String {
        var parts: [String] = []
        func note(_ label: String, _ old: String?, _ new: String?) {
            if old != new { parts.append("\(label)\(old ?? "nobody") → \(new ?? "nobody")") }
        }
        let (old, new) = (before.entry, after.entry)
        if withEnd { note("until ", end(before), end(after)) }
        note("title ", "“\(old.title)”", "“\(new.title)”")
        note("people ", names(old.people), names(new.people))
        note("for ", names(old.children), names(new.children))
        note("at ", place(old), place(new))
        note("brought by ", old.dropOff.map(household.name), new.dropOff.map(household.name))
        note("fetched by ", old.pickUp.map(household.name), new.pickUp.map(household.name))
        note("", old.tentative ? "perhaps" : "certain", new.tentative ? "perhaps" : "certain")
        note("", old.isBusy ? "busy" : "free", new.isBusy ? "busy" : "free")
        note("attention ", household.attention(of: old).rawValue, household.attention(of: new).rawValue)
        if old.supervised != new.supervised { parts.append(new.supervised ? "supervised" : "not supervised") }
        if old.note != new.note { parts.append(new.note == nil ? "without its note" : "with another note") }
        return parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")
    }

    private func names(_ people: [ID<Person>]) -> String? {
        people.isEmpty ? nil : people.map(household.name).joined(separator: ", ")
    }

    private func place(_ entry: Entry) -> String {
        entry.place.map { household.place($0)?.name ?? $0.rawValue } ?? (entry.kind == .away ? "somewhere" : "home")
    }

    // MARK: When

    /// `Tue 24 Nov 10:00`, of whole days `Tue 24 Nov`.
    func when(_ happening: Happening) -> String {
        let wall = household.zone.wall(of: happening.interval.start)
        return happening.entry.time.isAllDay ? dates.day(wall.date) : dates.dayAndTime(wall)
    }

    /// `Tue 24 Nov 10:00–11:00`, `Tue 24 Nov – Fri 27 Nov`.
    private func span(_ happening: Happening) -> String {
        let (start, end) = walls(happening)
        if happening.entry.time.isAllDay {
            let last = end.date.adding(days: -1)
            return last <= start.date ? dates.day(start.date) : "\(dates.day(start.date)) – \(dates.day(last))"
        }
        guard start != end else { return dates.dayAndTime(start) }
        return start.date == end.date
            ? "\(dates.dayAndTime(start))–\(dates.time(end.time))"
            : "\(dates.dayAndTime(start)) – \(dates.dayAndTime(end))"
    }

    private func end(_ happening: Happening) -> String {
        let (start, end) = walls(happening)
        if happening.entry.time.isAllDay { return dates.day(end.date.adding(days: -1)) }
        return start.date == end.date ? dates.time(end.time) : dates.dayAndTime(end)
    }

    private func walls(_ happening: Happening) -> (start: CivilDateTime, end: CivilDateTime) {
        (household.zone.wall(of: happening.interval.start), household.zone.wall(of: happening.interval.end))
    }
}
