/// What a feed's events are to the household.
public enum FeedRole: String, Codable, Sendable, CaseIterable {
    /// Somebody is busy then: an employer's calendar.
    case busy
    /// Sessions at which somebody else looks after the children.
    case school
    /// Days on which named entries do not happen.
    case closure
    /// Shown, and in no rule.
    case info
}
