import GRDB
import Household

/// One household in one SQLite file.
///
/// A change is made by ``commit(_:dryRun:)``, in one transaction with its history. Everything waits for the disk: call
/// it where waiting is allowed.
public struct Store: Sendable {
    let connection: Connection
    var writer: any DatabaseWriter { connection.writer }

    /// Wraps an open database and brings its tables up to today's; writes `settings` if it has none.
    ///
    /// - Parameter folder: where a copy goes first of one that has to be brought up to date.
    init(_ writer: any DatabaseWriter, settings: Settings, keepingIn folder: String? = nil) throws {
        connection = Connection(writer)
        try writer.writeWithoutTransaction { db in
            // GRDB sets NORMAL when it turns WAL on: a change that was answered could be lost with the power.
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        if let folder { try keepBeforeMigrating(in: folder) }
        try Migrations.migrator.migrate(writer)
        if try writer.read(SettingsRecord.load) == nil {
            try writer.write { try SettingsRecord(settings).save($0) }
        }
    }

    /// Ends all connections, and with the last one the write-ahead log; waits for those at work.
    public func close() throws(StoreError) {
        do { try connection.close() } catch { throw StoreError(cannot: "close the database", error) }
    }

    /// Reads from one state of the database.
    ///
    /// - Parameter task: what cannot be done, if it fails: “read the household”.
    func read<Value>(_ task: String, _ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do { return try connection.readers.read(from: writer, body) } catch { throw StoreError(cannot: task, error) }
    }

    /// Runs one transaction that holds the file's write lock from its beginning; nothing of it stays if it fails.
    ///
    /// - Parameter keeping: false for a trial, of which nothing stays either.
    func transaction<Value>(
        _ task: String,
        keeping: Bool = true,
        _ body: (Database) throws -> Value
    ) throws(StoreError) -> Value {
        do {
            return try writer.writeWithoutTransaction { db in
                var result: Value?
                try db.inTransaction(.immediate) {
                    result = try body(db)
                    return keeping ? .commit : .rollback
                }
                guard let result else { preconditionFailure("a transaction that did not run did not fail") }
                return result
            }
        } catch {
            throw StoreError(cannot: task, error)
        }
    }
}
