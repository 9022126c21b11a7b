/// How the daemon is.
public struct Status: Codable, Sendable {
    public var version: String
    public var pid: Int
    /// Since when it serves, RFC 3339.
    public var since: String
    public var stateDirectory: String
    public var socket: String
    public var household: String
    /// Who asks: a person's id, or `admin`.
    public var you: String
    /// How many there are of each noun; nothing, as of the next, for somebody who does not plan.
    public var counts: [String: Int]
    /// Open conflicts within the horizon, by severity.
    public var openConflicts: [String: Int]
    /// The end of the time that is looked at for conflicts.
    public var horizon: String
    public var schemaVersion: String
    /// Of a daemon that tells people things.
    public var outbox: OutboxStatus?
    /// Why the last daily backup failed; nil if it did not.
    public var backupFailure: String?
    /// Why the database can't be used, while it can't: only status, doctor and restore are answered then.
    public var trouble: String?

    public init(
        version: String,
        pid: Int,
        since: String,
        stateDirectory: String,
        socket: String,
        household: String,
        you: String,
        counts: [String: Int],
        openConflicts: [String: Int],
        horizon: String,
        schemaVersion: String,
        outbox: OutboxStatus? = nil,
        backupFailure: String? = nil,
        trouble: String? = nil
    ) {
        self.version = version
        self.pid = pid
        self.since = since
        self.stateDirectory = stateDirectory
        self.socket = socket
        self.household = household
        self.you = you
        self.counts = counts
        self.openConflicts = openConflicts
        self.horizon = horizon
        self.schemaVersion = schemaVersion
        self.outbox = outbox
        self.backupFailure = backupFailure
        self.trouble = trouble
    }
}
