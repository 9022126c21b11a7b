/// `POST` ``Route/feeds``: follow a calendar.
public struct FeedAddRequest: Codable, Sendable {
    /// Where it is. Often a secret.
    public var url: String
    /// `busy`, `school`, `closure` or `info`.
    public var role: String
    /// What it is called; nil: its host.
    public var name: String?
    /// What every entry of it is to be, besides what its role says.
    public var fields: EntryFields
    /// Ids of the entries that do not happen while one of its events is on.
    public var closes: [String]
    /// How often to look: `6h`. Nil: as the calendar asks for, else every six hours.
    public var every: String?
    /// Whether the server may be in a private network.
    public var allowsPrivate: Bool

    public init(
        url: String,
        role: String,
        name: String?,
        fields: EntryFields,
        closes: [String],
        every: String?,
        allowsPrivate: Bool
    ) {
        self.url = url
        self.role = role
        self.name = name
        self.fields = fields
        self.closes = closes
        self.every = every
        self.allowsPrivate = allowsPrivate
    }
}

/// `POST` ``Route/refreshFeeds`` and ``Route/removeFeed``.
public struct FeedNameRequest: Codable, Sendable {
    /// An id; nil: all.
    public var feed: String?

    public init(feed: String?) {
        self.feed = feed
    }
}

/// The answer of `GET` ``Route/feeds``, and of what changes them.
public struct FeedList: Codable, Sendable {
    public var feeds: [FeedItem]

    public init(feeds: [FeedItem]) {
        self.feeds = feeds
    }
}

/// A calendar that the household follows. Times are RFC 3339.
public struct FeedItem: Codable, Sendable, Hashable {
    public var id: String
    public var name: String
    public var role: String
    /// As much of its address as may be shown: `https://calendar.school.example/…`.
    public var address: String
    /// Ids of the entries that it closes.
    public var closes: [String]
    /// Entries from it, and how many of these are still to come.
    public var entries: Int
    public var ahead: Int
    public var lastSuccess: String?
    /// Null: when somebody asks for it.
    public var next: String?
    /// Since when nothing good came.
    public var staleSince: String?
    /// Why.
    public var trouble: String?
    /// What was odd about the calendar that was taken last, such as events that were left out.
    public var warnings: [String]?

    public init(
        id: String,
        name: String,
        role: String,
        address: String,
        closes: [String],
        entries: Int,
        ahead: Int,
        lastSuccess: String?,
        next: String?,
        staleSince: String?,
        trouble: String?,
        warnings: [String]? = nil
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.address = address
        self.closes = closes
        self.entries = entries
        self.ahead = ahead
        self.lastSuccess = lastSuccess
        self.next = next
        self.staleSince = staleSince
        self.trouble = trouble
        self.warnings = warnings
    }
}

/// How the calendars that are followed are, for ``Status``.
public struct FeedsStatus: Codable, Sendable, Hashable {
    public var count: Int
    /// Names of those that give nothing good.
    public var stale: [String]

    public init(count: Int, stale: [String]) {
        self.count = count
        self.stale = stale
    }
}
