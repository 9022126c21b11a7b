import FamplanAPI
import Glibc
import Household
import HouseholdFile
import Storage

/// The household file: applied, with what commands have changed since held against it, and written back.
extension Planner {
    func apply(_ request: ApplyRequest, by actor: Actor) throws -> ChangeAnswer {
        let file = try HouseholdFile.read(
            request.text,
            name: request.name,
            onto: household,
            prune: request.prune,
            zones: zones
        )
        let comparison = ThreeWay(last: try store.appliedItems(), now: household, file: file)
        let clashing = request.overwrite ? [] : comparison.clashes
        var draft = Draft(
            comparison.changes(leavingOut: clashing),
            summary: "apply \(request.name)"
        )
        draft.applied = file.items
        draft.clashes = clashing.map {
            "\($0.noun.rawValue) \($0.id): changed here since the file was last applied; left as it is"
        }
        draft.warnings = file.remarks() + unknownUsers(file)
        return try make(draft, by: actor, options: request.options)
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

/// What a file said last, what is now, and what the file says: three sides, so that a change by command is not undone
/// by a file that does not know of it.
struct ThreeWay {
    private let now: Household
    private let file: Household
    private let all: [Change]
    private let last: [Key: Item]

    private struct Key: Hashable {
        let noun: Item.Noun
        let id: String

        init(_ item: Item) {
            noun = item.noun
            id = item.id
        }
    }

    init(last: [Item], now: Household, file: Household) {
        self.now = now
        self.file = file
        self.last = Dictionary(last.map { (Key($0), $0) }, uniquingKeysWith: { _, newer in newer })
        all = now.changes(to: file)
    }

    /// Things that the file would change and that somebody changed, or removed, since it was last applied.
    var clashes: [Item] {
        all.compactMap { change in
            guard let applied = last[Key(change.item)] else { return nil }
            return change.before == applied ? nil : change.item
        }
    }

    /// What makes `now` as the file says, but for `clashes`.
    func changes(leavingOut clashes: [Item]) -> [Change] {
        let left = Set(clashes.map(Key.init))
        return all.filter { !left.contains(Key($0.item)) }
    }
}
