public import ICalendar

/// What a person wants to be told, when, and through which channels.
public struct NotificationSettings: Hashable, Codable, Sendable {
    /// The time of day of the digest, in the household's zone; nil: none.
    public var digest: CivilTime?
    /// The day of the week on which the digest says the balance; nil: never.
    public var balance: Weekday?
    /// When nothing is told but what is critical and begins before it ends: `to` not after `from` is the next day.
    public var quiet: QuietHours?
    /// The language of dates in what is sent, a BCP 47 tag: `de`, `pt-BR`; nil: English.
    public var language: String?
    /// In order; none: nothing is told.
    public var channels: [Subscription]

    public init(
        digest: CivilTime? = nil,
        balance: Weekday? = nil,
        quiet: QuietHours? = nil,
        language: String? = nil,
        channels: [Subscription] = []
    ) {
        self.digest = digest
        self.balance = balance
        self.quiet = quiet
        self.language = language
        self.channels = channels
    }

    /// Every day's hours of silence, in the household's wall time.
    public struct QuietHours: Hashable, Codable, Sendable {
        public var from: CivilTime
        public var to: CivilTime

        public init(from: CivilTime, to: CivilTime) {
            self.from = from
            self.to = to
        }
    }

    /// One channel, and what goes through it.
    public struct Subscription: Hashable, Codable, Sendable {
        /// Its name in the daemon's configuration.
        public var channel: String
        /// In the channel's own terms: a mail address, a topic; nil where the channel has one for all.
        public var address: String?
        /// Conflicts of this severity or worse.
        public var severity: Severity
        /// Whether the digest goes through it.
        public var digest: Bool
        /// Whether reminders do.
        public var reminders: Bool
        /// Whether what others change in one's plan does; nil: unless only what is critical goes through it.
        public var changes: Bool?

        public init(
            channel: String,
            address: String? = nil,
            severity: Severity = .warning,
            digest: Bool = true,
            reminders: Bool = true,
            changes: Bool? = nil
        ) {
            self.channel = channel
            self.address = address
            self.severity = severity
            self.digest = digest
            self.reminders = reminders
            self.changes = changes
        }

        /// Whether what others change in one's plan goes through it.
        public var takesChanges: Bool { changes ?? (severity < .critical) }

        /// Whether what the other parent asks goes through it: somebody waits for an answer.
        public var takesSwaps: Bool { severity < .critical || changes == true }
    }
}
