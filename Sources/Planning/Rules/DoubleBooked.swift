public import Household
public import ICalendar

/// Two exclusive occurrences of one person overlap, or an exclusive and a `family` one.
public struct DoubleBooked: Rule {
    public static let kind = ConflictKind.doubleBooked

    public init() {}

    public func conflicts(in plan: Plan, touching span: Interval) -> [Conflict] {
        plan.schedule.people.indices.flatMap { person in
            let candidates = plan.schedule.timelines[person].touching(span).filter(plan.schedule.isExclusiveOrFamily)
            return Overlaps(of: candidates).pairs
                .filter { plan.lists($0.overlap, touching: span) && clash($0.one, $0.other, in: plan.schedule) }
                .map { conflict($0.one, $0.other, $0.overlap, person, plan) }
        }
    }

    private func clash(_ one: Occurrence, _ other: Occurrence, in schedule: Schedule) -> Bool {
        guard schedule.isExclusive(one) || schedule.isExclusive(other) else { return false }
        return !schedule.explains(one, other) && !schedule.explains(other, one)
    }

    private func conflict(
        _ one: Occurrence,
        _ other: Occurrence,
        _ overlap: Interval,
        _ person: Int,
        _ plan: Plan
    ) -> Conflict {
        let schedule = plan.schedule
        let entries = [schedule.entry(of: one), schedule.entry(of: other)]
        let words = Wording(plan)
        let name = schedule.people[person].name
        return Conflict(
            kind: Self.kind,
            severity: severity(entries, of: schedule.people[person]),
            people: [schedule.people[person].id],
            interval: overlap,
            occurrences: [schedule.id(of: one), schedule.id(of: other)].sorted(),
            message:
                "\(name) has \(words.title(one)) and \(words.title(other)) at the same time, \(words.span(overlap))"
        )
    }

    private func severity(_ entries: [Entry], of person: Person) -> Severity {
        if person.role == .child, entries.contains(where: { $0.kind == .school }) { return .notice }
        return entries.contains { $0.tentative || $0.kind == .family } ? .warning : .critical
    }
}

extension Schedule {
    fileprivate func isExclusive(_ occurrence: Occurrence) -> Bool { traits[occurrence.traits].isExclusive }

    fileprivate func isExclusiveOrFamily(_ occurrence: Occurrence) -> Bool {
        isExclusive(occurrence) || traits[occurrence.traits].entry.kind == .family
    }

    /// Whether the first is an `away` that the second is part of: something at the place that it names or, where it
    /// names none, at any place but home.
    fileprivate func explains(_ away: Occurrence, _ other: Occurrence) -> Bool {
        guard entry(of: away).kind == .away else { return false }
        switch entry(of: other).kind {
        case .work, .appointment, .family: break
        case .care, .school, .away: return false
        }
        if spot(of: away) == .nowhereKnown { return spot(of: other) != .home }
        return spot(of: away).isSame(as: spot(of: other))
    }
}
