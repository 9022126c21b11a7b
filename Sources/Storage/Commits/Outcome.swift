import GRDB
import Household

/// What is there, and what is gone, when all changes have been made; of several about one thing, the last one counts.
///
/// Things are written in the order of their nouns, and removed in the opposite order afterwards, so that each foreign
/// key holds after each step, and the thing that breaks one is known.
struct Outcome {
    private let written: [Item]
    private let removed: [Item]

    init(of changes: [Change]) {
        var seen: Set<Key> = []
        let last = changes.reversed().filter { seen.insert(Key($0.item)).inserted }.reversed()
        let order = Item.Noun.allCases
        written = order.flatMap { noun in last.compactMap(\.after).filter { $0.noun == noun } }
        removed = order.reversed().flatMap { noun in
            last.filter { $0.after == nil }.map(\.item).filter { $0.noun == noun }
        }
    }

    func write(_ db: Database) throws {
        try releaseAccounts(db)
        for item in written {
            try explaining("save", item) { try item.save(db) }
        }
        for item in removed {
            try explaining("remove", item) { try item.delete(db) }
        }
    }

    /// Unix accounts may change hands within one change.
    private func releaseAccounts(_ db: Database) throws {
        for case .person(let person) in written + removed {
            try PersonRecord.releaseAccount(db, of: person.id)
        }
    }

    private func explaining(_ verb: String, _ item: Item, _ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY {
            let reason = verb == "save" ? "it names what is not there" : "something still names it"
            throw StoreError(
                .constraint,
                "cannot \(verb) the \(item.noun.rawValue) “\(item.id)”: \(reason)",
                cause: error
            )
        } catch {
            throw StoreError(cannot: "\(verb) the \(item.noun.rawValue) “\(item.id)”", error)
        }
    }

    private struct Key: Hashable {
        let noun: Item.Noun
        let id: String

        init(_ item: Item) { (noun, id) = (item.noun, item.id) }
    }
}
