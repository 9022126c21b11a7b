import Household
import ICalendar

/// One thing that somebody changed, as it is told.
struct ChangeItem {
    enum Action: String, CaseIterable {
        case added, moved, changed, skipped, removed
    }

    let action: Action
    /// What was done: `moved “Tue call” from Tue 24 Nov 10:00 to Wed 25 Nov 09:00`.
    let text: String
    /// The same without names of children.
    let short: String
    /// Who did it, a person's id or `admin`; and the change's number and what the history says of it.
    let actor: String
    let change: Int
    let summary: String
    /// When it begins, and ends, that is not as it was.
    let start: Instant
    let end: Instant
}
