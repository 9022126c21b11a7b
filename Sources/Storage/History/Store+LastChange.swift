import GRDB
import Household
public import ICalendar

extension Store {
    /// When something was changed last, and the number of that change; nil before the first.
    public func lastChange() throws(StoreError) -> (id: Int, at: Instant)? {
        try read("read the history") { db in
            let row = try Row.fetchOne(db, sql: "SELECT id, at FROM change ORDER BY id DESC LIMIT 1")
            return row.map { (id: $0[0], at: Instant(secondsSinceEpoch: $0[1])) }
        }
    }

    /// Who made the latest changes, by their moments: people's ids, or `admin`.
    public func makers(latest count: Int) throws(StoreError) -> [Instant: Set<String>] {
        try read("read the history") { db in
            let rows = try Row.fetchAll(
                db,
                sql: "SELECT at, actor FROM change ORDER BY id DESC LIMIT ?",
                arguments: [count]
            )
            return rows.reduce(into: [:]) { makers, row in
                makers[Instant(secondsSinceEpoch: row[0]), default: []].insert(row[1])
            }
        }
    }
}
