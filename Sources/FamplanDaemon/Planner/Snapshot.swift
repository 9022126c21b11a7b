import Household
import ICalendar

/// The household at one moment: what a reading answer is made from, away from the planner.
struct Snapshot: Sendable {
    let household: Household
    let now: Instant

    var zone: Zone { household.zone }
    var today: CivilDate { zone.wall(of: now).date }
}
