import GRDB

/// The steps that lead from an empty file to today's tables, in order.
///
/// A step that has been released is never edited; what changes comes as a new step. Steps speak SQL and name no type of
/// the program. One that adds a field to something whose JSON the history keeps adds the field there as well, so that
/// all of the history can still be read.
enum Migrations {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1-household") { db in
            for sql in V1.all { try db.execute(sql: sql) }
        }
        migrator.registerMigration("v2-rules-and-helps") { db in
            for sql in V2.all { try db.execute(sql: sql) }
        }
        migrator.registerMigration("v3-imported-entries") { db in
            try db.execute(sql: V3.importedEntries)
        }
        migrator.registerMigration("v3-cleared-fields") { db in
            try db.execute(sql: V3.clearedFields)
        }
        migrator.registerMigration("v4-notifications") { db in
            for sql in V4.notifications { try db.execute(sql: sql) }
        }
        migrator.registerMigration("v5-changes-and-language") { db in
            for sql in V5.changesAndLanguage { try db.execute(sql: sql) }
        }
        migrator.registerMigration("v6-action-tokens") { db in
            try db.execute(sql: V6.actionTokens)
        }
        migrator.registerMigration("v7-private") { db in
            for sql in V7.all { try db.execute(sql: sql) }
        }
        migrator.registerMigration("v8-heartbeat") { db in
            try db.execute(sql: V8.heartbeat)
        }
        migrator.registerMigration("v9-household-uid") { db in try db.execute(sql: V9.householdUID) }
        migrator.registerMigration("v10-feeds") { db in
            for sql in V10.all { try db.execute(sql: sql) }
        }
        migrator.registerMigration("v11-logged-time") { db in
            for sql in V11.all { try db.execute(sql: sql) }
        }
        migrator.registerMigration("v11-weights") { db in try db.execute(sql: V11.weights) }
        migrator.registerMigration("v12-streams") { db in
            for sql in V12.streams { try db.execute(sql: sql) }
        }
        migrator.registerMigration("v13-swaps") { db in
            for sql in V13.all { try db.execute(sql: sql) }
        }
        return migrator
    }

    /// Marks a file as ours (`PRAGMA application_id`): “famp”.
    static let applicationID = 0x6661_6D70
}

/// The first tables.
enum V1 {
    static let all = [
        mark, household, people, streams, imports, entries, entryLists, overrides, goals, history, conflicts,
    ]

    private static let mark = "PRAGMA application_id = 1717661040"
}

/// What came third: imports that are compared three ways, and occurrences without what their entry has.
enum V3 {}
