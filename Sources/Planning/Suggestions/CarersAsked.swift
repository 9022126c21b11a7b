import Household
import ICalendar

/// A carer is asked, in the times in which they usually help.
struct CarersAsked: Proposing {
    func proposals(in situation: Situation) -> [Proposal] {
        let carers = situation.household.people.values.filter { $0.role == .carer && !$0.helps.isEmpty }
        return carers.flatMap { carer in
            care(by: carer, situation) + handover(by: carer, situation) + freeing(by: carer, situation)
        }
    }

    /// For a gap, or in the place of somebody who can't.
    private func care(by carer: Person, _ situation: Situation) -> [Proposal] {
        NeedForCare.all(in: situation).filter { need in
            helps(carer, over: need.interval, situation)
                && need.duty.map { !situation.entry(of: $0.occurrence).people.contains(carer.id) } ?? true
        }.map { need in
            let instead = need.duty.map { " instead of \(situation.name($0.adult))" } ?? ""
            let title = "Ask \(carer.name) to have \(situation.names(need.children))\(instead), "
            return Proposal(
                way: .ask,
                title: title + situation.words.span(need.interval),
                changes: need.done(by: carer.id, in: situation),
                group: "ask \(carer.id)",
                people: need.people(besides: carer.id)
            )
        }
    }

    /// To bring or to fetch.
    private func handover(by carer: Person, _ situation: Situation) -> [Proposal] {
        guard let handover = NamedHandover(situation), helps(carer, over: handover.interval, situation) else {
            return []
        }
        let bare = Proposal(
            way: .ask,
            title: "Ask \(carer.name) to \(handover.words)",
            changes: handover.done(by: carer.id).changes,
            group: "ask \(carer.id)",
            people: handover.people(besides: carer.id)
        )
        return [staying(carer, after: handover, situation), bare].compactMap(\.self)
    }

    /// Who fetches a child that nobody has afterwards stays with it, where they usually help for so long.
    private func staying(_ carer: Person, after handover: NamedHandover, _ situation: Situation) -> Proposal? {
        guard let stay = handover.aloneAfterwards, helps(carer, over: stay, situation) else { return nil }
        var edits = handover.done(by: carer.id)
        edits.add(Planning.care(by: carer.id, for: [handover.child], over: stay, in: situation))
        return Proposal(
            way: .ask,
            title: "Ask \(carer.name) to \(handover.words) and to stay, \(situation.words.span(stay))",
            changes: edits.changes,
            group: "ask \(carer.id)",
            people: handover.people(besides: carer.id)
        )
    }

    /// So that a parent has time of their own: once, or several times.
    private func freeing(by carer: Person, _ situation: Situation) -> [Proposal] {
        guard case .goal(let goal) = situation.conflict.subject,
            case .ownTime(let person, _)? = situation.household.goals[goal]?.aim
        else { return [] }
        let children = situation.household.people.values.filter { $0.role == .child && !$0.care.isEmpty }.map(\.id)
        let ahead = Interval(max(situation.now, situation.conflict.interval.start), situation.conflict.interval.end)
        let times = situation.household.times(of: carer.helps, over: ahead).intervals.filter {
            ahead.start <= $0.start && $0.end <= ahead.end && isFree(carer, $0, situation)
        }
        guard !children.isEmpty else { return [] }
        return (1...3).prefix(times.count).map { count in
            var edits = Edits(situation.household)
            for time in times.prefix(count) {
                edits.add(Planning.care(by: carer.id, for: children, over: time, in: situation))
            }
            let when = situation.words.list(times.prefix(count).map(situation.words.span))
            return Proposal(
                way: .ask,
                title: "Ask \(carer.name) to have \(situation.names(children)), \(when)",
                changes: edits.changes,
                group: "ask \(carer.id)",
                people: [carer.id, person] + children
            )
        }
    }

    private func helps(_ carer: Person, over interval: Interval, _ situation: Situation) -> Bool {
        situation.household.times(of: carer.helps, over: interval).seconds(in: interval) == interval.seconds
    }

    private func isFree(_ carer: Person, _ interval: Interval, _ situation: Situation) -> Bool {
        situation.timeline(of: carer.id)?.touching(interval).allSatisfy { !$0.interval.overlaps(interval) } ?? false
    }
}
