import GRDB

/// Who wrote a database.
enum Origin {
    /// Goes by the mark and the steps that it has taken.
    ///
    /// - Throws: ``Refusal``.
    static func check(_ db: Database) throws {
        let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
            .filter { !$0.hasPrefix("sqlite_") && !$0.hasPrefix("grdb_") }
        let mark = try Int.fetchOne(db, sql: "PRAGMA application_id")
        guard tables.isEmpty || mark == Migrations.applicationID else { throw Refusal.otherProgram }
        guard try !Migrations.migrator.hasBeenSuperseded(db) else { throw Refusal.newer }
    }
}

/// A sound database that is not for us.
enum Refusal: Error {
    case newer, otherProgram
    /// One without tables: nothing to restore.
    case empty
}
