import GRDB
public import Household

/// A row of `feed`: a calendar elsewhere that the household follows.
public struct FeedRecord: Hashable, Sendable {
    public let id: ID<Feed>
    public var name: String
    public var role: FeedRole
    /// What every entry of it is to be, as JSON.
    public var fields: String
    /// The entries that do not happen while one of its events is on.
    public var closes: [ID<Entry>]
    /// Seconds between two looks, where somebody said so.
    public var every: Int?
    public var allowsPrivate: Bool
    /// What is remembered of it, as JSON. A secret: the address is in it.
    public var state: String

    public init(
        id: ID<Feed>,
        name: String,
        role: FeedRole,
        fields: String,
        closes: [ID<Entry>],
        every: Int?,
        allowsPrivate: Bool,
        state: String
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.fields = fields
        self.closes = closes
        self.every = every
        self.allowsPrivate = allowsPrivate
        self.state = state
    }
}

extension FeedRecord: CustomStringConvertible, CustomReflectable {
    public var description: String { "feed \(id)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension FeedRole: WordColumnValue {}

extension FeedRecord: Record {
    static let table = Table(
        "feed",
        columns: ["id", "name", "role", "fields", "every", "allow_private", "state"]
    )
    static let closedEntries = ListTable<ID<Feed>, ID<Entry>>("feed_closes", owner: ["feed"], columns: ["entry"])

    /// Without what it closes.
    init(from row: inout RowReader) throws(UnreadableRow) {
        self.init(
            id: try row.next(),
            name: try row.next(),
            role: try row.next(),
            fields: try row.next(),
            closes: [],
            every: try row.next(),
            allowsPrivate: try row.next(),
            state: try row.next()
        )
    }

    var columns: [DatabaseValue] { Storage.columns(id, name, role, fields, every, allowsPrivate, state) }

    static func load(_ db: Database) throws -> [FeedRecord] {
        let closed = try closedEntries.all(db)
        return try all(db).map { record in
            var record = record
            record.closes = closed[record.id] ?? []
            return record
        }
    }
}
