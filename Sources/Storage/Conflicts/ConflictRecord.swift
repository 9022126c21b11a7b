import GRDB
import Household
import ICalendar

/// A row of `conflict`, and the people and occurrences that it owns.
struct ConflictRecord: RowPart {
    static let fields =
        "id, kind, severity, status, starts, ends, subject, message, found_at, last_seen_at, resolved_at, "
        + "accepted_by, accepted_reason, accepted_at, accepted_until"

    // A resolved conflict was last seen before, whenever that was.
    private static let upsert = """
        INSERT INTO conflict (\(fields)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
            kind = excluded.kind, severity = excluded.severity, status = excluded.status,
            starts = excluded.starts, ends = excluded.ends, subject = excluded.subject, message = excluded.message,
            found_at = excluded.found_at, resolved_at = excluded.resolved_at,
            accepted_by = excluded.accepted_by, accepted_reason = excluded.accepted_reason,
            accepted_at = excluded.accepted_at, accepted_until = excluded.accepted_until,
            last_seen_at = iif(excluded.status = 'resolved', last_seen_at, excluded.last_seen_at)
        """
    private static let people = ListTable<ID<Conflict>, ID<Person>>(
        "conflict_person",
        owner: ["conflict"],
        columns: ["person"]
    )
    private static let occurrences = ListTable<ID<Conflict>, OccurrenceID>(
        "conflict_occurrence",
        owner: ["conflict"],
        columns: ["entry", "original_start"]
    )

    private let known: KnownConflict
    private let lastSeenAt: Instant

    init(from row: inout RowReader) throws(UnreadableRow) {
        let id: ID<Conflict> = try row.next()
        let (kind, severity): (ConflictKind, Severity) = (try row.next(), try row.next())
        // The status is kept for queries; it follows from what comes later.
        let _: ConflictStatus = try row.next()
        let conflict = Conflict(
            kind: kind,
            severity: severity,
            people: [],
            interval: Interval(start: try row.next(), end: try row.next()),
            occurrences: [],
            subject: try row.next(),
            message: try row.next()
        )
        let foundAt: Instant = try row.next()
        lastSeenAt = try row.next()
        let resolvedAt: Instant? = try row.next()
        known = KnownConflict(
            id: id,
            conflict: conflict,
            foundAt: foundAt,
            acceptance: try Self.acceptance(from: &row),
            resolvedAt: resolvedAt
        )
    }

    private static func acceptance(from row: inout RowReader) throws(UnreadableRow) -> Acceptance? {
        let (by, reason): (String?, String?) = (try row.next(), try row.next())
        let (at, until): (Instant?, Instant?) = (try row.next(), try row.next())
        guard let by, let reason, let at else { return nil }
        return Acceptance(by: by, reason: reason, at: at, until: until)
    }

    private init(_ known: KnownConflict, seenAt: Instant) {
        self.known = known
        lastSeenAt = seenAt
    }

    var columns: [DatabaseValue] {
        Storage.columns(
            known.id,
            known.conflict.kind,
            known.conflict.severity,
            known.status,
            known.conflict.interval.start,
            known.conflict.interval.end,
            known.conflict.subject,
            known.conflict.message,
            known.foundAt,
            lastSeenAt,
            known.resolvedAt,
            known.acceptance?.by,
            known.acceptance?.reason,
            known.acceptance?.at,
            known.acceptance?.until
        )
    }

    static func save(_ known: KnownConflict, seenAt: Instant, _ db: Database) throws {
        try db.run(upsert, ConflictRecord(known, seenAt: seenAt).columns)
        try people.replace(db, of: known.id, with: known.conflict.people)
        try occurrences.replace(db, of: known.id, with: known.conflict.occurrences)
    }

    /// The conflicts that meet a condition: SQL that stands after `WHERE`.
    static func load(_ db: Database, where condition: String, arguments: StatementArguments) throws -> [KnownConflict] {
        try loadPast(db, where: condition, arguments: arguments).map(\.known)
    }

    /// The same, each with when it was seen last.
    static func loadPast(
        _ db: Database,
        where condition: String,
        arguments: StatementArguments
    ) throws -> [PastConflict] {
        let owned = "conflict IN (SELECT id FROM conflict WHERE \(condition))"
        let people = try people.all(db, where: owned, arguments: arguments)
        let occurrences = try occurrences.all(db, where: owned, arguments: arguments)
        let sql = "SELECT \(fields) FROM conflict WHERE \(condition) ORDER BY starts, id"
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
        var result: [PastConflict] = []
        while let row = try rows.next() {
            var reader = RowReader(row, of: "conflict")
            let record = try ConflictRecord(from: &reader)
            var known = record.known
            known.conflict.people = people[known.id] ?? []
            known.conflict.occurrences = occurrences[known.id] ?? []
            result.append(PastConflict(known: known, lastSeenAt: record.lastSeenAt))
        }
        return result
    }
}

extension OccurrenceID: RowPart {
    init(from row: inout RowReader) throws(UnreadableRow) {
        self.init(entry: try row.next(), of: try row.next())
    }

    var columns: [DatabaseValue] { Storage.columns(entry, of) }
}
