import GRDB
public import ICalendar

/// A message on its way through one channel: a row of `outbox`. What it says is not the database's to know.
public struct OutboxRecord: Hashable, Sendable, Identifiable {
    /// Grows with every row.
    public let id: Int
    public let letter: OutboxLetter
    /// How often it was tried.
    public var attempts: Int
    public var firstTry: Instant?
    /// When it goes out, at first and after each try.
    public var nextTry: Instant
    /// What the last try said that failed, or why it was given up.
    public var error: String?
    public var state: State
    /// Since when it is not pending any more.
    public var settledAt: Instant?

    public enum State: String, Sendable, CaseIterable {
        case pending, sent
        /// Given up: it was refused, or could not be sent for too long.
        case dead
        /// It was not to be sent any more.
        case dropped
    }
}

/// What is put into the outbox. Message, channel and address together are there once.
public struct OutboxLetter: Hashable, Sendable {
    /// The message's own id.
    public var message: String
    public var channel: String
    /// Nil where the channel has one for all.
    public var address: String?
    /// The message as JSON.
    public var content: String
    public var due: Instant
    /// From then on it is of no use.
    public var notAfter: Instant?

    public init(
        message: String,
        channel: String,
        address: String?,
        content: String,
        due: Instant,
        notAfter: Instant?
    ) {
        self.message = message
        self.channel = channel
        self.address = address
        self.content = content
        self.due = due
        self.notAfter = notAfter
    }
}

extension OutboxRecord.State: WordColumnValue {}

extension OutboxRecord: RowPart {
    static let fields =
        "id, message, channel, address, content, next_try, not_after, attempts, first_try, error, state, settled_at"

    init(from row: inout RowReader) throws(UnreadableRow) {
        id = try row.next()
        let (message, channel, address): (String, String, String) = (try row.next(), try row.next(), try row.next())
        let content: String = try row.next()
        nextTry = try row.next()
        letter = OutboxLetter(
            message: message,
            channel: channel,
            address: address.isEmpty ? nil : address,
            content: content,
            due: nextTry,
            notAfter: try row.next()
        )
        attempts = try row.next()
        firstTry = try row.next()
        error = try row.next()
        state = try row.next()
        settledAt = try row.next()
    }

    /// What can change.
    var columns: [DatabaseValue] { Storage.columns(nextTry, attempts, firstTry, error, state, settledAt) }

    static func load(_ db: Database, where condition: String, _ arguments: StatementArguments = []) throws -> [Self] {
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT \(fields) FROM outbox WHERE \(condition)"),
            arguments: arguments
        )
        var records: [Self] = []
        while let row = try rows.next() {
            var reader = RowReader(row, of: "outbox")
            records.append(try Self(from: &reader))
        }
        return records
    }
}

extension OutboxLetter {
    /// Nothing happens where it is there already, whatever became of it.
    func insert(_ db: Database) throws {
        try db.run(
            """
            INSERT INTO outbox (message, channel, address, content, next_try, not_after) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (message, channel, address) DO NOTHING
            """,
            Storage.columns(message, channel, address ?? "", content, due, notAfter)
        )
    }
}
