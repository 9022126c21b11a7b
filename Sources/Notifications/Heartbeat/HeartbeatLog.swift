public import ICalendar

/// How the calls went so far, and when the next one is due.
public struct HeartbeatLog: Hashable, Sendable {
    /// The name of the address that was called: with another one it begins anew.
    public var name: String
    public var lastTry: Instant?
    public var lastSuccess: Instant?
    /// How often in a row it failed since.
    public var failures = 0
    /// What the last failure was, and when; stays when it goes well again.
    public var lastError: String?
    public var failedAt: Instant?

    /// Between calls that go well, in seconds. Not a local time of day, which some days have twice or not at all.
    public static let interval = 86_400
    private static let shortestWait = 60
    private static let longestWait = 3_600

    public init(name: String) {
        self.name = name
    }

    /// When it is to be called, at the earliest now: at once if it never was, a day after it went well, and sooner and
    /// sooner later after failures. A moment that lies further ahead than that was written before somebody set the clock
    /// back, and counts for nothing.
    public func next(at now: Instant) -> Instant {
        let (last, wait) = failures > 0 ? (lastTry, self.wait) : (lastSuccess, Self.interval)
        guard let last, last <= now else { return now }
        return max(last.adding(seconds: wait), now)
    }

    /// A minute, two, four, at most an hour.
    private var wait: Int { min(Self.shortestWait << min(failures - 1, 10), Self.longestWait) }

    /// Counts as failed until it went well: should we die meanwhile, it is called again after the usual wait.
    public mutating func begin(at now: Instant) {
        failures += 1
        lastTry = now
    }

    /// - Parameter error: nil where it went well.
    public mutating func end(_ error: String?, at now: Instant) {
        guard let error else {
            (failures, lastSuccess) = (0, now)
            return
        }
        (lastError, failedAt) = (error, now)
    }
}
