import GRDB

extension Store {
    /// The name of the last step that led to the tables as they are: `v2-rules-and-helps`.
    public func schemaVersion() throws(StoreError) -> String {
        try read("read the version of the database") { db in
            try Migrations.migrator.completedMigrations(db).last ?? "none"
        }
    }

    /// Whether SQLite finds nothing wrong with the file (`PRAGMA quick_check`). Reads all of it.
    ///
    /// - Throws: what kept it from looking; damage is an answer.
    public func isSound() throws(StoreError) -> Bool {
        do {
            return try read("check the database") { db in
                try String.fetchAll(db, sql: "PRAGMA quick_check(1)") == ["ok"]
            }
        } catch {
            guard error.kind == .damaged else { throw error }
            return false
        }
    }
}
