import FamplanAPI
import Feeds
import Household
import ICalendar
import Storage

/// Feeds as people look after them.
extension Planner {
    /// All feeds that are followed, in the order in which they were added.
    func feeds() throws -> [FollowedFeed] { try allFeeds().filter { !$0.isEnded } }

    /// Those as well that were followed once, and of which something is left in the plan.
    func allFeeds() throws -> [FollowedFeed] {
        if let followed { return followed }
        let loaded = try store.feeds().map { try FollowedFeed($0) }
        followed = loaded
        return loaded
    }

    func feed(_ id: ID<Feed>) throws -> FollowedFeed? { try feeds().first { $0.record.id == id } }

    /// Begins to follow a calendar; it is looked at as soon as anybody gets to it.
    func addFeed(_ request: FeedAddRequest, by actor: Actor) throws -> ID<Feed> {
        guard let role = FeedRole(rawValue: request.role) else {
            let roles = FeedRole.allCases.map(\.rawValue).joined(separator: ", ")
            throw ErrorBody(.invalid, "cannot follow it as “\(request.role)”: not a role (\(roles))")
        }
        let address: FeedAddress
        do throws(FeedAddressError) { address = try FeedAddress(request.url) } catch {
            throw ErrorBody(.invalid, "cannot follow that address: \(error)")
        }
        let name = request.name ?? address.host
        guard !name.allSatisfy(\.isWhitespace) else {
            throw ErrorBody(
                .invalid,
                "cannot follow it without a name (leave --name out: it is called as its server is)"
            )
        }
        let closes = try closed(request.closes, role, for: actor.viewer(in: household))
        var state = FeedState(address: address.secretText)
        state.next = clock()
        let record = FeedRecord(
            id: try feedBefore(name, role, closes, at: state.address) ?? freeFeedID(name),
            name: name,
            role: role,
            fields: try FollowedFeed.text(of: fields(household.withIDs(in: request.fields), role, closes)),
            closes: closes,
            every: try request.every.map(Self.seconds),
            allowsPrivate: request.allowsPrivate,
            state: "{}"
        )
        let feed = try FollowedFeed(record, state)
        // What it makes of events must be something that the household can have.
        _ = try template(feed.fields)
        try store.save(feed.record)
        followed = nil
        try note("add feed \(name) (\(role.rawValue))", by: actor)
        return record.id
    }

    /// Looks again now, whatever was found before.
    func askAgain(_ id: ID<Feed>) throws {
        guard var feed = try feed(id) else { return }
        feed.state.next = clock()
        // Somebody wants to know: nothing is believed that was said before.
        feed.state.lastWhole = nil
        try keep(feed)
    }

    /// Ends following a calendar; what is still to come of it goes, and what is over stays as the family's.
    func removeFeed(_ name: String, by actor: Actor) throws {
        let feed = try feed(named: name)
        if let path = feed.path {
            throw ErrorBody(
                .invalid,
                "cannot end following “\(feed.record.name)”: it is in the daemon's configuration (take file://\(path) out "
                    + "of its feeds:, and reload it)"
            )
        }
        try end(feed, by: actor)
    }

    func end(_ feed: FollowedFeed, by actor: Actor) throws {
        let own = household.entries.values.filter { $0.feed?.id == feed.record.id }
        let changes = own.map { entry in
            guard var kept = entry.ended(at: clock(), in: household.zone(of: entry)) else {
                return Change(removing: .entry(entry))
            }
            // What was closed stays so, which only a feed can say.
            if kept.feed?.closes.isEmpty ?? true { kept.feed = nil }
            return Change(from: .entry(entry), to: .entry(kept))
        }
        let real = changes.filter { $0.before != $0.after }
        var draft = Draft(real, summary: "stop following \(feed.record.name)")
        draft.feed = feed.record.id
        if draft.changes.isEmpty { try note(draft.summary, by: actor) }
        _ = try make(draft, by: actor, options: ChangeOptions())
        try forget(feed)
    }

    /// Keeps of a feed that is not followed any more its name alone, and nothing where no entry has it.
    private func forget(_ feed: FollowedFeed) throws {
        if household.entries.values.contains(where: { $0.feed?.id == feed.record.id }) {
            let ended = try FollowedFeed(feed.record, FeedState(address: ""))
            try store.save(feedState: ended.record.state, of: feed.record.id, good: [], bad: [])
        } else {
            try store.remove(feed: feed.record.id)
        }
        followed = nil
    }

    /// A feed that was the same, which takes its place: one that is not followed any more, so that what it has closed is known again, or
    /// one that never gave anything, which is tried once more in another way.
    private func feedBefore(
        _ name: String,
        _ role: FeedRole,
        _ closes: [ID<Entry>],
        at address: String
    ) throws -> ID<Feed>? {
        try allFeeds().first { feed in
            feed.record.name == name && feed.record.role == role && feed.record.closes == closes
                && (feed.isEnded || feed.state.address == address && feed.state.hasFailedSoFar)
        }?.record.id
    }

    /// The feed of an id, or of a name.
    func feed(named name: String) throws -> FollowedFeed {
        let all = try feeds()
        if let feed = all.first(where: { $0.record.id.rawValue == name }) { return feed }
        let named = all.filter { $0.record.name == name }
        guard named.count <= 1 else {
            let ids = named.map(\.record.id.rawValue).joined(separator: ", ")
            throw ErrorBody(.invalid, "cannot tell which feed “\(name)” means: several are called that (say \(ids))")
        }
        if let feed = named.first { return feed }
        throw ErrorBody(.notFound, Spelling.unknown("feed", name, among: all.map(\.record.id.rawValue)))
    }

    /// The one of a name, or all where none is given.
    func feedIDs(named name: String?) throws -> [ID<Feed>] {
        try name.map { [try feed(named: $0).record.id] } ?? feeds().map(\.record.id)
    }

    /// Writes what is remembered of a feed.
    func keep(_ feed: FollowedFeed, good: [UInt8]? = nil, bad: [UInt8]? = nil) throws {
        let feed = try FollowedFeed(feed.record, feed.state)
        try store.save(feedState: feed.record.state, of: feed.record.id, good: good, bad: bad)
        followed = try allFeeds().map { $0.record.id == feed.record.id ? feed : $0 }
    }

    /// A line in the history for what changes no entry.
    private func note(_ summary: String, by actor: Actor) throws {
        try store.commit(Commit(changes: [], actor: actor.name, summary: summary, at: clock()))
        watchers.ring()
    }

    private func freeFeedID(_ name: String) throws -> ID<Feed> {
        let taken = Set(try allFeeds().map(\.record.id.rawValue))
        let slug = EntrySlug.make(from: name) ?? "feed"
        let all = [slug] + (2...99).map { "\(slug)-\($0)" }
        guard let free = all.first(where: { !taken.contains($0) }) else {
            throw ErrorBody(.invalid, "cannot follow it: there are a hundred feeds called “\(name)”")
        }
        return ID(trusted: free)
    }

    private func closed(_ names: [String], _ role: FeedRole, for viewer: Viewer) throws -> [ID<Entry>] {
        guard role == .closure else {
            guard names.isEmpty else {
                throw ErrorBody(
                    .invalid,
                    "cannot close entries by a feed of role \(role.rawValue) (--role closure does)"
                )
            }
            return []
        }
        guard !names.isEmpty else {
            throw ErrorBody(.invalid, "cannot follow closed days: say what is closed then (--entry noah-school)")
        }
        return try names.map { name in
            guard let id = ID<Entry>(name) else {
                throw ErrorBody(.invalid, "“\(name)” names no entry (try noah-school)")
            }
            return try household.entry(named: id, for: viewer).id
        }
    }

    /// What the role says of every entry, and what was asked for.
    func fields(_ asked: EntryFields, _ role: FeedRole, _ closes: [ID<Entry>]) -> EntryFields {
        let said: EntryFields
        switch role {
        case .busy: said = ["kind": [asked["stream"] == nil ? "appointment" : "work"]]
        case .school: said = ["kind": ["school"]]
        case .closure:
            let people = closes.compactMap { household.entries[$0] }.flatMap(\.people)
            said = ["kind": ["appointment"], "people": Set(people).map(\.rawValue).sorted()]
        case .info: said = ["kind": ["appointment"]]
        }
        return said.merging(asked) { _, asked in asked }
    }

    /// `90m`, `6h`, `1d`.
    private static func seconds(_ text: String) throws -> Int {
        if let seconds = FeedEvery.seconds(text) { return seconds }
        throw ErrorBody(.invalid, "cannot look every “\(text)”: it is not a time (try 90m, 6h, 1d)")
    }
}

extension FeedState {
    /// Whether it was looked at, and nothing good came of it yet.
    fileprivate var hasFailedSoFar: Bool { trouble != nil && lastSuccess == nil }
}
