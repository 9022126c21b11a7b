import GRDB
public import Household
public import ICalendar

/// What was really done. It is written by ``Store/commit(_:dryRun:)``.
extension Store {
    /// The logged times that share a moment with `[from, to)`, in order of their starts; one that runs goes on for ever.
    ///
    /// Takes steps in an index for each person, and reads no more than it gives.
    ///
    /// - Parameters:
    ///   - person: of this one alone.
    ///   - stream: work on this one alone.
    public func loggedTimes(
        from: Instant,
        to: Instant,
        person: ID<Person>? = nil,
        stream: ID<Stream>? = nil
    ) throws(StoreError) -> [LoggedTime] {
        try read("read the logged times") { db in
            let people = try person.map { [$0.rawValue] } ?? Self.loggers(db)
            let times = try people.flatMap { person in
                try Self.loggedTimes(of: person, from: from, to: to, stream: stream, db)
            }
            return people.count > 1 ? times.sorted { ($0.start, $0.person) < ($1.start, $1.person) } : times
        }
    }

    /// The one with this number.
    public func loggedTime(_ id: Int) throws(StoreError) -> LoggedTime? {
        try read("read the logged times") { db in try LoggedTimeRecord.fetch(db, "WHERE id = ?", [id]).first }
    }

    /// Whether anything was ever logged on a stream, and is still there.
    public func hasLogged(_ stream: ID<Stream>) throws(StoreError) -> Bool {
        try read("read the logged times") { db in
            let sql = "SELECT EXISTS (SELECT 1 FROM logged_time WHERE stream = ?)"
            return try Bool.fetchOne(db.cachedStatement(sql: sql), arguments: [stream.rawValue]) ?? false
        }
    }

    /// The one that runs for a person, or for each person.
    public func runningTimes(of person: ID<Person>? = nil) throws(StoreError) -> [LoggedTime] {
        try read("read the logged times") { db in
            guard let person else { return try LoggedTimeRecord.fetch(db, "WHERE ends IS NULL ORDER BY starts", []) }
            return try LoggedTimeRecord.fetch(db, "WHERE ends IS NULL AND person = ?", [person.rawValue])
        }
    }

    /// A time of the same person that shares a moment with this one, and has another number.
    ///
    /// - Parameter gone: numbers that are not looked at.
    public func overlapping(_ time: LoggedTime, besides gone: Set<Int> = []) throws(StoreError) -> LoggedTime? {
        try read("read the logged times") { db in try LoggedTimeRecord.overlapping(time, besides: gone, db) }
    }

    /// Whether anything was logged that only another person is told of, also if it is gone by now.
    public func hidesLog(from person: ID<Person>) throws(StoreError) -> Bool {
        try read("read the logged times") { db in
            let sql = """
                SELECT EXISTS (SELECT 1 FROM logged_time WHERE private AND person <> ?1) OR EXISTS (
                    SELECT 1 FROM change_logged_time WHERE
                        CASE WHEN json_valid(before)
                            THEN before ->> '$.isPrivate' AND before ->> '$.person' <> ?1 ELSE 0 END
                        OR CASE WHEN json_valid(after)
                            THEN after ->> '$.isPrivate' AND after ->> '$.person' <> ?1 ELSE 0 END
                )
                """
            return try Bool.fetchOne(db.cachedStatement(sql: sql), arguments: [person.rawValue]) ?? false
        }
    }

    /// Of these numbers, those that only another person is told of: as they are, or were when they were taken out.
    public func privateTimes(among numbers: Set<Int>, besides person: ID<Person>) throws(StoreError) -> Set<Int> {
        try read("read the logged times") { db in
            let sql = """
                SELECT id FROM logged_time
                WHERE private AND person <> ?2 AND id IN (SELECT value FROM json_each(?1))
                UNION ALL
                SELECT logged_time FROM change_logged_time AS gone
                WHERE after IS NULL AND logged_time IN (SELECT value FROM json_each(?1))
                    AND NOT EXISTS (SELECT 1 FROM logged_time WHERE id = gone.logged_time)
                    AND CASE WHEN json_valid(before)
                        THEN before ->> '$.isPrivate' AND before ->> '$.person' <> ?2 ELSE 0 END
                """
            let list = "[\(numbers.map(String.init).joined(separator: ","))]"
            return try Set(Int.fetchAll(db.cachedStatement(sql: sql), arguments: [list, person.rawValue]))
        }
    }

    /// The number of the next one.
    public func nextLoggedTime() throws(StoreError) -> Int {
        try read("read the logged times") { db in
            let last = try Int.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'logged_time'")
            return (last ?? 0) + 1
        }
    }

    private static func loggedTimes(
        of person: String,
        from: Instant,
        to: Instant,
        stream: ID<Stream>?,
        _ db: Database
    ) throws -> [LoggedTime] {
        // No two of a person overlap: of all that begin before the range, only the last can reach into it.
        let selection = """
            WHERE person = ?1 AND starts < ?3 AND (ends IS NULL OR ends > ?2) AND starts >= coalesce(
                (SELECT max(starts) FROM logged_time WHERE person = ?1 AND starts <= ?2), ?2
            ) AND (?4 IS NULL OR stream = ?4) ORDER BY starts
            """
        return try LoggedTimeRecord.fetch(
            db,
            selection,
            [person, from.secondsSinceEpoch, to.secondsSinceEpoch, stream?.rawValue]
        )
    }

    /// Everybody who has a time, by steps in the index.
    private static func loggers(_ db: Database) throws -> [String] {
        let sql = """
            WITH RECURSIVE logger (person) AS (
                SELECT min(person) FROM logged_time
                UNION ALL
                SELECT (SELECT min(person) FROM logged_time WHERE person > logger.person) FROM logger
                WHERE logger.person IS NOT NULL
            )
            SELECT person FROM logger WHERE person IS NOT NULL
            """
        return try String.fetchAll(db.cachedStatement(sql: sql))
    }
}
