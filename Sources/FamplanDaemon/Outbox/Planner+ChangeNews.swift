import Household
import ICalendar
import Notifications
import Storage

/// What people are told of what others change.
extension Planner {
    /// Adds what is to be told now; gives the next moment at which something may be.
    func tellChanges(at now: Instant, _ telling: inout Telling) throws -> Instant? {
        let listeners = household.people.values.filter {
            $0.isAdult && $0.notify.channels.contains(where: \.takesChanges)
        }
        let told = try store.toldChanges()
        telling.unlistening = Set(told.keys).subtracting(listeners.map(\.id))
        guard !listeners.isEmpty, let last = try store.lastChange() else { return nil }
        let marks = try listeners.map { try (person: $0, change: told[$0.id] ?? firstHeard(by: $0) ?? last.id) }
        for mark in marks where told[mark.person.id] == nil { telling.toldChanges[mark.person.id] = mark.change }
        let waiting = marks.filter { $0.change < last.id }
        guard let first = waiting.map(\.change).min() else { return nil }
        let news = try changeNews(after: first, at: now, lastChange: last.at)
        let answers = try waiting.map { mark in
            let answer = news.answer(for: mark.person, after: mark.change)
            try add(answer.letters, to: &telling)
            if answer.isDone { telling.toldChanges[mark.person.id] = last.id }
            return answer
        }
        return answers.compactMap(\.next).min()
    }

    /// The change by which the person asked to be told: what is older is not news to them.
    private func firstHeard(by person: Person) throws -> Int? {
        try store.lastChange(of: Thing(.person, person.id.rawValue))
    }

    private func changeNews(after change: Int, at now: Instant, lastChange: Instant) throws -> ChangeNews {
        let swaps = try store.acceptedSwaps(after: change)
        // What a calendar elsewhere says is nobody's change.
        let own = try store.entryChanges(after: change).filter { $0.before?.feed == nil && $0.after?.feed == nil }
        let changes = own.map {
            EntryChange(
                id: $0.id,
                actor: $0.actor,
                agreed: swaps[$0.id].map { [$0.asker, $0.asked] } ?? [],
                summary: $0.summary,
                before: $0.before,
                after: $0.after
            )
        }
        var household = household
        // An entry that is gone may have been in a zone that nothing else is in.
        for item in changes.compactMap(\.before).map(Item.entry) {
            for name in item.zoneNames where household.zones[name] == nil {
                household.zones[name] = try? zones.zone(name)
            }
        }
        return ChangeNews(household: household, now: now, changes: changes, lastChange: lastChange)
    }
}
