import Household
import ICalendar

/// Two blocks of the same week change hands between the parents: this one for that one.
struct Swaps: Proposing {
    func proposals(in situation: Situation) -> [Proposal] {
        care(situation) + handovers(situation)
    }

    /// A block of care that clashes, for one of the other parent's.
    private func care(_ situation: Situation) -> [Proposal] {
        let needs = NeedForCare.all(in: situation)
        return needs.compactMap(\.duty).filter { situation.parents.contains($0.adult) }.flatMap { duty in
            situation.parents.filter { $0 != duty.adult }.flatMap { other in
                blocks(of: other, near: duty.occurrence, situation).map { swap(duty, $0, of: other, situation) }
            }
        }
    }

    private func blocks(of parent: ID<Person>, near occurrence: Occurrence, _ situation: Situation) -> [Occurrence] {
        let own = situation.timeline(of: parent)?.touching(week(of: occurrence.start, situation)) ?? []
        return own.filter { block in
            let entry = situation.entry(of: block)
            return entry.kind == .care && entry.people.contains(parent) && block.start >= situation.now
                && block != occurrence
        }.sorted { abs($0.start - occurrence.start) < abs($1.start - occurrence.start) }
    }

    private func swap(
        _ duty: (occurrence: Occurrence, adult: ID<Person>),
        _ block: Occurrence,
        of other: ID<Person>,
        _ situation: Situation
    ) -> Proposal {
        var edits = Edits(situation.household)
        for (occurrence, from, to) in [(duty.occurrence, duty.adult, other), (block, other, duty.adult)] {
            let people = situation.entry(of: occurrence).people.map { $0 == from ? to : $0 }
            edits.edit(situation.schedule.id(of: occurrence)) { $0.people = people }
        }
        let (first, second) = (situation.name(other), situation.name(duty.adult))
        let words = situation.words
        return Proposal(
            way: .swap,
            title: "Swap: \(first) does \(words.title(duty.occurrence)), \(words.span(duty.occurrence.interval)); "
                + "\(second) does \(words.title(block)), \(words.span(block.interval))",
            changes: edits.changes,
            group: "swap care",
            people: [duty.adult, other] + situation.entry(of: duty.occurrence).children
        )
    }

    /// A handover that somebody can't do, for one that the other parent was to do.
    private func handovers(_ situation: Situation) -> [Proposal] {
        guard let handover = NamedHandover(situation), let named = handover.named,
            situation.parents.contains(named)
        else { return [] }
        return handover.others.flatMap { other in
            returns(of: other, for: handover, situation).map { back in
                var edits = handover.done(by: other)
                edits.name(named, for: back, in: situation)
                return Proposal(
                    way: .swap,
                    title: "Swap: let \(situation.name(other)) \(handover.words), and \(situation.name(named)) "
                        + back.words(in: situation),
                    changes: edits.changes,
                    group: "swap handovers",
                    people: [named, other] + handover.people(besides: other)
                )
            }
        }
    }

    /// What the other parent was to do of the same sort that week, the nearest first.
    private func returns(
        of parent: ID<Person>,
        for handover: NamedHandover,
        _ situation: Situation
    ) -> [Handover] {
        let week = week(of: handover.at, situation)
        let index = situation.household.people.index(forKey: parent)
        return situation.plan.handovers.filter {
            $0.named == index && ($0.end == .bringing) == handover.isBringing && week.contains($0.at)
                && $0.wayInterval.start >= situation.now && $0.occurrence != handover.occurrence
        }.sorted { abs($0.at - handover.at) < abs($1.at - handover.at) }
    }

    private func week(of instant: Instant, _ situation: Situation) -> Interval {
        let date = situation.household.zone.wall(of: instant).date
        return situation.household.day(date.startOfWeek(situation.household.settings.weekStart), count: 7)
    }
}
