import Household
import ICalendar

/// What mends one occurrence of a series, done to all that follow as well: for a conflict that comes again.
struct Onward {
    private let situation: Situation

    init(_ situation: Situation) { self.situation = situation }

    /// The way out for the series, tried; nil where the conflict does not come again, or where it does not mend more than
    /// the one way out does.
    func trial(after trial: Trial) -> Trial? {
        guard !comingAgain.isEmpty, let proposal = proposal(after: trial.proposal),
            var onward = Trial(proposal, in: situation)
        else { return nil }
        let mended = onward.resolved.filter { $0 == situation.conflict || comingAgain.contains($0) }.count
        guard mended > 1 else { return nil }
        onward.proposal.title += ", and each time from then on: resolves \(mended) conflicts"
        return onward
    }

    /// Later conflicts of the same kind and people, and between the same entries.
    private var comingAgain: [Conflict] {
        let conflict = situation.conflict
        let entries = Set(conflict.occurrences.map(\.entry))
        guard !entries.isEmpty else { return [] }
        return situation.evaluation.conflicts.filter { other in
            other.kind == conflict.kind && other.people == conflict.people && other.subject == conflict.subject
                && other.interval.start > conflict.interval.start && Set(other.occurrences.map(\.entry)) == entries
        }
    }

    /// Nil where it is not one occurrence of a series that it changes, or where it lets something go: that is said of
    /// one day.
    private func proposal(after proposal: Proposal) -> Proposal? {
        guard proposal.way != .release, proposal.changes.count == 1, let change = proposal.changes.first,
            case .entry(let before)? = change.before, case .entry(let after)? = change.after,
            let override = after.overrides.first(where: { !before.overrides.contains($0) }),
            before.fields(ofOverride: override.of) == Override.Fields(),
            case .changed(let fields) = override.change
        else { return nil }
        var edits = Edits(situation.household)
        edits.edit(before, from: override.of, as: situation.freeID("\(before.id.rawValue.prefix(58))"), fields)
        return Proposal(
            way: proposal.way,
            title: proposal.title,
            changes: edits.changes,
            group: "\(proposal.group) onward",
            moved: proposal.moved,
            lost: proposal.lost,
            people: proposal.people
        )
    }
}
