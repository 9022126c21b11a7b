import Household
import ICalendar

extension SlowEvaluation {
    /// The kinds beyond those of ``conflicts(from:to:)``, for the same days; in no order. `now` is on a whole minute.
    func laterConflicts(from: CivilDate, to: CivilDate, now: Int) -> [SlowFinding] {
        let (first, last) = (from.adding(days: -7), to.adding(days: 7))
        let world = world(from: first, to: last)
        var found = world.tightTravels() + world.resourceClashes()
        found += world.protectedTimes(from: first, to: last) + world.shortRests(from: from, to: to)
        found += world.overloadedDays(from: from, to: to) + world.overloadedWeeks(from: from, to: to)
        found += world.streamHours(from: from, to: to) + deadlines(now: now) + missedGoals(from: from, to: to)
        return listed(found, from: from, to: to)
    }
}
