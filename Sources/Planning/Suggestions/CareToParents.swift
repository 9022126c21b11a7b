import Household
import ICalendar

/// Another parent does the care.
struct CareToParents: Proposing {
    func proposals(in situation: Situation) -> [Proposal] {
        NeedForCare.all(in: situation).flatMap { need in
            situation.parents.filter { parent in
                need.duty.map { !situation.entry(of: $0.occurrence).people.contains(parent) } ?? true
            }.map { proposal(need, by: $0, situation) }
        }
    }

    private func proposal(_ need: NeedForCare, by parent: ID<Person>, _ situation: Situation) -> Proposal {
        let name = situation.name(parent)
        let title =
            if let duty = need.duty, need.interval == duty.occurrence.interval {
                "\(name) takes over \(situation.words.title(duty.occurrence)) from \(situation.name(duty.adult)), "
                    + situation.words.span(need.interval)
            } else {
                "\(name) has \(situation.names(need.children)), \(situation.words.span(need.interval))"
            }
        return Proposal(
            way: .give,
            title: title,
            changes: need.done(by: parent, in: situation),
            group: title,
            people: need.people(besides: parent)
        )
    }
}
