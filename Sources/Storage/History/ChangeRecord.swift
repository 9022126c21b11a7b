import GRDB
import Household
import ICalendar

/// A row of `change`.
struct ChangeRecord: Record {
    static let table = Table("change", columns: ["id", "at", "actor", "summary", "undoes"], order: "id")

    let id: Int
    let at: Instant
    let actor: String
    let summary: String
    let undoes: Int?

    init(from row: inout RowReader) throws(UnreadableRow) {
        id = try row.next()
        at = try row.next()
        actor = try row.next()
        summary = try row.next()
        undoes = try row.next()
    }

    var columns: [DatabaseValue] { Storage.columns(id, at, actor, summary, undoes) }

    /// Writes the history of a commit and gives the id of its change.
    static func insert(_ commit: Commit, _ db: Database) throws -> Int {
        try db.run(
            "INSERT INTO change (at, actor, summary, undoes) VALUES (?, ?, ?, ?)",
            Storage.columns(commit.at, commit.actor, commit.summary, commit.undoes)
        )
        let id = Int(db.lastInsertedRowID)
        for change in commit.changes { try ChangeItemRecord(change, of: id).insert(db) }
        return id
    }

    /// What takes back what, by the change taken back; only what stands, that is, is not itself taken back.
    static func undone(_ db: Database) throws -> [Int: Int] {
        let sql = "SELECT undoes, id FROM change WHERE undoes IS NOT NULL ORDER BY id DESC"
        var undoneBy: [Int: Int] = [:]
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql))
        while let row = try rows.next() {
            var reader = RowReader(row, of: table.name)
            let (undone, id): (Int, Int) = (try reader.next(), try reader.next())
            // Whatever could take back `id` is newer, and has been looked at.
            if undoneBy[id] == nil, undoneBy[undone] == nil { undoneBy[undone] = id }
        }
        return undoneBy
    }
}
