import FamplanAPI
import Feeds
import Household
import ICalendar
import Storage

/// Looking at feeds: when, how, and what comes of it.
extension Planner {
    /// The feeds that are to be looked at now, and the moment at which another is.
    func dueFeeds() throws -> (due: [ID<Feed>], next: Instant?) {
        let now = clock()
        let all = try feeds()
        let due = all.filter { $0.state.next.map { $0 <= now } ?? false }.map(\.record.id)
        return (due, all.compactMap(\.state.next).filter { $0 > now }.min())
    }

    /// How the household wants events to be read.
    func manner(of feed: FollowedFeed, jitter: Double) -> FeedManner {
        var manner = FeedManner(every: feed.record.every, zone: household.zone, zones: zones)
        manner.jitter = jitter
        return manner
    }

    /// Remembers that a look begins; gives the feed as it was before, and the moment.
    func beginLook(at id: ID<Feed>) throws -> (feed: FollowedFeed, begun: Instant)? {
        guard let feed = try feed(id) else { return nil }
        let now = clock()
        var looked = feed
        looked.state = feed.state.beginning(at: now)
        try keep(looked)
        return (feed, now)
    }

    /// Remembers the feed as it was before a look of which nothing came.
    func giveUpLook(at feed: FollowedFeed, begun: Instant) throws {
        guard try self.feed(feed.record.id)?.state.begun == begun else { return }
        try keep(feed)
    }

    private static let mostWarnings = 20

    /// Makes the household as a look at a feed says, in one change, and remembers the look.
    ///
    /// In this order: what was changed and not remembered is found the same the next time. Of a feed that was removed, and
    /// perhaps added anew, since the look has begun, nothing is taken.
    func take(_ decision: FeedDecision, of id: ID<Feed>, begun: Instant, body: [UInt8]) throws {
        guard var feed = try feed(id), feed.state.begun == begun else { return }
        let before = feed
        feed.state = decision.state
        switch decision.outcome {
        case .unchanged, .held: try keep(feed)
        case .failed(let bad): try keep(feed, bad: bad)
        case .apply(let update):
            do {
                feed.state.warnings = Array(try apply(update, of: feed).prefix(Self.mostWarnings))
                try keep(feed, good: body)
            } catch let error where [.invalid, .notFound].contains(ErrorBody(of: error).error.kind) {
                try keep(refused(before, ErrorBody(of: error).error.message, next: decision.state.next), bad: body)
            }
        }
    }

    /// Gives what of it was left out, and why.
    private func apply(_ update: FeedUpdate, of feed: FollowedFeed) throws -> [String] {
        let template = try template(feed.fields)
        var entries = FeedEntries(of: feed.record, like: template, in: household, at: clock())
        entries.take(update)
        var draft = Draft(entries.changes, summary: "follow \(feed.record.name)")
        draft.feed = feed.record.id
        draft.customZones = entries.zones.filter { household.zones[$0.name] == nil }
        let impossible = try leaveOutImpossible(of: &draft)
        if !draft.changes.isEmpty { _ = try make(draft, by: .feed(feed.record.id), options: ChangeOptions()) }
        return update.warnings + impossible
    }

    /// One event that the household cannot have keeps no other from it; gives what is wrong with those left out.
    private func leaveOutImpossible(of draft: inout Draft) throws -> [String] {
        var after = household
        for change in draft.changes { after.apply(change) }
        try after.resolveZones(of: draft, in: zones)
        let problems = after.problems(after: draft.changes).filter { $0.noun == .entry }
        let bad = Set(problems.map(\.id))
        let hidden = Set(draft.changes.filter(\.isPrivate).map(\.item.id))
        let words = problems.map { hidden.contains($0.id) ? "one that is private cannot be in the plan" : "\($0)" }
        draft.changes.removeAll { bad.contains($0.item.id) }
        let hasOthers = !draft.changes.isEmpty || household.entries.values.contains { $0.feed?.id == draft.feed }
        if !hasOthers, let first = words.first {
            throw ErrorBody(.invalid, "none of its events can be in the plan: \(first)")
        }
        return words
    }

    /// What came is a calendar, and not one that the household can have: as if nothing had come.
    private func refused(_ feed: FollowedFeed, _ words: String, next: Instant?) -> FollowedFeed {
        var old = feed
        // The failure was counted when the look began.
        old.state.begun = nil
        old.state.staleSince = old.state.staleSince ?? clock()
        old.state.trouble = FeedTrouble(kind: .failing, words: words)
        old.state.next = next
        return old
    }
}

extension Change {
    /// Whether it makes an entry of which only its people are told what it is.
    fileprivate var isPrivate: Bool { if case .entry(let entry)? = after { entry.isPrivate } else { false } }
}
