public import Household
public import ICalendar

/// What changes where a child stays at home: school and activities go on without it, or not at all: nobody goes to a child's
/// appointment without a child.
///
/// Care stays as it is: that others have the child is what it needs now.
public struct Absence: Sendable {
    /// One for each entry, in the order of its first occurrence.
    public let changes: [Change]

    /// - Parameter interval: when the child stays at home; what has ended before it or begins after it stays.
    public init(of child: ID<Person>, in interval: Interval, _ plan: Plan) {
        var edits = Edits(plan.schedule.household)
        for occurrence in plan.schedule.occurrences where occurrence.interval.overlaps(interval) {
            let entry = plan.schedule.entry(of: occurrence)
            guard entry.kind != .care, entry.people.contains(child) else { continue }
            let left = entry.people.filter { $0 != child }
            let id = plan.schedule.id(of: occurrence)
            let isForChild = entry.kind == .appointment || entry.kind == .away
            let hasOther = left.contains { plan.schedule.household.people[$0]?.role == .child }
            if left.isEmpty || (isForChild && !hasOther) {
                edits.release(id)
            } else {
                edits.edit(id) { $0.people = left }
            }
        }
        changes = edits.changes
    }
}
