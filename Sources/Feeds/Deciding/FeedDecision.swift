public import ICalendar

/// How a feed is followed.
public struct FeedManner: Sendable {
    /// Seconds between two looks, where the user says so.
    public var every: Int?
    /// For whole days, floating times and unknown zones.
    public var zone: Zone
    public var zones: ZoneDatabase
    /// Events that are taken at the most: those that are still to come, and what was lately.
    public var mostEvents = 5_000
    /// How often they may be on within a year, all together.
    public var mostOccurrences = 20_000
    /// Exceptions (EXDATE) that are taken, of all events together.
    public var mostExceptions = 100_000
    /// A share from 0 up to 1 by which the next look is late, so that not everybody asks at once.
    public var jitter = 0.0

    public init(every: Int? = nil, zone: Zone, zones: ZoneDatabase = .system) {
        self.every = every
        self.zone = zone
        self.zones = zones
    }
}

/// What is to be done after a look at a feed.
public struct FeedDecision: Sendable {
    public var state: FeedState
    public var outcome: FeedOutcome
}

/// What a look at a feed has brought.
public enum FeedOutcome: Sendable {
    /// Nothing new.
    case unchanged
    /// The household is to have this.
    case apply(FeedUpdate)
    /// Too much is missing: everything stays as it is until a second look agrees.
    case held
    /// Nothing good came: everything stays as it is. With the body, where one came that was no use.
    case failed(body: [UInt8]?)
}

/// What the household is to have of a feed.
public struct FeedUpdate: Sendable {
    /// All events, each under the key by which the household knows it.
    public var events: [(key: String, event: CalendarEvent)]
    /// Keys of what is not in the feed any more, wholly or in part still to come. What is over stays as history.
    public var gone: [String]
    /// The calendar's own name.
    public var name: String?
    /// What was odd about it.
    public var warnings: [String]
}
