import GRDB
public import Household
public import ICalendar

extension Store {
    /// Keeps a new swap and gives its number.
    ///
    /// - Parameter countering: the one that ends with it, as it ends; both are written, or nothing.
    /// - Throws: ``StoreError/Kind/constraint`` where something is asked for already, or the other one has ended.
    public func ask(_ swap: Swap, countering other: Swap? = nil) throws(StoreError) -> Int {
        try transaction("save what was asked") { db in
            if let other { try Self.settle(other, db) }
            return try SwapRecord(swap).insert(db)
        }
    }

    /// Writes how an open swap ends.
    ///
    /// - Throws: ``StoreError/Kind/constraint`` where it has ended already, or time has run out for an answer.
    public func settle(_ swap: Swap) throws(StoreError) {
        try transaction("save the answer") { db in try Self.settle(swap, db) }
    }

    /// Ends those that nobody has answered in time; gives their numbers.
    public func expireSwaps(at now: Instant) throws(StoreError) -> [Int] {
        let due = "state = 'open' AND until <= ?"
        let ids = try read("read what was asked") { db in
            try Int.fetchAll(
                db.cachedStatement(sql: "SELECT id FROM swap WHERE \(due) ORDER BY id"),
                arguments: [now.secondsSinceEpoch]
            )
        }
        guard !ids.isEmpty else { return [] }
        try transaction("save that time has run out") { db in
            try db.run("UPDATE swap SET state = 'expired', settled_at = until WHERE \(due)", columns(now))
        }
        return ids
    }

    /// The swap with this number.
    public func swap(_ id: Int) throws(StoreError) -> Swap? {
        try swaps("WHERE id = ?", [id]).first
    }

    /// The latest first.
    public func swaps(limit: Int) throws(StoreError) -> [Swap] {
        try swaps("ORDER BY id DESC LIMIT ?", [limit])
    }

    /// In order of their numbers.
    public func openSwaps() throws(StoreError) -> [Swap] { try swaps("WHERE state = 'open' ORDER BY id", []) }

    /// The one that was offered in a swap's place.
    public func swap(countering id: Int) throws(StoreError) -> Swap? {
        try swaps("WHERE counters = ?", [id]).first
    }

    /// Those that made a change later than one of the history, by their changes.
    public func acceptedSwaps(after change: Int) throws(StoreError) -> [Int: Swap] {
        let swaps = try swaps("WHERE change > ?", [change])
        return Dictionary(uniqueKeysWithValues: swaps.compactMap { swap in swap.settlement?.change.map { ($0, swap) } })
    }

    func swaps(_ selection: String, _ arguments: StatementArguments) throws(StoreError) -> [Swap] {
        try read("read what was asked") { db in
            let columns = SwapRecord.columnNames
            return try SwapRecord.fetch(db, sql: "SELECT \(columns) FROM swap \(selection)", arguments: arguments)
                .map(\.swap)
        }
    }

    /// An open swap ends once: whoever comes second changes nothing. What is an answer comes in time.
    static func settle(_ swap: Swap, change: Int? = nil, _ db: Database) throws {
        let end = swap.settlement
        try db.run(
            """
            UPDATE swap SET state = ?, settled_at = ?, settled_by = ?, words = ?, change = ?
            WHERE id = ? AND state = 'open' AND until > ?
            """,
            columns(swap.state, end?.at, end?.by, end?.words, change, swap.id, end?.at)
        )
        guard db.changesCount == 1 else {
            throw StoreError(.constraint, "cannot save the answer to swap \(swap.id): it has ended already")
        }
    }
}
