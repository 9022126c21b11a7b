import GRDB
import Synchronization

/// Looks into copies, one after the other, through one connection that is never closed.
///
/// When a queue of GRDB's goes, Dispatch tidies up after it on its own pool, and looks after that once a second from then on:
/// a daemon at rest would wake the machine for good after its first backup.
final class CopyInspector: Sendable {
    private static let made = Mutex<CopyInspector?>(nil)
    private let connection: DatabaseQueue

    private init() throws {
        var configuration = Configuration()
        configuration.label = "famplan.copies"
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA trusted_schema = OFF") }
        connection = try DatabaseQueue(configuration: configuration)
    }

    static func shared() throws -> CopyInspector {
        try made.withLock { made in
            if let made { return made }
            let new = try CopyInspector()
            made = new
            return new
        }
    }

    func look(into path: String) throws -> DatabaseCopy.Contents {
        try connection.writeWithoutTransaction { db in
            try db.execute(sql: "ATTACH ? AS copy", arguments: [path])
            // Statements that are kept would keep it attached.
            defer { try? db.execute(sql: "DETACH copy") }
            return try Self.contents(db)
        }
    }

    private static func contents(_ db: Database) throws -> DatabaseCopy.Contents {
        let tables = Set(
            try String.fetchAll(db, sql: "SELECT name FROM copy.sqlite_schema WHERE type = 'table'")
                .filter { !$0.hasPrefix("sqlite_") }
        )
        try checkOrigin(db, tables)
        try Soundness.check(db, schema: "copy.")
        let known = Migrations.migrator.migrations
        let done = try steps(db, tables)
        guard done.allSatisfy(known.contains) else { throw Refusal.newer }
        guard let last = known.last(where: done.contains) else { throw Refusal.empty }
        return DatabaseCopy.Contents(schemaVersion: last, counts: try counts(db, tables))
    }

    private static func checkOrigin(_ db: Database, _ tables: Set<String>) throws {
        let mark = try Int.fetchOne(db, sql: "PRAGMA copy.application_id")
        guard tables.isEmpty || mark == Migrations.applicationID else { throw Refusal.otherProgram }
    }

    private static func steps(_ db: Database, _ tables: Set<String>) throws -> Set<String> {
        guard tables.contains("grdb_migrations") else { return [] }
        return try String.fetchSet(db, sql: "SELECT identifier FROM copy.grdb_migrations")
    }

    private static func counts(_ db: Database, _ tables: Set<String>) throws -> [String: Int] {
        let nouns = ["person", "place", "resource", "stream", "entry", "goal", "change"]
        return try nouns.filter(tables.contains).reduce(into: [:]) { counts, noun in
            // Home is a place that nobody made.
            let condition = noun == "place" ? " WHERE id <> 'home'" : ""
            counts[noun] = try Int.fetchOne(db, sql: "SELECT count(*) FROM copy.\(noun)\(condition)")
        }
    }
}
