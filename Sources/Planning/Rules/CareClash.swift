public import Household
public import ICalendar

/// During a `care` occurrence of an adult, something else of theirs keeps them from a child that needs them then.
public struct CareClash: Rule {
    public static let kind = ConflictKind.careClash

    public init() {}

    public func conflicts(in plan: Plan, touching span: Interval) -> [Conflict] {
        plan.schedule.people.indices.filter { plan.schedule.people[$0].isAdult }.flatMap { adult in
            stretches(of: adult, touching: span, in: plan).filter { plan.lists($0.interval, touching: span) }
                .map { conflict($0, adult, plan) }
        }
    }

    private typealias Stretch = (interval: Interval, clashes: [Clash])

    /// When one duty is kept from being done by one other occurrence.
    private struct Clash {
        let interval: Interval
        let duty: Occurrence
        let other: Occurrence
    }

    /// Stretches among which those that overlap or meet the span are whole: it looks further as long as one of them
    /// goes on where it has not looked.
    private func stretches(of adult: Int, touching span: Interval, in plan: Plan) -> [Stretch] {
        var looked = span
        while true {
            let found = joined(clashes(of: adult, touching: looked, in: plan))
            let touching = found.map(\.interval).filter { $0.touches(span) }
            let hull = touching.reduce(looked) { Interval(min($0.start, $1.start), max($0.end, $1.end)) }
            if hull == looked { return found }
            looked = hull
        }
    }

    /// Every moment of every pair of occurrences that overlap or meet an interval; they may overlap.
    private func clashes(of adult: Int, touching interval: Interval, in plan: Plan) -> [Clash] {
        Overlaps(of: plan.schedule.timelines[adult].touching(interval)).pairs.flatMap { one, other, overlap in
            clashes(duty: one, other, in: overlap, of: adult, plan)
                + clashes(duty: other, one, in: overlap, of: adult, plan)
        }
    }

    private func clashes(
        duty: Occurrence,
        _ other: Occurrence,
        in overlap: Interval,
        of adult: Int,
        _ plan: Plan
    ) -> [Clash] {
        let schedule = plan.schedule
        let traits = schedule.traits[duty.traits]
        guard traits.entry.kind == .care, traits.adults.contains(adult),
            let both = overlap.intersection(plan.reach)
        else { return [] }
        return traits.members.flatMap { child in
            (plan.covers[child]?.overlapping(both) ?? []).compactMap { stretch -> Clash? in
                guard let level = stretch.level, stretch.reason != .school, stretch.reason != .together,
                    !schedule.allows(other, during: duty, at: level),
                    let interval = stretch.interval.intersection(both)
                else { return nil }
                return Clash(interval: interval, duty: duty, other: other)
            }
        }
    }

    /// The clashes joined where they overlap or meet.
    private func joined(_ clashes: [Clash]) -> [Stretch] {
        var joined: [Stretch] = []
        for clash in clashes.sorted(by: { $0.interval.start < $1.interval.start }) {
            if let last = joined.last, clash.interval.start <= last.interval.end {
                joined[joined.count - 1].interval.end = max(last.interval.end, clash.interval.end)
                joined[joined.count - 1].clashes.append(clash)
            } else {
                joined.append((clash.interval, [clash]))
            }
        }
        return joined
    }

    private func conflict(
        _ stretch: Stretch,
        _ adult: Int,
        _ plan: Plan
    ) -> Conflict {
        let schedule = plan.schedule
        let words = Wording(plan)
        let person = schedule.people[adult]
        let involved = Set(stretch.clashes.flatMap { [schedule.id(of: $0.duty), schedule.id(of: $0.other)] })
        let others = words.list(distinct(stretch.clashes.map { words.title($0.other) }))
        let children = distinct(stretch.clashes.map(\.duty)).flatMap { schedule.entry(of: $0).children }
        let names = words.list(distinct(children).compactMap { schedule.household.people[$0]?.name })
        return Conflict(
            kind: Self.kind,
            severity: .warning,
            people: [person.id],
            interval: stretch.interval,
            occurrences: involved.sorted(),
            message: "\(person.name) is on duty for \(names), but also has \(others), \(words.span(stretch.interval))"
        )
    }

    private func distinct<Element: Hashable>(_ elements: [Element]) -> [Element] {
        var seen: Set<Element> = []
        return elements.filter { seen.insert($0).inserted }
    }
}
