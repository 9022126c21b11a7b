import Household
import ICalendar

/// What time alone does to the conflicts: a new day comes into view, an acceptance runs out, a deadline passes.
extension Planner {
    /// Brings the conflicts up to date where time has changed them, and does nothing where it has not.
    ///
    /// - Parameter last: the horizon that this gave the last time.
    /// - Returns: the horizon, judged, and the next moment at which time changes something.
    func followTime(judged last: Interval?) throws -> (judged: Interval, next: Instant?) {
        let now = clock()
        let horizon = horizon
        if horizon != last { try judgeHorizon() }
        for known in unresolved.values where known.isAcceptanceOver(at: now) {
            _ = try change([known.id.rawValue]) { $0.acceptance = nil }
        }
        // The horizon may have been judged only just, or may begin where the deadline was: look at that day again.
        for day in Set(passedDeadlines(at: now).map(day)) { _ = try conflicts(in: day) }
        return (horizon, turns.filter { $0 > now }.min())
    }

    /// Looks so far ahead from now on.
    func look(ahead days: Int) {
        horizonDays = days
    }

    /// The moments ahead that change something, and some that are over.
    private var turns: [Instant] {
        let zone = household.zone
        let tomorrow = zone.wall(of: clock()).date.adding(days: 1)
        let acceptances = unresolved.values.compactMap { $0.acceptance?.until }
        let deadlines = household.streams.values.flatMap(\.deadlines).map { zone.instant(of: $0.due) }
        return [zone.startOfDay(tomorrow)] + acceptances + deadlines
    }

    /// The ends of deadlines that are over and still are in conflict.
    private func passedDeadlines(at now: Instant) -> [Instant] {
        unresolved.values.map(\.conflict).filter { $0.kind == .deadline && $0.interval.end <= now }.map(\.interval.end)
    }

    /// The local day that ends with the instant, or in which it is.
    private func day(_ end: Instant) -> Interval {
        let zone = household.zone
        let date = zone.wall(of: end.adding(seconds: -1)).date
        return Interval(zone.startOfDay(date), zone.startOfDay(date.adding(days: 1)))
    }
}

extension KnownConflict {
    fileprivate func isAcceptanceOver(at now: Instant) -> Bool {
        acceptance?.until.map { $0 <= now } ?? false
    }
}
