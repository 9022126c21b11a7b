import Household

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

    /// Things that the file would change and that somebody changed, or removed, since it was last applied; and those that
    /// it names for the first time while a command or an import has made them otherwise.
    var clashes: [Item] {
        all.compactMap { change in
            guard !isNew(change.item) else {
                // The settings are always there; what the file does not name was asked to be removed.
                let isMade = change.before != nil && change.after != nil && change.item.noun != .household
                return isMade ? change.item : nil
            }
            return change.before == last[Key(change.item)] ? nil : change.item
        }
    }

    /// Whether the file that was applied last did not name it.
    func isNew(_ item: Item) -> Bool { last[Key(item)] == nil }

    /// What makes `now` as the file says, but for `clashes`.
    func changes(leavingOut clashes: [Item]) -> [Change] {
        let left = Set(clashes.map(Key.init))
        return all.filter { !left.contains(Key($0.item)) }
    }
}
