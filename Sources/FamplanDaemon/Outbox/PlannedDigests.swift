import Household
import ICalendar
import Notifications

/// Writes the day's overviews from the plan.
struct PlannedDigests: DigestMaking {
    let planner: Planner

    /// Nil for everybody but parents.
    func digest(of person: Person, on date: CivilDate, id: String) async throws -> Message? {
        guard person.role == .parent else { return nil }
        var message = try await planner.digest(for: person.id, on: date, isBalanceDay: false)
        message.id = id
        return message
    }
}
