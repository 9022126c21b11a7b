/// The answer of `GET` ``Route/names``: what a command line could name, for completing what somebody types.
public struct NamesReport: Codable, Sendable {
    public var names: [NameItem]

    public init(names: [NameItem]) {
        self.names = names
    }
}

/// One name, and what is meant by it.
public struct NameItem: Codable, Sendable, Hashable {
    /// `noah-school`, `noah-school@2026-11-25`, `k7q2m9fa`, `17`.
    public var name: String
    /// In a few words: a title, a sentence; empty where the name says it.
    public var words: String

    public init(name: String, words: String) {
        self.name = name
        self.words = words
    }
}

/// What can be named.
public enum NameKind: String, CaseIterable, Codable, Sendable {
    /// Entries, without those that are private to others.
    case entry
    /// Their occurrences of the next two weeks.
    case occurrence
    case conflict, person, child, place, resource, stream, client, goal, feed, channel
    /// Swaps that are open, by number.
    case swap
    /// Messages, the newest first, by number.
    case message
    /// Changes of the history, the newest first, by number.
    case change
    /// What was logged in the last week, the newest first, by number.
    case time
}
