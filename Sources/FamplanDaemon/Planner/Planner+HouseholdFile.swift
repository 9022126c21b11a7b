import FamplanAPI
import Glibc
import Household
import HouseholdFile
import Storage

/// The household file: applied, with what commands have changed since held against it, and written back.
extension Planner {
    func apply(_ request: ApplyRequest, by actor: Actor) async throws -> ChangeAnswer {
        let before = household
        let viewer = actor.viewer(in: household)
        // What they are not shown, their file says nothing of, and leaves as it is.
        var shown = before.without(hiddenFrom: viewer).withoutFeeds
        var file = try await files.content(of: request, onto: shown, zones: zones)
        if household != before {
            // Somebody was faster: what the file says is read onto that.
            shown = household.without(hiddenFrom: viewer).withoutFeeds
            file = try FileQueue.read(request, onto: shown, zones: zones)
        }
        if request.prune { try checkPruning(by: file, of: request.name) }
        let last = try store.appliedItems()
        let comparison = ThreeWay(last: last, now: shown, file: file.household)
        let clashing = request.overwrite ? [] : comparison.clashes
        var draft = Draft(
            comparison.changes(leavingOut: clashing),
            summary: "apply \(request.name)"
        )
        draft.applied = file.named + last.filter { household.isHidden(Change(adding: $0), from: viewer) }
        draft.clashes = clashing.map {
            let why =
                comparison.isNew($0)
                ? "is here, though not from the file" : "changed here since the file was last applied"
            return "\($0.noun.rawValue) \($0.id): \(why); left as it is"
        }
        draft.warnings = file.household.remarks() + file.household.unknownUsers
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

    /// The household file as somebody would write it now: without what is private to others, which such a file leaves as it is.
    func householdText(for viewer: Viewer) -> String {
        let hidden = household.entries.values.filter { $0.isHidden(from: viewer) }.count
        let text = HouseholdFile.write(household.without(hiddenFrom: viewer).withoutFeeds)
        guard hidden > 0 else { return text }
        let what =
            hidden == 1 ? "1 entry that is private to others is" : "\(hidden) entries that are private to others are"
        return "# \(what) not here; applying this file leaves them as they are, with --prune too.\n" + text
    }
}

extension Household {
    /// A line for each Unix user of whom this machine does not know.
    var unknownUsers: [String] {
        people.values.compactMap { person in
            guard let user = person.unixUser, getpwnam(user) == nil else { return nil }
            return "people › \(person.id): there is no Unix user “\(user)” on this machine"
        }
    }
}
