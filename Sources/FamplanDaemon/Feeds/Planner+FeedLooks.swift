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

    private static let mostWarnings = 20

    /// Makes the household as a look at a feed says, in one change, and remembers the look.
    ///
    /// In this order: what was changed and not remembered is found the same the next time.
    func take(_ decision: FeedDecision, of id: ID<Feed>, body: [UInt8]) throws {
        guard var feed = try feed(id) else { return }
        feed.state = decision.state
        switch decision.outcome {
        case .unchanged, .held: try keep(feed)
        case .failed(let bad): try keep(feed, bad: bad)
        case .apply(let update):
            do {
                feed.state.warnings = Array(try apply(update, of: feed).prefix(Self.mostWarnings))
                try keep(feed, good: body)
            } catch let error where [.invalid, .notFound].contains(ErrorBody(of: error).error.kind) {
                try keep(try refused(feed, ErrorBody(of: error).error.message), bad: body)
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
        draft.changes.removeAll { bad.contains($0.item.id) }
        let hasOthers = !draft.changes.isEmpty || household.entries.values.contains { $0.feed?.id == draft.feed }
        if !hasOthers, let first = problems.first {
            throw ErrorBody(.invalid, "none of its events can be in the plan: \(first)")
        }
        return problems.map { "\($0)" }
    }

    /// What came is a calendar, and not one that the household can have: as if nothing had come.
    private func refused(_ feed: FollowedFeed, _ words: String) throws -> FollowedFeed {
        guard var old = try self.feed(feed.record.id) else { return feed }
        old.state.failures += 1
        old.state.staleSince = old.state.staleSince ?? clock()
        old.state.trouble = FeedTrouble(kind: .failing, words: words)
        old.state.next = feed.state.next
        return old
    }
}
