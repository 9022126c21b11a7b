import Household
import ICalendar

/// Somebody is named to bring or fetch: a parent who can, or one who could if one thing did not happen.
struct HandoverNames: Proposing {
    func proposals(in situation: Situation) -> [Proposal] {
        guard let handover = NamedHandover(situation) else { return [] }
        let able = handover.others.map { parent in
            Proposal(
                way: .name,
                title: "Let \(situation.name(parent)) \(handover.words)",
                changes: handover.done(by: parent).changes,
                group: "name \(parent)",
                people: handover.people(besides: parent)
            )
        }
        let others = situation.parents.filter { !handover.others.contains($0) }
        return able + others.compactMap { released(for: $0, handover, situation) }
    }

    /// What stands in the parent's way does not happen, or happens without them; only where it is one thing.
    private func released(for parent: ID<Person>, _ handover: NamedHandover, _ situation: Situation) -> Proposal? {
        let blocking = handover.blocking(parent)
        guard let only = blocking.first, blocking.count == 1, only.start >= situation.now,
            let release = Release(of: only, for: parent, in: situation)
        else { return nil }
        var edits = handover.done(by: parent)
        release.make(in: &edits)
        return Proposal(
            way: .release,
            title: "\(release.title); then \(situation.name(parent)) can \(handover.words)",
            changes: edits.changes,
            group: "release for \(parent)",
            lost: release.lost,
            people: handover.people(besides: parent) + situation.members(of: only)
        )
    }
}
