import GRDB
public import ICalendar

/// How the calls went: the one row of `heartbeat`.
public struct HeartbeatRecord: Hashable, Sendable {
    public var name: String
    public var lastTry: Instant?
    public var lastSuccess: Instant?
    /// In a row.
    public var failures: Int
    public var lastError: String?
    public var failedAt: Instant?

    public init(
        name: String,
        lastTry: Instant?,
        lastSuccess: Instant?,
        failures: Int,
        lastError: String?,
        failedAt: Instant?
    ) {
        self.name = name
        self.lastTry = lastTry
        self.lastSuccess = lastSuccess
        self.failures = failures
        self.lastError = lastError
        self.failedAt = failedAt
    }
}

extension HeartbeatRecord: RowPart {
    static let fields = "name, last_try, last_success, failures, last_error, failed_at"

    init(from row: inout RowReader) throws(UnreadableRow) {
        name = try row.next()
        lastTry = try row.next()
        lastSuccess = try row.next()
        failures = try row.next()
        lastError = try row.next()
        failedAt = try row.next()
    }

    var columns: [DatabaseValue] {
        Storage.columns(name, lastTry, lastSuccess, failures, lastError, failedAt)
    }
}

extension Store {
    /// Nil where nobody was ever called.
    public func heartbeat() throws(StoreError) -> HeartbeatRecord? {
        try read("read how the heartbeat went") { db in
            let row = try Row.fetchOne(db, sql: "SELECT \(HeartbeatRecord.fields) FROM heartbeat")
            return try row.map { row in
                var reader = RowReader(row, of: "heartbeat")
                return try HeartbeatRecord(from: &reader)
            }
        }
    }

    public func record(heartbeat: HeartbeatRecord) throws(StoreError) {
        try transaction("save how the heartbeat went") { db in
            try db.run(
                "INSERT OR REPLACE INTO heartbeat (id, \(HeartbeatRecord.fields)) VALUES (1, ?, ?, ?, ?, ?, ?)",
                heartbeat.columns
            )
        }
    }
}
