/// A moment in time, to the second, the same everywhere.
public struct Instant: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z, without leap seconds, as POSIX counts them.
    public var secondsSinceEpoch: Int

    /// The moment so many seconds after 1970-01-01T00:00:00Z.
    public init(secondsSinceEpoch: Int) {
        self.secondsSinceEpoch = secondsSinceEpoch
    }

    /// The moment `seconds` later, or earlier if negative; held at the ends of the range.
    public func adding(seconds: Int) -> Instant {
        Instant(secondsSinceEpoch: secondsSinceEpoch.addingClamped(seconds))
    }

    /// Seconds from the right moment to the left one; held at the ends of the range.
    public static func - (left: Instant, right: Instant) -> Int {
        let (difference, overflow) = left.secondsSinceEpoch.subtractingReportingOverflow(right.secondsSinceEpoch)
        guard overflow else { return difference }
        return left > right ? .max : .min
    }

    /// Whether the left moment is earlier.
    public static func < (left: Instant, right: Instant) -> Bool {
        left.secondsSinceEpoch < right.secondsSinceEpoch
    }
}

extension Instant: Codable {
    /// Reads a whole number of seconds since the epoch.
    public init(from decoder: any Decoder) throws {
        self.init(secondsSinceEpoch: try decoder.singleValueContainer().decode(Int.self))
    }

    /// Writes ``secondsSinceEpoch``.
    public func encode(to encoder: any Encoder) throws {
        try encoder.single(secondsSinceEpoch)
    }
}
