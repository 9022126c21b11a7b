import Household
import ICalendar
import Planning
import Storage

/// What became of conflicts.
extension Planner {
    /// What is wrong in a range, each with its id, as far as somebody is shown it.
    func conflicts(in range: Interval, for viewer: Viewer) throws -> (plan: Plan, conflicts: [KnownConflict]) {
        let (plan, conflicts) = try conflicts(in: range)
        return (plan.seen(by: viewer), plan.seen(conflicts, by: viewer))
    }

    /// What is resolved keeps its sentence, from before something in it may have become private.
    func inWordsForAll(_ known: KnownConflict) -> KnownConflict {
        guard known.resolvedAt != nil,
            known.conflict.occurrences.contains(where: { household.entries[$0.entry]?.isPrivate ?? false })
        else { return known }
        var known = known
        known.conflict.message = "A conflict (\(known.conflict.kind.rawValue)) with something private"
        return known
    }

    /// What was found in a range and is resolved.
    func pastConflicts(in range: Interval, for viewer: Viewer) throws -> [PastConflict] {
        let past = try store.pastConflicts(overlapping: range)
            .map { conflict in
                var conflict = conflict
                conflict.known = inWordsForAll(conflict.known)
                return conflict
            }
        guard !viewer.plans else { return past }
        let shown = Plan(household, range: range, now: clock()).seen(past.map(\.known), by: viewer).map(\.id)
        return past.filter { Set(shown).contains($0.known.id) }
    }
}
