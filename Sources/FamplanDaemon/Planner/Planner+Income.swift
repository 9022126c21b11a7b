import FamplanAPI
import Household
import ICalendar
import Planning
import Storage

/// What streams bring.
extension Planner {
    /// All that the income of some days is made of, and of this month and quarter; and the conflicts that are open.
    ///
    /// Money is the same for both parents: what is private to one is in its sums, which say nothing but hours.
    func incomeLedger(
        on days: Range<CivilDate>,
        for viewer: Viewer
    ) throws -> (ledger: IncomeLedger, conflicts: [KnownConflict]) {
        let now = clock()
        let quarter = IncomeLedger.quarter(of: today)
        // Whole months: the plan stands for those of which nothing was logged.
        let (first, last) = (
            IncomeLedger.month(of: days.lowerBound), IncomeLedger.month(of: days.upperBound.adding(days: -1))
        )
        let whole = first.lowerBound..<last.upperBound
        let hull = min(whole.lowerBound, quarter.lowerBound)..<max(whole.upperBound, quarter.upperBound)
        let isApart = whole.upperBound < quarter.lowerBound || quarter.upperBound < whole.lowerBound
        let ledger = IncomeLedger(
            household,
            planned: (isApart ? [whole, quarter] : [hull]).flatMap(household.plannedWork),
            logged: try loggedWork(
                on: household.streams.values.contains { $0.budget != Budget() } ? nil : hull,
                now: now
            ),
            now: now
        )
        try judgeHorizon()
        let open = unresolved.values.sorted {
            ($0.conflict.interval.start, $0.id) < ($1.conflict.interval.start, $1.id)
        }
        return (ledger, try evaluated().plan.seen(open, by: viewer))
    }

    /// The work that was logged; on all days where none are said. What is running ends now.
    private func loggedWork(on days: Range<CivilDate>?, now: Instant) throws -> [WorkedTime] {
        let zone = household.zone
        let days = days ?? .first..<today.adding(days: 2)
        return try store.workedTimes(
            from: zone.startOfDay(days.lowerBound),
            to: zone.startOfDay(days.upperBound),
            now: now
        )
        .map { WorkedTime(stream: $0.stream, person: $0.person, interval: $0.interval) }
    }
}
