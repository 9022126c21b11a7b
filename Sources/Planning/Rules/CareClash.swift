public import Household
import ICalendar

/// During a `care` occurrence of an adult, something else of theirs keeps them from a child that needs them then.
public struct CareClash: Rule {
    public static let kind = ConflictKind.careClash

    public init() {}

    public func conflicts(in plan: Plan) -> [Conflict] {
        plan.schedule.people.indices.filter { plan.schedule.people[$0].isAdult }.flatMap { adult in
            stretches(clashes(of: adult, in: plan)).filter { plan.lists($0.interval) }.map { stretch in
                conflict(stretch, adult, plan)
            }
        }
    }

    /// When one duty is kept from being done by one other occurrence.
    private struct Clash {
        let interval: Interval
        let duty: Occurrence
        let other: Occurrence
    }

    /// Every moment of every pair; they may overlap.
    private func clashes(of adult: Int, in plan: Plan) -> [Clash] {
        let occurrences = plan.schedule.timelines[adult].occurrences
        var underWay: [Occurrence] = []
        var found: [Clash] = []
        for occurrence in occurrences {
            underWay.removeAll { $0.end <= occurrence.start }
            for other in underWay {
                found += clashes(duty: other, occurrence, of: adult, in: plan)
                found += clashes(duty: occurrence, other, of: adult, in: plan)
            }
            underWay.append(occurrence)
        }
        return found
    }

    private func clashes(duty: Occurrence, _ other: Occurrence, of adult: Int, in plan: Plan) -> [Clash] {
        let schedule = plan.schedule
        let traits = schedule.traits[duty.traits]
        guard traits.entry.kind == .care, traits.adults.contains(adult),
            let both = duty.interval.intersection(other.interval), both.overlaps(plan.reach)
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
    private func stretches(_ clashes: [Clash]) -> [(interval: Interval, clashes: [Clash])] {
        var joined: [(interval: Interval, clashes: [Clash])] = []
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
        _ stretch: (interval: Interval, clashes: [Clash]),
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
