import Household
import ICalendar

/// Something does not happen, or happens without the one person or thing that is wanted twice.
struct Releases: Proposing {
    func proposals(in situation: Situation) -> [Proposal] {
        let person = situation.conflict.people.first
        return situation.involved.flatMap { occurrence -> [Proposal] in
            let releases = [
                thing(occurrence, situation), Release(leaving: person, outOf: occurrence, in: situation),
                Release(of: occurrence, in: situation),
            ]
            return releases.compactMap(\.self).map { proposal($0, situation) }
        }
    }

    /// Without the resource that two things need.
    private func thing(_ occurrence: Occurrence, _ situation: Situation) -> Release? {
        guard case .resource(let resource) = situation.conflict.subject else { return nil }
        return Release(freeing: resource, from: occurrence, in: situation)
    }

    private func proposal(_ release: Release, _ situation: Situation) -> Proposal {
        var edits = Edits(situation.household)
        release.make(in: &edits)
        return Proposal(
            way: .release,
            title: release.title,
            changes: edits.changes,
            group: release.title,
            lost: release.lost,
            people: release.people
        )
    }
}

/// One thing that is let go.
struct Release {
    let title: String
    let people: [ID<Person>]
    /// In seconds of one person.
    let lost: Int
    private let occurrence: OccurrenceID
    private let what: What

    private enum What {
        case all
        case person(left: [ID<Person>])
        case resource(left: [ID<Resource>])
    }

    /// It does not happen. Nil for care and what others look after children by: those are not let go.
    init?(of occurrence: Occurrence, in situation: Situation) {
        let entry = situation.entry(of: occurrence)
        switch entry.kind {
        case .work, .appointment, .family, .away: break
        case .care, .school: return nil
        }
        self.occurrence = situation.schedule.id(of: occurrence)
        people = situation.members(of: occurrence)
        lost = occurrence.interval.seconds * max(people.count, 1)
        what = .all
        title = "Let \(situation.words.title(occurrence)) not happen, \(situation.words.span(occurrence.interval))"
    }

    /// It happens without somebody. Nil where nobody, or no adult, would be left.
    init?(leaving person: ID<Person>?, outOf occurrence: Occurrence, in situation: Situation) {
        let entry = situation.entry(of: occurrence)
        guard let person, entry.people.contains(person), entry.kind == .appointment || entry.kind == .family else {
            return nil
        }
        let left = entry.people.filter { $0 != person }
        guard left.contains(where: { situation.household.people[$0]?.isAdult ?? false }) else { return nil }
        self.occurrence = situation.schedule.id(of: occurrence)
        people = situation.members(of: occurrence)
        lost = occurrence.interval.seconds
        what = .person(left: left)
        title =
            "Leave \(situation.name(person)) out of \(situation.words.title(occurrence)), "
            + situation.words.span(occurrence.interval)
    }

    /// It happens without something.
    init?(freeing resource: ID<Resource>, from occurrence: Occurrence, in situation: Situation) {
        let used = situation.household.resources(of: situation.entry(of: occurrence))
        guard used.contains(resource), let name = situation.household.resources[resource]?.name else { return nil }
        self.occurrence = situation.schedule.id(of: occurrence)
        people = situation.members(of: occurrence)
        lost = 0
        what = .resource(left: used.filter { $0 != resource })
        title =
            "Do \(situation.words.title(occurrence)) without \(name), \(situation.words.span(occurrence.interval))"
    }

    /// As little as will do: without somebody where that leaves an adult, else not at all.
    init?(of occurrence: Occurrence, for person: ID<Person>, in situation: Situation) {
        guard
            let release = Release(leaving: person, outOf: occurrence, in: situation)
                ?? Release(of: occurrence, in: situation)
        else { return nil }
        self = release
    }

    func make(in edits: inout Edits) {
        switch what {
        case .all: edits.release(occurrence)
        case .person(let left): edits.edit(occurrence) { $0.people = left }
        case .resource(let left): edits.edit(occurrence) { $0.resources = left }
        }
    }
}
