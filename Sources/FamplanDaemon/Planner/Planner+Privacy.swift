import FamplanAPI
import Household
import Storage

/// What is private is changed by its people, and the words for that.
extension Planner {
    /// Refuses a change of what the actor is not shown, before it or after.
    func checkPrivacy(of draft: Draft, by actor: Actor) throws {
        let viewer = actor.viewer(in: household)
        for change in draft.changes where household.isHidden(change, from: viewer) {
            let sides = [household.current(change.item), change.before, change.after]
            for case .entry(let entry)? in sides where entry.isHidden(from: viewer) { throw isPrivate(entry) }
        }
        // Ten years of the log's history are looked through for this: only where it is asked.
        guard let before = draft.changes.lazy.compactMap({ self.identity(changedBy: $0, besides: viewer) }).first,
            try household.hides(from: viewer) || hidesLog(from: viewer)
        else { return }
        throw ErrorBody(
            .notAllowed,
            "cannot change who “\(before.id)” is or where they are told things: something is private to others, and "
                + "\(before.name) alone, or the administrator, can change that"
        )
    }

    /// Somebody else, who is told things elsewhere by a change, or is another to the machine. Who somebody is to the machine, and where they are told things, opens what is private to them: while there is
    /// anything, it is theirs alone to change.
    private func identity(changedBy change: Change, besides viewer: Viewer) -> Person? {
        guard case .person(let before)? = change.before, case .person(let after)? = change.after,
            viewer != .parents([before.id]),
            (before.unixUser, before.role) != (after.unixUser, after.role) || before.notify != after.notify
        else { return nil }
        return before
    }

    /// Whether the history still has what was hidden from a viewer, though it is gone or open by now.
    func remembersHidden(from viewer: Viewer) throws -> Bool {
        guard viewer != .administrator else { return false }
        if try hidesLog(from: viewer) { return true }
        return try store.entryChanges(after: 0).contains { change in
            [change.before, change.after].contains { $0?.isHidden(from: viewer) ?? false }
        }
    }

    /// Whether the log has, or had, what is private to others.
    private func hidesLog(from viewer: Viewer) throws -> Bool {
        guard case .parents(let people) = viewer else { return viewer != .administrator }
        return try people.contains { try store.hidesLog(from: $0) }
    }

    func isPrivate(_ entry: Entry) -> ErrorBody {
        let parents = entry.people.compactMap { household.people[$0] }.filter { $0.role == .parent }.map(\.name)
        let names = parents.isEmpty ? "its people" : parents.joined(separator: " or ")
        return ErrorBody(
            .notAllowed,
            "cannot change “\(entry.id)”: it is private, and \(names) alone can change it "
                + "(or show it to everybody: `famplan edit \(entry.id) --not-private`)"
        )
    }

    /// What is wrong, in words that give nothing away.
    func words(_ problem: Problem, in household: Household, for actor: Actor) -> String {
        guard problem.noun == .entry, let id = ID<Entry>(problem.id), let entry = household.entries[id],
            entry.isHidden(from: actor.viewer(in: household))
        else { return "\(problem)" }
        let names = entry.people.map { household.people[$0]?.name ?? $0.rawValue }.joined(separator: " and ")
        return "something private of \(names) (\(entry.id)) would not be right any more"
    }
}
