public import Household
public import ICalendar

/// Between the work of one day and that of the next a parent has less time than they want to.
public struct ShortRest: Rule {
    public static let kind = ConflictKind.shortRest

    public init() {}

    public func conflicts(in plan: Plan, touching span: Interval) -> [Conflict] {
        let nights = nights(around: span, in: plan)
        return plan.schedule.parents.flatMap { parent -> [Conflict] in
            guard let rest = plan.schedule.people[parent].work.rest else { return [] }
            let free = plan.schedule.work[parent].complement(in: plan.reach)
            // Two days may have the same stretch.
            let stretches = Set(nights.compactMap { longest($0, among: free) })
            return stretches.filter {
                isBetweenWork($0, plan) && $0.seconds < rest && plan.lists($0, touching: span)
            }.sorted { $0.start < $1.start }.map { conflict($0, parent, rest, plan) }
        }
    }

    /// From 18:00 to 12:00 of the next day.
    private func nights(around span: Interval, in plan: Plan) -> [Interval] {
        let zone = plan.schedule.household.zone
        return plan.schedule.household.localDays(touching: span, and: 3).map { date in
            let evening = CivilDateTime(date, CivilTime(secondsSinceMidnight: 18 * 3_600))
            let noon = CivilDateTime(date.adding(days: 1), CivilTime(secondsSinceMidnight: 12 * 3_600))
            return Interval(zone.instant(of: evening), zone.instant(of: noon))
        }
    }

    /// The stretch with the most time in the night, the first of equals.
    private func longest(_ night: Interval, among free: [Interval]) -> Interval? {
        let first = free.partitionPoint { $0.end <= night.start }
        var best: (stretch: Interval, seconds: Int)?
        for stretch in free[first...].prefix(while: { $0.start < night.end }) {
            let seconds = stretch.intersection(night)?.seconds ?? 0
            if seconds > best?.seconds ?? 0 { best = (stretch, seconds) }
        }
        return best?.stretch
    }

    private func isBetweenWork(_ stretch: Interval, _ plan: Plan) -> Bool {
        stretch.start > plan.reach.start && stretch.end < plan.reach.end
    }

    private func conflict(_ stretch: Interval, _ parent: Int, _ rest: Int, _ plan: Plan) -> Conflict {
        let schedule = plan.schedule
        let words = Wording(plan)
        let work = schedule.timelines[parent].touching(stretch).filter { schedule.entry(of: $0).kind == .work }
        return Conflict(
            kind: Self.kind,
            severity: .warning,
            people: [schedule.people[parent].id],
            interval: stretch,
            occurrences: work.map(schedule.id).sorted(),
            message: "\(schedule.people[parent].name) has \(words.length(stretch.seconds)) between work and work, "
                + "less than the \(words.length(rest)) that were set, \(words.span(stretch))"
        )
    }
}
