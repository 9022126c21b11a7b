import FeedTestSupport
import Feeds
import ICalendar
import NIOPosix

/// A feed that a test looks at again and again, as a daemon would.
struct FollowedFeed {
    var state: FeedState
    var manner = FeedManner(zone: .utc)
    var limits = FeedLimits()
    var allowsPrivate = true

    init(_ server: FeedServer) {
        state = FeedState(address: server.address)
    }

    /// Looks once, and remembers.
    mutating func look(at now: Instant) async throws -> FeedOutcome {
        let client = FeedClient(group: MultiThreadedEventLoopGroup.singleton, limits: limits)
        let fetch = await client.fetch(try state.request(at: now, allowsPrivate: allowsPrivate))
        let decision = state.after(fetch, at: now, manner)
        state = decision.state
        return decision.outcome
    }
}

extension FeedOutcome {
    var update: FeedUpdate? { if case .apply(let update) = self { update } else { nil } }
    var isUnchanged: Bool { if case .unchanged = self { true } else { false } }
    var isHeld: Bool { if case .held = self { true } else { false } }
    var isFailed: Bool { if case .failed = self { true } else { false } }
    var keys: [String] { (update?.events.map(\.key) ?? []).sorted() }
}
