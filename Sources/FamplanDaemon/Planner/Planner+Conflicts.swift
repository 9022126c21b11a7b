import Household
import ICalendar
import Planning
import Storage

/// What became of conflicts.
extension Planner {
    /// What was found in a range and is resolved.
    func pastConflicts(in range: Interval) throws -> [PastConflict] {
        try store.pastConflicts(overlapping: range)
    }
}
