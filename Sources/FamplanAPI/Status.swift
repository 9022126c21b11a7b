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
    /// What waits for an answer, of a parent who asks.
    public var swaps: SwapStatus?
    /// Of a daemon that tells people things.
    public var outbox: OutboxStatus?
    /// Why the last daily backup failed; nil if it did not.
    public var backupFailure: String?
    /// Why the database can't be used, while it can't: only status, doctor and restore are answered then.
    public var trouble: String?
    /// Of a daemon whose configuration can be read again.
    public var configuration: ConfigurationStatus?
    /// Of a daemon that calls somebody each day.
    public var heartbeat: HeartbeatStatus?
    /// What whoever asks is logging now.
    public var running: LoggedItem?
    /// The name of the stream, or of the children, of that.
    public var runningName: String?
    /// Of a household that follows calendars elsewhere.
    public var feeds: FeedsStatus?
    /// How people can be reached: for somebody who plans.
    public var channels: [ChannelStatus]?

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
        swaps: SwapStatus? = nil,
        outbox: OutboxStatus? = nil,
        backupFailure: String? = nil,
        trouble: String? = nil,
        configuration: ConfigurationStatus? = nil,
        heartbeat: HeartbeatStatus? = nil,
        running: LoggedItem? = nil,
        runningName: String? = nil,
        feeds: FeedsStatus? = nil,
        channels: [ChannelStatus]? = nil
    ) {
        self.running = running
        self.runningName = runningName
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
        self.swaps = swaps
        self.outbox = outbox
        self.backupFailure = backupFailure
        self.trouble = trouble
        self.configuration = configuration
        self.heartbeat = heartbeat
        self.feeds = feeds
        self.channels = channels
    }
}

/// A way to reach people that the daemon's configuration has.
public struct ChannelStatus: Codable, Sendable, Hashable {
    public var name: String
    /// `email`, `ntfy`, `webhook`, `exec`, `apprise` or `journal`.
    public var kind: String
    /// What address each person needs there: `mail`, or `topic`, which is as good as a secret; nil: none.
    public var address: String?

    public init(name: String, kind: String, address: String?) {
        self.name = name
        self.kind = kind
        self.address = address
    }
}

/// How many swaps wait for an answer.
public struct SwapStatus: Codable, Sendable, Hashable {
    /// By whoever asks.
    public var toAnswer: Int
    /// By the other parent, to whoever asks.
    public var asked: Int

    public init(toAnswer: Int, asked: Int) {
        self.toAnswer = toAnswer
        self.asked = asked
    }
}

/// What became of reading the configuration again.
public struct ConfigurationStatus: Codable, Sendable, Hashable {
    /// What is wrong in it, so that the one before is kept: `famplan.yaml:12: …`; none after it was read.
    public var mistakes: [String]
    /// Keys that say something else by now, and are gone by when the daemon is started again.
    public var needsRestart: [String]

    public init(mistakes: [String], needsRestart: [String]) {
        self.mistakes = mistakes
        self.needsRestart = needsRestart
    }
}

/// How the daily calls go.
public struct HeartbeatStatus: Codable, Sendable, Hashable {
    /// Of the credential that holds the address.
    public var name: String
    /// RFC 3339.
    public var lastSuccess: String?
    /// How often it failed since.
    public var failures: Int
    /// What the last failure was, and when, even if it goes well again.
    public var lastError: String?
    public var failedAt: String?

    public init(name: String, lastSuccess: String?, failures: Int, lastError: String?, failedAt: String?) {
        self.name = name
        self.lastSuccess = lastSuccess
        self.failures = failures
        self.lastError = lastError
        self.failedAt = failedAt
    }
}
