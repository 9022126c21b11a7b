public import ICalendar

/// How a calendar that the household follows is.
public struct FeedStanding: Hashable, Sendable {
    public var name: String
    /// When it last gave, or confirmed, something good; nil: never.
    public var lastSuccess: Instant?
    public var isStale: Bool

    public init(name: String, lastSuccess: Instant?, isStale: Bool) {
        self.name = name
        self.lastSuccess = lastSuccess
        self.isStale = isStale
    }

    /// `Springfield school, last good Tue 24 Nov 06:00`.
    func sentence(_ words: DigestWords) -> String {
        let when = lastSuccess.map { "last good \(words.dayAndTime($0))" } ?? "never good so far"
        return "\(name), \(when)" + (isStale ? " (stale)" : "")
    }
}
