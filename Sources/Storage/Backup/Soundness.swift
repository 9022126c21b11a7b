import GRDB

/// Whether SQLite finds a database to be what it wrote.
enum Soundness {
    /// Reads all of it, and every row's references.
    ///
    /// - Parameter schema: `copy.` for one that is attached under that name.
    /// - Throws: ``Damage`` with what is wrong.
    static func check(_ db: Database, schema: String = "") throws {
        let findings = try String.fetchAll(db, sql: "PRAGMA \(schema)integrity_check(3)").filter { $0 != "ok" }
        // Findings can quote what the family wrote: they are counted, not repeated.
        guard findings.isEmpty else { throw Damage(finding: "SQLite's integrity check finds something wrong with it") }
        let tables = Set(try String.fetchAll(db, sql: "PRAGMA \(schema)foreign_key_check"))
        guard tables.isEmpty else {
            throw Damage(finding: "rows of \(tables.sorted().joined(separator: ", ")) name what is not there")
        }
    }
}

/// That a file is not what was written.
struct Damage: Error {
    /// What shows it.
    let finding: String
}
