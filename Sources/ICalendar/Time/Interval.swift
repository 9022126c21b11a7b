/// A stretch of time from a start up to, but not including, an end.
///
/// It may be empty: a mark in time.
public struct Interval: Hashable, Sendable, Codable {
    /// The first moment.
    public var start: Instant
    /// The moment after the last.
    public var end: Instant

    /// An end before the start gives an empty interval at the start.
    public init(start: Instant, end: Instant) {
        self.start = start
        self.end = max(start, end)
    }

    /// An end before the start gives an empty interval at the start.
    public init(_ start: Instant, _ end: Instant) {
        self.init(start: start, end: end)
    }

    /// The length; 0 if empty.
    public var seconds: Int { end - start }

    /// Whether there is no time between start and end.
    public var isEmpty: Bool { end <= start }

    /// Whether the two have a moment in common: 09:00–10:00 and 10:00–11:00 do not.
    ///
    /// An empty interval overlaps `[a, b)` when its moment is in it; two empty ones never overlap.
    public func overlaps(_ other: Interval) -> Bool {
        if isEmpty { return other.contains(start) }
        if other.isEmpty { return contains(other.start) }
        return start < other.end && other.start < end
    }

    /// Whether `start <= instant < end`.
    public func contains(_ instant: Instant) -> Bool {
        start <= instant && instant < end
    }

    /// What both cover; nil if they do not overlap.
    public func intersection(_ other: Interval) -> Interval? {
        guard overlaps(other) else { return nil }
        return Interval(start: max(start, other.start), end: min(end, other.end))
    }
}
