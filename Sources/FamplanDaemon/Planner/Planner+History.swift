import FamplanAPI
import Household
import ICalendar
import Storage

/// Who changed what, and taking it back.
extension Planner {
    /// The newest changes first, of everything or of what has an id: an entry, a person, a stream …
    func history(limit: Int, id: String?) throws -> [RecordedChange] {
        let changes = try store.history(limit: limit, id: id)
        if let id, changes.isEmpty {
            throw ErrorBody(.notFound, "nothing called “\(id)” was ever changed (`famplan history` shows all)")
        }
        return changes
    }

    /// Changes as somebody is shown them.
    func historyItems(_ changes: [RecordedChange], for viewer: Viewer) throws -> [HistoryItem] {
        let hidden = try hiddenTimes(in: changes, from: viewer)
        let words = ThingWords(household: household, viewer: viewer, hiddenTimes: hidden)
        let logged = LogWords(household: household, now: clock(), viewer: viewer, hiddenTimes: hidden)
        return changes.map { change in
            HistoryItem(
                id: change.id,
                at: household.zone.rfc3339(change.at),
                actor: change.actor,
                summary: words.summary(of: change),
                undoes: change.undoes,
                undoneBy: change.undoneBy,
                things: change.changes.map(words.changed) + change.logged.prefix(200).map(logged.changed)
            )
        }
    }

    func undo(_ request: UndoRequest, by actor: Actor) throws -> ChangeAnswer {
        let change = try wanted(request.change, by: actor)
        if let other = change.undoneBy {
            throw ErrorBody(.clash, "change \(change.id) is undone already, by change \(other)")
        }
        if !change.logged.isEmpty {
            let answer = try undoLog(change, by: actor, dryRun: request.options.dryRun)
            return answer.asChange(of: change, in: household, for: actor.viewer(in: household))
        }
        guard !change.changes.isEmpty else {
            throw ErrorBody(
                .clash,
                "cannot undo change \(change.id) (\(change.summary)): it changed no single thing. What was there before a "
                    + "restore lies in backups/ of the state folder (famplan restore takes it back); famplan feed rm ends "
                    + "following a feed"
            )
        }
        for part in change.changes where household.current(part.item) != part.after {
            throw ErrorBody(
                .clash,
                "cannot undo change \(change.id): \(part.item.noun.rawValue) \(part.item.id) was changed after it "
                    + "(`famplan history \(part.item.id)` shows by whom)"
            )
        }
        var draft = Draft(
            change.changes.reversed().map(\.inverse),
            summary: "undo change \(change.id) (\(change.summary))"
        )
        draft.undoes = change.id
        return try make(draft, by: actor, options: request.options)
    }

    private func wanted(_ id: Int?, by actor: Actor) throws -> RecordedChange {
        guard let id else {
            if let last = try store.lastChange(by: actor.name) { return last }
            throw ErrorBody(.notFound, "you (\(actor.name)) have changed nothing that could be undone")
        }
        if let change = try store.change(id) { return change }
        throw ErrorBody(.notFound, "no change \(id) in the history (`famplan history` shows them)")
    }
}
