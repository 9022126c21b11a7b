import Feeds
import Household
import ICalendar
import Notifications
import Planning
import Storage

/// That a feed gives nothing good any more is told once.
extension Planner {
    /// A server may have a bad day; in seconds.
    private static let staleAfter = 86_400

    /// What parents are to be told of feeds now, of which feeds, and the next moment at which something may be.
    func feedNews(at now: Instant) throws -> (letters: [Letter], feeds: [FollowedFeed], next: Instant?) {
        let troubled = try feeds().compactMap { feed in
            feed.state.trouble == nil ? nil : feed.state.staleSince.map { (feed: feed, since: $0) }
        }
        let due = troubled.filter { $0.feed.state.toldSince != $0.since && Self.isDue($0.feed, $0.since, at: now) }
        let parents = household.people.values.filter { $0.role == .parent }
        let letters = due.flatMap { feed, since in
            parents.flatMap { self.letters(to: $0, of: feed, staleSince: since, at: now) }
        }
        let later = troubled.map { $0.since.adding(seconds: Self.staleAfter) }.filter { $0 > now }
        return (letters, letters.isEmpty ? [] : due.map(\.feed), later.min())
    }

    /// The outbox forgets what was sent long ago; a feed may be stale for longer.
    func keepTold(_ feeds: [FollowedFeed]) throws {
        for var feed in feeds {
            feed.state.toldSince = feed.state.staleSince
            try keep(feed)
        }
    }

    /// What is not tried again needs somebody at once.
    private static func isDue(_ feed: FollowedFeed, _ since: Instant, at now: Instant) -> Bool {
        feed.state.next == nil || now - since >= staleAfter
    }

    private func letters(
        to person: Person,
        of feed: FollowedFeed,
        staleSince: Instant,
        at now: Instant
    ) -> [Letter] {
        let message = message(to: person, of: feed, staleSince: staleSince, at: now)
        return person.notify.channels.filter { $0.severity <= message.severity }.map {
            Letter(message: message, channel: $0.channel, address: $0.address, due: now, notAfter: nil)
        }
    }

    /// The id holds since when: the same is told once, and the next time anew.
    private func message(
        to person: Person,
        of feed: FollowedFeed,
        staleSince: Instant,
        at now: Instant
    ) -> Message {
        let wall = household.zone.wall(of: staleSince)
        let why = feed.state.trouble?.words ?? "nothing good comes"
        let title = "\(feed.record.name): stale since \(wall.date.dayAndMonth)"
        return Message(
            id: "feed-\(feed.record.id)-\(staleSince.secondsSinceEpoch)-\(person.id)",
            kind: .service,
            severity: .warning,
            person: person.id,
            title: title,
            text: """
                The calendar “\(feed.record.name)” has given nothing good since
                \(wall.date.dayAndMonth) \(wall.time):
                \(why).

                What came from it before is still in the plan, and may be out of date.
                To look again now: famplan feed refresh \(feed.record.id)

                """,
            short: "\(title). What came before is still in the plan.",
            createdAt: now
        )
    }
}
