import Household
import ICalendar
import Notifications
import Storage

/// What people are told of conflicts.
extension Planner {
    /// Changes further back have been told by now.
    private static let changesLookedAt = 1_000

    /// Adds what is to be told now; gives the next moment at which something may be.
    func tellConflicts(at now: Instant, _ telling: inout Telling) throws -> Instant? {
        let listeners = household.people.values.filter { $0.isAdult && !$0.notify.channels.isEmpty }
        let told = try store.toldConflicts()
        let listening = Set(listeners.map(\.id))
        telling.forgotten += told.filter { !listening.contains($0.person) }
        guard !listeners.isEmpty else { return nil }
        let news = try conflictNews(told, at: now)
        let answers = try listeners.map { person in
            let own = told.filter { $0.person == person.id }
            let answer = news.answer(for: person, told: own.byConflict)
            try add(answer.letters, to: &telling)
            telling.told += answer.told.map { ToldConflict(person: person.id, conflict: $0, severity: $1, at: now) }
            telling.forgotten += own.filter { answer.forgotten.contains($0.conflict) }
            return answer
        }
        return answers.compactMap(\.next).min()
    }

    /// Has the conflicts, changes and swaps count as told that there would be news of, though somebody's silence or a change may
    /// hold it back.
    func rememberNewsAsTold() throws {
        let now = clock()
        let told = try store.toldConflicts()
        let news = try conflictNews(told, at: now, waiting: false)
        var telling = Telling()
        let last = try store.lastChange()?.id
        for var person in household.people.values where person.isAdult && !person.notify.channels.isEmpty {
            if person.notify.channels.contains(where: \.takesChanges) { telling.toldChanges[person.id] = last }
            person.notify.quiet = nil
            let own = told.filter { $0.person == person.id }
            let answer = news.answer(for: person, told: own.byConflict)
            telling.told += own.map {
                ToldConflict(person: person.id, conflict: $0.conflict, severity: $0.severity, at: now)
            }
            telling.told += answer.told.map { ToldConflict(person: person.id, conflict: $0, severity: $1, at: now) }
            telling.forgotten += own.filter { answer.forgotten.contains($0.conflict) }
        }
        telling.swaps = try store.untoldSwaps().flatMap { swap, _ in
            [ToldSwap(.ask, of: swap.id)] + (swap.isOpen(at: now) ? [] : [ToldSwap(.end, of: swap.id)])
        }
        if !telling.isEmpty { try store.tell(telling, at: now) }
    }

    /// - Parameter waiting: whether two minutes are waited after a change.
    private func conflictNews(
        _ told: [ToldConflict],
        at now: Instant,
        waiting: Bool = true
    ) throws -> ConflictNews {
        let gone = Set(told.map(\.conflict)).filter { unresolved[$0] == nil }
        let resolved = try gone.compactMap { try store.conflict($0) }
        return ConflictNews(
            household: household,
            now: now,
            unresolved: unresolved,
            resolved: Dictionary(uniqueKeysWithValues: resolved.map { ($0.id, $0) }),
            makers: try store.makers(latest: Self.changesLookedAt),
            lastChange: waiting ? try store.lastChange()?.at : nil
        )
    }
}

extension [ToldConflict] {
    fileprivate var byConflict: [ID<Conflict>: ConflictNews.Told] {
        Dictionary(uniqueKeysWithValues: map { ($0.conflict, ConflictNews.Told(severity: $0.severity, at: $0.at)) })
    }
}
