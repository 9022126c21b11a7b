/// An iCalendar source that the household follows; see `EntryFeed` for what an entry knows of it.
public enum Feed {}

/// What an entry that a feed keeps up to date says of it.
public struct EntryFeed: Hashable, Codable, Sendable {
    public var id: ID<Feed>
    /// What the household calls it: `Springfield school`.
    public var name: String
    /// The entries that do not happen while this one is on, as a school that is closed.
    public var closes: [ID<Entry>]

    public init(id: ID<Feed>, name: String, closes: [ID<Entry>] = []) {
        self.id = id
        self.name = name
        self.closes = closes
    }
}

extension Change {
    /// Whether it is about an entry that a feed keeps up to date.
    public var isOfFeed: Bool {
        [before, after].contains { item in
            guard case .entry(let entry)? = item else { return false }
            return entry.feed != nil
        }
    }
}
