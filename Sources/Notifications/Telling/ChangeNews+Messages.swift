import Household
import ICalendar

/// How changes are said.
extension ChangeNews {
    /// More of one change than so many are counted.
    private static let mostOfOne = 5
    private static let mostLines = 20

    /// One for each of the person's channels that takes changes.
    func letters(_ items: [ChangeItem], to person: Person, named id: String) -> [Letter] {
        let message = message(items, to: person, named: id)
        let last = items.map(\.end).max()
        return person.notify.channels.filter(\.takesChanges).map {
            Letter(message: message, channel: $0.channel, address: $0.address, due: now, notAfter: last)
        }
    }

    private func message(_ items: [ChangeItem], to person: Person, named id: String) -> Message {
        let lines = lines(items)
        let more = lines.count > Self.mostLines ? "and \(lines.count - Self.mostLines) more\n" : ""
        let actors = Set(items.map(\.actor)).sorted().map(name)
        let title = "\(DigestWords.counted(items.count, "change")) by \(DigestWords.list(actors))"
        let change = items.map(\.change).max() ?? 0
        return Message(
            id: "\(id)-\(person.id)",
            kind: .change,
            severity: .notice,
            person: person.id,
            title: title,
            text: lines.prefix(Self.mostLines).map { ConflictNews.wrapped(HarmlessText.line($0)) + "\n" }.joined()
                + more
                // Only parents may look at the history.
                + (person.role == .parent
                    ? "\nfamplan history: all of it. famplan undo \(change): take a change back.\n" : ""),
            short: short(items, title, DateLanguage(person.notify.language)),
            createdAt: now
        )
    }

    /// One for each thing, but of a change that did many: an import, a file that was applied.
    private func lines(_ items: [ChangeItem]) -> [String] {
        let counts = Dictionary(grouping: items, by: \.change)
        var told: Set<Int> = []
        return items.compactMap { item in
            let all = counts[item.change] ?? []
            guard all.count > Self.mostOfOne else {
                return "- \(name(item.actor)) \(item.text) (change \(item.change))"
            }
            return told.insert(item.change).inserted ? summary(all, item) : nil
        }
    }

    /// `- Kofi made 15 changes at once: 12 added, 3 removed; the first added “Football”, … (import club.ics, change 12)`.
    private func summary(_ items: [ChangeItem], _ first: ChangeItem) -> String {
        let counts = ChangeItem.Action.allCases.compactMap { action in
            let count = items.count { $0.action == action }
            return count > 0 ? "\(count) \(action.rawValue)" : nil
        }
        return "- \(name(first.actor)) made \(items.count) changes at once: \(counts.joined(separator: ", ")); "
            + "the first \(first.text) (\(first.summary), change \(first.change))"
    }

    private func short(_ items: [ChangeItem], _ title: String, _ dates: DateLanguage) -> String {
        guard let first = items.first else { return title }
        if items.count == 1 {
            return ColumnWidth.cut(HarmlessText.line("\(name(first.actor)) \(first.short)"), to: 200)
        }
        return "\(title), the first \(dates.dayAndTime(household.zone.wall(of: max(first.start, now))))"
    }

    private func name(_ actor: String) -> String {
        actor == "admin" ? "the administrator" : ID<Person>(actor).map(household.name) ?? actor
    }
}
