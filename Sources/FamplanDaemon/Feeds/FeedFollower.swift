import Feeds
import Household
import ICalendar
import Storage

/// Looks at feeds, each by one look at a time.
actor FeedFollower {
    private let planner: Planner
    private let client: FeedClient
    private let jitter: @Sendable () -> Double
    private var looking: Set<ID<Feed>> = []

    init(
        planner: Planner,
        client: FeedClient,
        jitter: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
    ) {
        self.planner = planner
        self.client = client
        self.jitter = jitter
    }

    /// Looks at a feed now, and makes the household as it says; does nothing where somebody is at it already.
    func look(at id: ID<Feed>) async throws {
        guard looking.insert(id).inserted else { return }
        defer { looking.remove(id) }
        guard let feed = try await planner.feed(id) else { return }
        let now = planner.clock()
        let fetch = try await fetch(feed, at: now)
        // Told to stop: nothing was learnt of the feed.
        if fetch == .failed(.cancelled) { return }
        let decision = feed.state.after(fetch, at: now, await planner.manner(of: feed, jitter: jitter()))
        try await planner.take(decision, of: id, body: fetch.body)
    }

    private func fetch(_ feed: FollowedFeed, at now: Instant) async throws -> FeedFetch {
        if let path = feed.path { return CalendarOnDisk(path).fetch() }
        return await client.fetch(try feed.state.request(at: now, allowsPrivate: feed.record.allowsPrivate))
    }
}

extension FeedFetch {
    /// What came, if anything did.
    fileprivate var body: [UInt8] {
        switch self {
        case .answered(let answer): answer.body
        case .failed: []
        }
    }
}

/// Looks at the feeds whose time has come.
struct FeedWorker: Worker {
    let planner: Planner
    let follower: FeedFollower
    /// The calendars on this machine that the configuration names now.
    var configured: @Sendable () -> [FeedConfiguration] = { [] }

    func work() async throws -> Instant? {
        try await planner.follow(configured())
        let (due, next) = try await planner.dueFeeds()
        for id in due { try await follower.look(at: id) }
        // What was looked at has changed what people are to be told: everybody is woken.
        return due.isEmpty ? next : planner.clock()
    }
}
