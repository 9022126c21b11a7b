import Household
import ICalendar

/// The handover that a conflict is about, and how somebody is named for it.
struct NamedHandover {
    let occurrence: Occurrence
    let isBringing: Bool
    /// When the one who does it is needed.
    let interval: Interval
    private let situation: Situation
    let child: ID<Person>
    private let handover: Handover

    /// Nil where the conflict is about none, or it is over.
    init?(_ situation: Situation) {
        let conflict = situation.conflict
        guard conflict.kind == .handover, let name = conflict.occurrences.first, let child = conflict.people.first,
            let index = situation.household.people.index(forKey: child)
        else { return nil }
        isBringing = conflict.subject == .bringing
        let end: Handover.End = isBringing ? .bringing : .fetching
        let found = situation.plan.handovers.first {
            $0.child == index && $0.end == end && situation.schedule.id(of: $0.occurrence) == name
        }
        guard let found, found.at >= situation.now else { return nil }
        (self.situation, self.child, handover, occurrence) = (situation, child, found, found.occurrence)
        interval = found.wayInterval
    }

    /// Who was to do it.
    var named: ID<Person>? { handover.named.map { situation.schedule.people[$0].id } }

    /// The parents who could do it.
    var others: [ID<Person>] { handover.others.map { situation.schedule.people[$0].id } }

    /// `fetch Noah from School at 14:15 on Tue 24 Nov`.
    var words: String { handover.words(in: situation) }

    var at: Instant { handover.at }

    var place: Spot { handover.place }

    /// The gap into which a child is fetched, from when it is home.
    var aloneAfterwards: Interval? {
        guard !isBringing, let cover = situation.plan.covers[handover.child] else { return nil }
        let home = interval.end
        guard let gap = cover.gaps(touching: Interval(home, home)).first(where: { $0.end > home }) else { return nil }
        return Interval(home, gap.end)
    }

    /// The exclusive occurrences elsewhere that leave somebody no time for the way.
    func blocking(_ person: ID<Person>) -> [Occurrence] {
        let near = Interval(at, at).padded(situation.schedule.geography.longest)
        return (situation.timeline(of: person)?.touching(near) ?? []).filter { occurrence in
            let traits = situation.traits(of: occurrence)
            guard traits.isExclusive, !traits.place.isSame(as: place) else { return false }
            let way = way(from: occurrence)
            return occurrence.end.adding(seconds: way) > at && at.adding(seconds: way) > occurrence.start
        }
    }

    /// In seconds.
    func way(from occurrence: Occurrence) -> Int {
        situation.schedule.geography.travel(situation.schedule.spot(of: occurrence), place)
    }

    /// Those changes by which an adult does it.
    func done(by adult: ID<Person>) -> Edits {
        var edits = Edits(situation.household)
        edits.name(adult, for: handover, in: situation)
        return edits
    }

    /// Everybody whose time it changes.
    func people(besides adult: ID<Person>) -> [ID<Person>] { [adult] + (named.map { [$0] } ?? []) + [child] }
}

extension Edits {
    /// Names who does a handover, that one day.
    mutating func name(_ adult: ID<Person>, for handover: Handover, in situation: Situation) {
        edit(situation.schedule.id(of: handover.occurrence)) { fields in
            switch handover.end {
            case .bringing: fields.dropOff = adult
            case .fetching: fields.pickUp = adult
            }
        }
    }
}

extension Handover {
    /// `bring Noah to School at 08:15 on Tue 24 Nov`.
    func words(in situation: Situation) -> String {
        let name = situation.schedule.people[child].name
        let time = situation.words.moment(at)
        switch end {
        case .bringing: return "bring \(name) to \(situation.words.place(of: occurrence)) \(time)"
        case .fetching: return "fetch \(name) from \(situation.words.place(of: occurrence)) \(time)"
        }
    }
}
