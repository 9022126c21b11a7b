/// What fetching a feed may cost.
public struct FeedLimits: Hashable, Sendable {
    /// Octets of the answer, unpacked.
    public var size = 16 << 20
    /// Seconds for all of it, names, redirects and a slow server included.
    public var seconds: Int64 = 60
    public var redirects = 5

    public init() {}
}
