import FamplanAPI
import Feeds
import Household
import Hummingbird
import HummingbirdCore
import ICalendar
import Storage

/// The calendars that the household follows: decode, one call, encode.
struct FeedController: Sendable {
    let planner: Planner
    let follower: FeedFollower

    @Sendable func list(_ request: Request, _ context: FamplanContext) async throws -> Response {
        try await answer(try await planner.feeds(), context)
    }

    /// Looks at it at once: whoever adds a feed wants to know whether it is one.
    @Sendable func add(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let wanted = try await request.decoded(as: FeedAddRequest.self, context: context)
        let id = try await planner.addFeed(wanted, by: context.actor)
        try await follower.look(at: id)
        return try await answer([planner.feed(id)].compactMap(\.self), context)
    }

    @Sendable func refresh(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let wanted = try await request.decoded(as: FeedNameRequest.self, context: context)
        let ids = try await planner.feedIDs(named: wanted.feed)
        if let failure = await follower.look(at: ids, anew: true).first { throw failure }
        return try await answer(planner.feeds().filter { ids.contains($0.record.id) }, context)
    }

    @Sendable func remove(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let wanted = try await request.decoded(as: FeedNameRequest.self, context: context)
        try await planner.removeFeed(wanted.feed ?? "", by: context.actor)
        return try await answer(planner.feeds(), context)
    }

    private func answer(_ feeds: [FollowedFeed], _ context: FamplanContext) async throws -> Response {
        let snapshot = await planner.snapshot(for: context.viewer)
        let wire = WireFormat(household: snapshot.household)
        return try .json(
            Reading(snapshot: snapshot).document(FeedList(feeds: feeds.map { wire.feed($0, at: snapshot.now) }))
        )
    }
}

extension WireFormat {
    func feed(_ feed: FollowedFeed, at now: Instant) -> FeedItem {
        let own = household.entries.values.count { $0.feed?.id == feed.record.id }
        return FeedItem(
            id: feed.record.id.rawValue,
            name: feed.record.name,
            role: feed.record.role.rawValue,
            address: feed.shownAddress,
            closes: feed.record.closes.map(\.rawValue),
            entries: own,
            ahead: feed.state.events.count { $0.isAhead(of: now) },
            lastSuccess: feed.state.lastSuccess.map(time),
            next: feed.state.next.map(time),
            staleSince: feed.state.staleSince.map(time),
            trouble: feed.state.trouble?.words,
            // They may say what is in it.
            warnings: feed.state.warnings.isEmpty || feed.isPrivate ? nil : feed.state.warnings
        )
    }
}
