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

    /// What was found in a range and is resolved.
    func pastConflicts(in range: Interval, for viewer: Viewer) throws -> [PastConflict] {
        let past = try store.pastConflicts(overlapping: range)
        guard !viewer.plans else { return past }
        let shown = Plan(household, range: range, now: clock()).seen(past.map(\.known), by: viewer).map(\.id)
        return past.filter { Set(shown).contains($0.known.id) }
    }
}
