import FamplanAPI
import Household
import ICalendar
import Planning

/// What a changing command is answered.
struct Answer {
    let draft: Draft
    let before: Household
    let after: Household
    let options: ChangeOptions

    /// Longer lists than this are counted, not shown.
    private static let mostLines = 200

    func document(change: Int?, created: [KnownConflict], resolved: [KnownConflict]) -> ChangeAnswer {
        let wire = WireFormat(household: after)
        let things = ThingWords(household: after)
        return ChangeAnswer(
            change: change,
            dryRun: options.dryRun,
            understood: draft.changes.prefix(Self.mostLines).map(understood),
            things: draft.changes.map(things.changed),
            created: inOrder(created).map { wire.conflict($0, isNew: options.dryRun) },
            resolved: inOrder(resolved).map { wire.conflict($0) },
            warnings: draft.warnings,
            clashes: draft.clashes,
            names: wire.names.merging(wire.placeNames) { person, _ in person }
        )
    }

    /// What is said where `strict` refuses.
    func refusal(_ created: [KnownConflict]) -> ErrorBody {
        let wire = WireFormat(household: after)
        let items = inOrder(created).map { wire.conflict($0, isNew: true) }
        let sum = created.sum
        let one = sum.notices == 1 ? "a notice" : "a conflict"
        return ErrorBody(
            .conflicts,
            "cannot \(draft.summary): it would create \(sum.count == 1 ? one : sum.words())",
            details: items.map(\.message),
            created: items
        )
    }

    private func understood(_ change: Change) -> String {
        // What was removed is said in the words of the household that had it.
        ThingWords(household: change.after == nil ? before : after).understood(change)
    }

    private func inOrder(_ conflicts: [KnownConflict]) -> [KnownConflict] {
        conflicts.sorted { Conflict.isListedBefore($0.conflict, $1.conflict) }
    }
}
