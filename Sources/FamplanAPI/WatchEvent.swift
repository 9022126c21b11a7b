/// One line of what is told while somebody watches.
public struct WatchEvent: Codable, Sendable, Hashable {
    /// One of ``kinds``.
    public var event: String
    /// The last change that has been told; what `after` takes to go on from there.
    public var after: Int
    /// Of `begin`: the household's name.
    public var household: String?
    /// Of `begin`: everything that is wrong now.
    public var conflicts: [ConflictItem]?
    /// Of `change`: what was changed, and by whom; of what it changed the first fifty.
    public var change: HistoryItem?
    /// Of `found`, `altered` and `gone`.
    public var conflict: ConflictItem?
    /// Names by id of the people and streams, where ids stand in it.
    public var names: [String: String]?

    public init(
        event: String,
        after: Int,
        household: String? = nil,
        conflicts: [ConflictItem]? = nil,
        change: HistoryItem? = nil,
        conflict: ConflictItem? = nil,
        names: [String: String]? = nil
    ) {
        self.event = event
        self.after = after
        self.household = household
        self.conflicts = conflicts
        self.change = change
        self.conflict = conflict
        self.names = names
    }

    /// `begin` says how things are, and comes first; then `change`, and of a conflict that is new, has become another or is
    /// resolved `found`, `altered` and `gone`.
    public static let kinds = ["begin", "change", "found", "altered", "gone"]
}
