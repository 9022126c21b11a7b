public import ICalendar

/// A message on its way to one address.
public struct Letter: Hashable, Sendable {
    public var message: Message
    /// The channel's name in the daemon's configuration.
    public var channel: String
    /// In the channel's own terms; nil where it has one for all.
    public var address: String?
    /// Not sent before.
    public var due: Instant
    /// Of no use from then on; nil: always of use.
    public var notAfter: Instant?

    public init(message: Message, channel: String, address: String?, due: Instant, notAfter: Instant?) {
        self.message = message
        self.channel = channel
        self.address = address
        self.due = due
        self.notAfter = notAfter
    }
}

/// A letter in the outbox, and what became of it so far.
public struct OutboxRow: Hashable, Sendable, Identifiable {
    public let id: Int
    public let letter: Letter
    /// When it goes out, at first and after each try.
    public internal(set) var nextTry: Instant
    public internal(set) var attempts: Int
    public internal(set) var firstTry: Instant?
    /// What the last try said that failed, or why it was given up. Without secrets, as channels are.
    public internal(set) var error: String?
    public internal(set) var state: State
    public internal(set) var settledAt: Instant?

    public enum State: String, Sendable, CaseIterable {
        case pending, sent
        /// Given up: refused, or not to be sent for too long.
        case dead
        /// Not to be sent any more.
        case dropped
    }

    public init(
        id: Int,
        letter: Letter,
        nextTry: Instant,
        attempts: Int,
        firstTry: Instant?,
        error: String?,
        state: State,
        settledAt: Instant?
    ) {
        self.id = id
        self.letter = letter
        self.nextTry = nextTry
        self.attempts = attempts
        self.firstTry = firstTry
        self.error = error
        self.state = state
        self.settledAt = settledAt
    }
}
