/// The answer of `GET` ``Route/outbox``, and of what changes it: messages on their way, the newest first.
public struct OutboxList: Codable, Sendable {
    public var rows: [OutboxItem]
    /// Names of people by their ids.
    public var names: [String: String]

    public init(rows: [OutboxItem], names: [String: String]) {
        self.rows = rows
        self.names = names
    }
}

/// One message through one channel.
public struct OutboxItem: Codable, Sendable, Hashable {
    /// Names it for `outbox retry` and `outbox drop`.
    public var id: Int
    /// The message's own id: what is sent again has the same.
    public var message: String
    /// `digest`, `conflicts`, `resolved`, `escalation`, `reminder`, `service` or `test`.
    public var kind: String
    public var person: String
    public var channel: String
    /// Whether the daemon's configuration has the channel.
    public var isConfigured: Bool
    public var address: String?
    public var title: String
    /// `pending`, `sent`, `dead` or `dropped`.
    public var state: String
    public var createdAt: String
    /// Of what is pending: when it goes out.
    public var nextTry: String?
    public var settledAt: String?
    public var attempts: Int
    /// What the last try said that failed, or why it was given up.
    public var error: String?

    public init(
        id: Int,
        message: String,
        kind: String,
        person: String,
        channel: String,
        isConfigured: Bool,
        address: String?,
        title: String,
        state: String,
        createdAt: String,
        nextTry: String?,
        settledAt: String?,
        attempts: Int,
        error: String?
    ) {
        self.id = id
        self.message = message
        self.kind = kind
        self.person = person
        self.channel = channel
        self.isConfigured = isConfigured
        self.address = address
        self.title = title
        self.state = state
        self.createdAt = createdAt
        self.nextTry = nextTry
        self.settledAt = settledAt
        self.attempts = attempts
        self.error = error
    }
}

/// `POST` ``Route/retry`` and ``Route/drop``.
public struct OutboxRequest: Codable, Sendable {
    /// The row's.
    public var id: Int

    public init(id: Int) {
        self.id = id
    }
}

/// `POST` ``Route/testNotification``.
public struct TestNotificationRequest: Codable, Sendable {
    /// Nil: whoever asks.
    public var person: String?
    /// Nil: all of the person's.
    public var channel: String?

    public init(person: String?, channel: String?) {
        self.person = person
        self.channel = channel
    }
}

/// How messages to people get on, for ``Status``.
public struct OutboxStatus: Codable, Sendable, Hashable {
    public var pending: Int
    /// Given up.
    public var dead: Int
    /// What the last try said that failed, with the channel before it: `email: …`.
    public var lastError: String?
    /// Channels that people name and the daemon's configuration does not have.
    public var missingChannels: [String]

    public init(pending: Int, dead: Int, lastError: String?, missingChannels: [String]) {
        self.pending = pending
        self.dead = dead
        self.lastError = lastError
        self.missingChannels = missingChannels
    }
}
