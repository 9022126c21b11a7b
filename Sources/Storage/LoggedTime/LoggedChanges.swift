import FoundationEssentials
import GRDB
import Household
import ICalendar

/// What a change does to the log: written, checked, and kept in the history.
struct LoggedChanges {
    let changes: [LoggedChange]

    /// - Throws: where a person would have two times at once, or one that is to go is not there any more.
    func write(_ db: Database, by change: Int) throws {
        // All that go first: times may take each other's place.
        for before in changes.compactMap(\.before) { try remove(before, db) }
        let written = changes.compactMap(\.after)
        for after in written { try insert(after, db) }
        for after in written { try check(after, db) }
        for logged in changes { try record(logged, by: change, db) }
    }

    private func remove(_ time: LoggedTime, _ db: Database) throws {
        try db.run("DELETE FROM logged_time WHERE id = ?", columns(time.id))
        guard db.changesCount == 1 else {
            throw StoreError(.constraint, "cannot change the logged time \(time.id): it is not there any more")
        }
    }

    private func insert(_ time: LoggedTime, _ db: Database) throws {
        do {
            try LoggedTimeRecord(time).insert(db)
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
            throw StoreError(
                .constraint,
                "cannot save the logged time \(time.id): another of “\(time.person)” runs, or begins with it",
                cause: error
            )
        } catch {
            throw StoreError(cannot: "save the logged time \(time.id)", error)
        }
    }

    private func check(_ time: LoggedTime, _ db: Database) throws {
        guard let other = try LoggedTimeRecord.overlapping(time, db) else { return }
        throw StoreError(
            .constraint,
            "cannot save the logged time \(time.id): “\(time.person)” has \(other.id) at the same time"
        )
    }

    private func record(_ logged: LoggedChange, by change: Int, _ db: Database) throws {
        try db.run(
            "INSERT INTO change_logged_time (change, logged_time, before, after) VALUES (?, ?, ?, ?)",
            columns(change, logged.time.id, try logged.before.map(Self.text), try logged.after.map(Self.text))
        )
    }

    /// What the selected changes did to the log, by their ids.
    ///
    /// - Parameter ids: a query that selects ids of changes.
    static func load(_ db: Database, of ids: String, arguments: StatementArguments) throws -> [Int: [LoggedChange]] {
        let sql = "SELECT change, before, after FROM change_logged_time WHERE change IN (\(ids)) ORDER BY id"
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
        var changes: [Int: [LoggedChange]] = [:]
        while let row = try rows.next() {
            let change: Int = row[0]
            switch (try time(row[1], change), try time(row[2], change)) {
            case (let before?, let after?): changes[change, default: []].append(LoggedChange(from: before, to: after))
            case (let before?, nil): changes[change, default: []].append(LoggedChange(removing: before))
            case (nil, let after?): changes[change, default: []].append(LoggedChange(adding: after))
            case (nil, nil): break
            }
        }
        return changes
    }

    private static func text(_ time: LoggedTime) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(time), as: UTF8.self)
    }

    private static func time(_ text: String?, _ change: Int) throws -> LoggedTime? {
        guard let text else { return nil }
        guard let time = try? JSONDecoder().decode(LoggedTime.self, from: Data(text.utf8)) else {
            throw UnreadableRow(table: "change", row: "\(change), logged time", column: "after")
        }
        return time
    }
}

extension LoggedTimeRecord {
    /// A time of the same person that shares a moment with this one, and is not among `gone`.
    ///
    /// Since no others do, the last that begins before this one ends does if any does: one step in the index.
    static func overlapping(_ time: LoggedTime, besides gone: Set<Int> = [], _ db: Database) throws -> LoggedTime? {
        let sql = """
            SELECT \(fields) FROM logged_time WHERE person = ? AND starts < ? AND id <> ? ORDER BY starts DESC
            """
        let arguments: StatementArguments = [
            time.person.rawValue, time.end?.secondsSinceEpoch ?? Int.max, time.id,
        ]
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
        while let row = try rows.next() {
            var reader = RowReader(row, of: table)
            let last = try LoggedTimeRecord(from: &reader).time
            if gone.contains(last.id) { continue }
            return last.end.map { $0 > time.start } ?? true ? last : nil
        }
        return nil
    }
}
