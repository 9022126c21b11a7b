import FamplanAPI
import Glibc
import Household
import HouseholdFile
import Storage

/// The household file: applied, with what commands have changed since held against it, and written back.
extension Planner {
    func apply(_ request: ApplyRequest, by actor: Actor) throws -> ChangeAnswer {
        let file = try HouseholdFile.content(
            of: request.text,
            name: request.name,
            onto: household,
            prune: request.prune,
            zones: zones
        )
        if request.prune { try checkPruning(by: file, of: request.name) }
        let comparison = ThreeWay(last: try store.appliedItems(), now: household, file: file.household)
        let clashing = request.overwrite ? [] : comparison.clashes
        var draft = Draft(
            comparison.changes(leavingOut: clashing),
            summary: "apply \(request.name)"
        )
        draft.applied = file.named
        draft.clashes = clashing.map {
            let why =
                comparison.isNew($0)
                ? "is here, though not from the file" : "changed here since the file was last applied"
            return "\($0.noun.rawValue) \($0.id): \(why); left as it is"
        }
        draft.warnings = file.household.remarks() + unknownUsers(file.household)
        return try make(draft, by: actor, options: request.options)
    }

    /// An empty file is a slip, or the wrong file.
    private func checkPruning(by file: HouseholdFile.Content, of name: String) throws {
        let isNothing = file.named.allSatisfy { $0.noun == .household }
        let lost = household.items.filter { $0.noun != .household }
        guard isNothing, !lost.isEmpty else { return }
        throw ErrorBody(
            .invalid,
            "cannot apply \(name) with --prune: it names nothing, so that everything would be removed "
                + "(\(lost.count == 1 ? "1 thing" : "\(lost.count) things")); leave out --prune, or name what is to stay"
        )
    }

    /// The household file as it would be written now.
    var householdText: String { HouseholdFile.write(household) }

    private func unknownUsers(_ household: Household) -> [String] {
        household.people.values.compactMap { person in
            guard let user = person.unixUser, getpwnam(user) == nil else { return nil }
            return "people › \(person.id): there is no Unix user “\(user)” on this machine"
        }
    }
}
