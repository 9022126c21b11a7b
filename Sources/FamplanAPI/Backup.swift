/// What a backup holds. The answer of `GET` ``Route/backup`` is the copy itself, a SQLite database; this comes before it, as
/// a document in the header ``header``.
public struct BackupContents: Codable, Sendable, Hashable {
    public var bytes: Int
    /// SHA-256 of the copy, in hexadecimal digits.
    public var sha256: String
    public var schemaVersion: String
    /// How many there are of each noun, and of changes in the history.
    public var counts: [String: Int]

    public init(bytes: Int, sha256: String, schemaVersion: String, counts: [String: Int]) {
        self.bytes = bytes
        self.sha256 = sha256
        self.schemaVersion = schemaVersion
        self.counts = counts
    }

    /// In ASCII alone.
    public static let header = "famplan-backup"
}
