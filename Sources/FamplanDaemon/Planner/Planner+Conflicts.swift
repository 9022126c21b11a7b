import Household
import ICalendar
import Planning
import Storage

/// That a conflict was seen, and what became of it.
extension Planner {
    /// What is wrong in a range, as ``conflicts(in:)`` says it, and written down as seen.
    func look(at range: Interval) throws -> (plan: Plan, conflicts: [KnownConflict]) {
        let found = try conflicts(in: range)
        try noteSeen(in: range)
        return found
    }

    /// The same for the horizon, where it has not just been looked through.
    func lookAhead() throws {
        try judgeHorizon()
        try noteSeen(in: horizon)
    }

    /// What was found in a range and is resolved.
    func pastConflicts(in range: Interval) throws -> [PastConflict] {
        try store.pastConflicts(overlapping: range)
    }

    /// Writes down once a day that what is open in a range, which has just been looked through, is still there.
    private func noteSeen(in range: Interval) throws {
        let now = clock()
        let open = unresolved.values.filter { $0.conflict.interval.overlaps(range) }
        let zone = household.zone
        try store.record(seen: open.map(\.id), at: now, unlessSince: zone.startOfDay(zone.wall(of: now).date))
    }
}
