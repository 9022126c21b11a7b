import GRDB
public import Household

/// What a change of the history did to one entry.
public struct RecordedEntryChange: Hashable, Sendable {
    /// The change's.
    public let id: Int
    /// A person's id, or `admin`.
    public let actor: String
    public let summary: String
    public let before: Entry?
    public let after: Entry?
}

extension Store {
    /// What was done to entries after a change, the oldest first. What is damaged in the history is left out.
    public func entryChanges(after id: Int) throws(StoreError) -> [RecordedEntryChange] {
        try read("read the history") { db in
            let sql = """
                SELECT change.id, actor, summary, before, after FROM change_item JOIN change ON change.id = change
                WHERE change > ? AND noun = 'entry' ORDER BY change, change_item.id
                """
            let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [id])
            var changes: [RecordedEntryChange] = []
            while let row = try rows.next() {
                let (before, after) = (Self.entry(row[3]), Self.entry(row[4]))
                guard before.isReadable, after.isReadable else { continue }
                changes.append(
                    RecordedEntryChange(
                        id: row[0],
                        actor: row[1],
                        summary: row[2],
                        before: before.entry,
                        after: after.entry
                    )
                )
            }
            return changes
        }
    }

    /// The last change that did something to a thing; nil where none did.
    public func lastChange(of thing: Thing) throws(StoreError) -> Int? {
        try read("read the history") { db in
            try Int.fetchOne(
                db.cachedStatement(sql: "SELECT max(change) FROM change_item WHERE item = ? AND noun = ?"),
                arguments: [thing.id, thing.noun.rawValue]
            )
        }
    }

    private static func entry(_ text: String?) -> (entry: Entry?, isReadable: Bool) {
        guard let text else { return (nil, true) }
        guard case .entry(let entry)? = ItemText.read(text, .entry) else { return (nil, false) }
        return (entry, true)
    }
}
