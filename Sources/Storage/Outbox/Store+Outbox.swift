import GRDB
import ICalendar

extension Store {
    /// What is still to be sent, in the order in which it goes out.
    public func pendingOutbox() throws(StoreError) -> [OutboxRecord] {
        try read("read the outbox") { db in
            try OutboxRecord.load(db, where: "state = 'pending' ORDER BY next_try, id")
        }
    }

    /// The latest of everything that was put in, the newest first.
    public func outbox(limit: Int) throws(StoreError) -> [OutboxRecord] {
        try read("read the outbox") { db in
            try OutboxRecord.load(db, where: "TRUE ORDER BY id DESC LIMIT ?", [max(limit, 0)])
        }
    }

    /// The row with this id.
    public func outboxRecord(_ id: Int) throws(StoreError) -> OutboxRecord? {
        try read("read the outbox") { db in try OutboxRecord.load(db, where: "id = ?", [id]).first }
    }

    /// Whether a message is in the outbox through any channel, whatever became of it.
    public func outboxHas(message: String) throws(StoreError) -> Bool {
        try read("read the outbox") { db in
            try Bool.fetchOne(
                db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM outbox WHERE message = ?)"),
                arguments: [message]
            ) ?? false
        }
    }

    /// Writes what became of a row, if it is still in the state in which it was read.
    ///
    /// - Returns: whether it was.
    @discardableResult
    public func update(_ record: OutboxRecord, from state: OutboxRecord.State) throws(StoreError) -> Bool {
        try transaction("save the outbox") { db in
            try db.run(
                """
                UPDATE outbox SET next_try = ?, attempts = ?, first_try = ?, error = ?, state = ?, settled_at = ?
                WHERE id = ? AND state = ?
                """,
                record.columns + columns(record.id, state)
            )
            return db.changesCount == 1
        }
    }

    /// How many rows there are in each state.
    public func outboxCounts() throws(StoreError) -> [OutboxRecord.State: Int] {
        try read("count the outbox") { db in
            let rows = try Row.fetchAll(db, sql: "SELECT state, count(*) FROM outbox GROUP BY state")
            return rows.reduce(into: [:]) { counts, row in
                if let state = OutboxRecord.State(rawValue: row[0]) { counts[state] = row[1] }
            }
        }
    }

    /// What the latest try said that failed, of what is pending or given up.
    public func lastOutboxError() throws(StoreError) -> OutboxRecord? {
        try read("read the outbox") { db in
            try OutboxRecord.load(
                db,
                where: """
                    error IS NOT NULL AND state IN ('pending', 'dead')
                    ORDER BY coalesce(settled_at, next_try) DESC, id DESC LIMIT 1
                    """
            ).first
        }
    }
}
