/// The answer of `POST` ``Route/restore``, whose request is a backup: a SQLite database.
public struct RestoreAnswer: Codable, Sendable, Hashable {
    /// How many there are now of each noun, and of changes in the history.
    public var counts: [String: Int]
    /// The backup's, before it was brought up to date.
    public var schemaVersion: String
    /// When something was changed last in the backup, RFC 3339; nil if nothing was.
    public var lastChange: String?
    /// Where the database lies that it has replaced; nil if there was none.
    public var replaced: String?
    /// Messages that waited in the backup, or would be due now, and are not sent.
    public var notSent: Int

    public init(
        counts: [String: Int],
        schemaVersion: String,
        lastChange: String?,
        replaced: String?,
        notSent: Int
    ) {
        self.counts = counts
        self.schemaVersion = schemaVersion
        self.lastChange = lastChange
        self.replaced = replaced
        self.notSent = notSent
    }
}
