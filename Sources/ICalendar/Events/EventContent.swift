/// What an event is about, apart from its time (RFC 5545 §3.8.1).
public struct EventContent: Hashable, Sendable {
    /// Whether it takes place: STATUS (RFC 5545 §3.8.1.11).
    public enum Status: String, Hashable, Sendable {
        /// It may take place.
        case tentative = "TENTATIVE"
        /// It takes place.
        case confirmed = "CONFIRMED"
        /// It does not take place.
        case cancelled = "CANCELLED"
    }

    /// SUMMARY; empty if there is none.
    public var summary = ""
    /// LOCATION; empty if there is none.
    public var location = ""
    /// DESCRIPTION; empty if there is none.
    public var description = ""
    /// URL as it is written; nil if there is none.
    public var url: String?
    /// CATEGORIES, those of several lines together, in order.
    public var categories: [String] = []
    /// STATUS; nil if there is none, or none for events.
    public var status: Status?
    /// Whether it leaves people free: TRANSP:TRANSPARENT or, where there is no TRANSP, Outlook's busy status FREE.
    public var isTransparent = false
    /// CLASS in upper case: `PUBLIC`, `PRIVATE`, `CONFIDENTIAL`; nil if there is none.
    public var classification: String?
    /// SEQUENCE; 0 if there is none.
    public var sequence = 0
    /// What is nobody's but a program's: the properties whose names begin with X-, in order.
    public var extensions: [ContentLine] = []

    /// Of nothing in particular: no summary, no place.
    public init() {}

    /// Whether it does not take place.
    public var isCancelled: Bool { status == .cancelled }
}

/// How long an occurrence lasts.
public enum EventLength: Hashable, Sendable {
    /// Exact seconds, 0 for a mark in time.
    case seconds(Int)
    /// Days of the calendar, from midnight to midnight; 1 or more.
    case days(Int)
}
