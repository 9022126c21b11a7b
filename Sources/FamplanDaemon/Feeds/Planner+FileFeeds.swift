import FamplanAPI
import Feeds
import Household
import ICalendar
import Storage

/// Calendar files that the daemon's configuration names. Nobody adds or removes one by a command.
extension Planner {
    /// Makes the feeds that are files as the configuration says; safe to be done at any time.
    func follow(_ configured: [FeedConfiguration]) throws {
        let wanted = Set(configured.map(\.id))
        for feed in try feeds() where feed.path != nil && !wanted.contains(feed.record.id) {
            try end(feed, by: .admin)
        }
        for configuration in configured { try follow(configuration) }
    }

    private func follow(_ configuration: FeedConfiguration) throws {
        let fields = fields(configuration.fields, configuration.role, configuration.closes)
        var record = FeedRecord(
            id: configuration.id,
            name: configuration.name,
            role: configuration.role,
            fields: try FollowedFeed.text(of: fields),
            closes: configuration.closes,
            every: configuration.every,
            allowsPrivate: false,
            state: "{}"
        )
        let old = try feed(record.id)
        var state = FeedState(address: "file://\(configuration.path)")
        if let old {
            record.state = old.record.state
            guard record != old.record || state.address != old.state.address else { return }
            // The same events may be something else now: all is read anew, and held against what is there.
            state.events = old.state.events
        }
        state.next = clock()
        let feed = try FollowedFeed(record, state)
        try store.save(feed.record)
        followed = nil
    }
}

extension FeedConfiguration {
    /// Nobody can add one of this name: names of feeds become ids without dots.
    var id: ID<Feed> { ID(trusted: "file.\(key)") }
}
