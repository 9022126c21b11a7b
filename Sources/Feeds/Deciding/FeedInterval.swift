/// How long to wait until a feed is looked at again, in seconds.
enum FeedInterval {
    /// What nobody has asked for: six hours.
    private static let usual = 6 * 3_600
    private static let bounds = 900...86_400

    /// The user's, else what the calendar asks for, else six hours; between 15 minutes and a day, and late by up to a
    /// tenth.
    static func seconds(users: Int?, published: Int?, jitter: Double) -> Int {
        late(within(users ?? published ?? usual), jitter)
    }

    /// Twice as long after every failure in a row, from 15 minutes to a day; not before the server wants it.
    static func afterFailure(_ failures: Int, _ retryAfter: Int?, jitter: Double) -> Int {
        let backedOff = bounds.lowerBound << min(max(failures - 1, 0), 10)
        return late(within(max(backedOff, retryAfter ?? 0)), jitter)
    }

    private static func within(_ seconds: Int) -> Int {
        min(max(seconds, bounds.lowerBound), bounds.upperBound)
    }

    private static func late(_ seconds: Int, _ jitter: Double) -> Int {
        seconds + Int(Double(seconds / 10) * min(max(jitter, 0), 1))
    }
}
