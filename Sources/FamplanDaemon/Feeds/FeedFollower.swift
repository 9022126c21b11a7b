import Feeds
import Household
import ICalendar
import Storage

/// Looks at feeds, each by one look at a time.
actor FeedFollower {
    private let planner: Planner
    private let client: FeedClient
    private let jitter: @Sendable () -> Double
    /// Who waits for the look that goes on, for each feed that is looked at.
    private var looking: [ID<Feed>: [CheckedContinuation<Void, Never>]] = [:]

    init(
        planner: Planner,
        client: FeedClient,
        jitter: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
    ) {
        self.planner = planner
        self.client = client
        self.jitter = jitter
    }

    /// Looks at a feed now, and makes the household as it says; waits for a look that goes on already.
    ///
    /// - Parameter anew: believe nothing that was said before.
    func look(at id: ID<Feed>, anew: Bool = false) async throws {
        while looking[id] != nil {
            await withCheckedContinuation { looking[id, default: []].append($0) }
        }
        looking[id] = []
        defer { for waiting in looking.removeValue(forKey: id) ?? [] { waiting.resume() } }
        if anew { try await planner.askAgain(id) }
        // What was read before it is remembered that somebody reads could bring the daemon down again and again.
        guard let (feed, begun) = try await planner.beginLook(at: id) else { return }
        let fetch = try await fetch(feed, at: begun)
        // Told to stop: nothing was learnt of the feed.
        if fetch == .failed(.cancelled) { return try await planner.giveUpLook(at: feed, begun: begun) }
        let decision = feed.state.after(fetch, at: begun, await planner.manner(of: feed, jitter: jitter()))
        try await planner.take(decision, of: id, begun: begun, body: fetch.body)
    }

    /// Looks at several, a few at a time, so that a server that does not answer keeps no other waiting.
    ///
    /// - Returns: what went wrong with each that could not be looked at.
    nonisolated func look(at ids: [ID<Feed>], anew: Bool = false) async -> [any Error] {
        await withTaskGroup(of: (any Error)?.self) { group in
            var waiting = ids[...]
            func lookAtNext() {
                guard let id = waiting.popFirst() else { return }
                group.addTask {
                    do { try await self.look(at: id, anew: anew) } catch { return error }
                    return nil
                }
            }
            for _ in 0..<Self.most { lookAtNext() }
            var failures: [any Error] = []
            for await failure in group {
                if let failure { failures.append(failure) }
                lookAtNext()
            }
            return failures
        }
    }

    /// How many are looked at at once: each may bring a large calendar.
    private static let most = 4

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

    /// One feed that cannot be looked at keeps no other from it.
    ///
    /// - Throws: what went wrong last.
    func work() async throws -> Instant? {
        var failures: [any Error] = []
        do { try await planner.follow(configured()) } catch { failures.append(error) }
        let (due, next) = try await planner.dueFeeds()
        failures += await follower.look(at: due)
        if let failure = failures.last { throw failure }
        // What was looked at has changed what people are to be told: everybody is woken.
        return due.isEmpty ? next : planner.clock()
    }
}
