import Household
import ICalendar

/// Care that somebody else could do: a block that is there and clashes, the part of it that does, or one that is not
/// there and leaves a gap.
struct NeedForCare {
    let interval: Interval
    let children: [ID<Person>]
    /// The block that is there, and who does it.
    let duty: (occurrence: Occurrence, adult: ID<Person>)?

    /// What of a conflict could be given to somebody else: the part that clashes before the whole block.
    static func all(in situation: Situation) -> [NeedForCare] {
        switch situation.conflict.kind {
        case .coverageGap: return duties(in: situation, of: nil) + [sharedGap(in: situation), ownGap(in: situation)]
        case .careClash:
            let whole = duties(in: situation, of: situation.conflict.people.first)
            return whole.compactMap { $0.within(situation.conflict.interval) } + whole
        default: return []
        }
    }

    private static func duties(in situation: Situation, of person: ID<Person>?) -> [NeedForCare] {
        situation.involved.filter { situation.entry(of: $0).kind == .care }.flatMap { occurrence in
            let entry = situation.entry(of: occurrence)
            return entry.people.filter { person == nil || $0 == person }.map { adult in
                NeedForCare(interval: occurrence.interval, children: entry.children, duty: (occurrence, adult))
            }
        }
    }

    /// The child's gap alone, for somebody who can't stay for that of another.
    private static func ownGap(in situation: Situation) -> NeedForCare {
        let interval = situation.ahead(of: situation.conflict.interval)
        return NeedForCare(interval: interval, children: situation.conflict.people, duty: nil)
    }

    /// The gap, with those of other children that overlap it: somebody who comes can have them all.
    private static func sharedGap(in situation: Situation) -> NeedForCare {
        let conflict = situation.conflict
        let gaps = CoverageGap().conflicts(in: situation.plan, touching: conflict.interval)
            .filter { $0.interval.overlaps(conflict.interval) }
        let interval = gaps.map(\.interval).reduce(conflict.interval) {
            Interval(min($0.start, $1.start), max($0.end, $1.end))
        }
        let children = Set(gaps.flatMap(\.people) + conflict.people)
        return NeedForCare(
            interval: situation.ahead(of: interval),
            children: situation.household.people.keys.filter(children.contains),
            duty: nil
        )
    }

    /// The part that lies in an interval, where somebody else does it alone; nil where that is all of it.
    private func within(_ interval: Interval) -> NeedForCare? {
        guard let part = interval.intersection(self.interval), part != self.interval else { return nil }
        return NeedForCare(interval: part, children: children, duty: duty)
    }

    /// The changes by which an adult does it.
    func done(by adult: ID<Person>, in situation: Situation) -> [Change] {
        var edits = Edits(situation.household)
        guard let duty else {
            edits.add(care(by: adult, for: children, over: interval, in: situation))
            return edits.changes
        }
        let people = situation.entry(of: duty.occurrence).people.map { $0 == duty.adult ? adult : $0 }
        guard interval != duty.occurrence.interval else {
            edits.edit(situation.schedule.id(of: duty.occurrence)) { $0.people = people }
            return edits.changes
        }
        interrupt(duty.occurrence, by: people, in: &edits, situation)
        return edits.changes
    }

    /// The block stops where the part begins, and goes on where it ends.
    private func interrupt(
        _ occurrence: Occurrence,
        by people: [ID<Person>],
        in edits: inout Edits,
        _ situation: Situation
    ) {
        let (entry, whole) = (situation.entry(of: occurrence), occurrence.interval)
        func add(_ people: [ID<Person>], _ interval: Interval) {
            var block = care(by: people[0], for: children, over: interval, in: situation)
            (block.people, block.place) = (people, entry.place)
            // Somebody else's part of something private is not told what it was.
            if !entry.isPrivate { block.title = entry.title }
            edits.add(block)
        }
        add(people, interval)
        let isAtStart = interval.start <= whole.start
        if !isAtStart, interval.end < whole.end { add(entry.people, Interval(interval.end, whole.end)) }
        let start = isAtStart ? interval.end : whole.start
        edits.edit(situation.schedule.id(of: occurrence)) { fields in
            fields.start = situation.household.zone(of: entry).wall(of: start)
            fields.length = (isAtStart ? whole.end : interval.start) - start
        }
    }

    /// Everybody whose time it changes.
    func people(besides adult: ID<Person>) -> [ID<Person>] { [adult] + (duty.map { [$0.adult] } ?? []) + children }
}

/// A new block of care at home.
func care(
    by adult: ID<Person>,
    for children: [ID<Person>],
    over interval: Interval,
    in situation: Situation
) -> Entry {
    let start = situation.household.zone.wall(of: interval.start)
    let time = start.time.description.filter(\.isNumber)
    var entry = Entry(
        id: situation.freeID("care-\(adult.rawValue.prefix(32))-\(start.date)-\(time)"),
        kind: .care,
        title: "\(situation.name(adult)) has \(situation.names(children))",
        time: .timed(start: start, zone: nil, seconds: interval.seconds)
    )
    (entry.people, entry.children) = ([adult], children)
    return entry
}
