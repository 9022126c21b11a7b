import GRDB
import Household

extension Store {
    /// What was changed, the latest first.
    ///
    /// - Parameters:
    ///   - before: only changes with a smaller id: those after the last one of a page.
    ///   - thing: only changes of this.
    public func history(
        limit: Int,
        before: Int? = nil,
        id: String? = nil
    ) throws(StoreError) -> [RecordedChange] {
        var conditions: [String] = []
        var arguments: [(any DatabaseValueConvertible)?] = []
        if let before {
            conditions.append("id < ?")
            arguments.append(before)
        }
        if let id {
            conditions.append("id IN (SELECT change FROM change_item WHERE item = ?)")
            arguments.append(id)
        }
        let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        return try recorded(
            "\(filter) ORDER BY id DESC LIMIT ?",
            StatementArguments(arguments + [max(limit, 0)])
        )
    }

    /// The change with this id.
    public func change(_ id: Int) throws(StoreError) -> RecordedChange? {
        try recorded("WHERE id = ?", [id]).first
    }

    /// The last change that someone made and can take back: it is not an undo, and is not undone.
    public func lastChange(by actor: String) throws(StoreError) -> RecordedChange? {
        let id = try read("read the history") { db in
            let undone = try ChangeRecord.undone(db)
            let sql = "SELECT id FROM change WHERE actor = ? AND undoes IS NULL ORDER BY id DESC"
            let ids = try Int.fetchCursor(db.cachedStatement(sql: sql), arguments: [actor])
            while let id = try ids.next() {
                if undone[id] == nil { return id as Int? }
            }
            return nil
        }
        guard let id else { return nil }
        return try change(id)
    }

    private func recorded(
        _ selection: String,
        _ arguments: StatementArguments
    ) throws(StoreError) -> [RecordedChange] {
        try read("read the history") { db in
            let records = try ChangeRecord.fetch(
                db,
                sql: "SELECT id, at, actor, summary, undoes FROM change \(selection)",
                arguments: arguments
            )
            let ids = "SELECT id FROM change \(selection)"
            let changes = try ChangeItemRecord.load(db, of: ids, arguments: arguments)
            let logged = try LoggedChanges.load(db, of: ids, arguments: arguments)
            let undone = try ChangeRecord.undone(db)
            return records.map { record in
                RecordedChange(
                    id: record.id,
                    at: record.at,
                    actor: record.actor,
                    summary: record.summary,
                    undoes: record.undoes,
                    undoneBy: undone[record.id],
                    changes: changes[record.id] ?? [],
                    logged: logged[record.id] ?? []
                )
            }
        }
    }
}
