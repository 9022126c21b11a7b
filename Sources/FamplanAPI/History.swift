/// Who changed what, newest first.
public struct History: Codable, Sendable {
    public var changes: [HistoryItem]

    public init(changes: [HistoryItem]) {
        self.changes = changes
    }
}

/// One change: one decision of somebody, made at once.
public struct HistoryItem: Codable, Sendable, Hashable {
    /// Names the change for `undo`.
    public var id: Int
    public var at: String
    /// A person's id, or `admin`.
    public var actor: String
    /// One line: `add work “Deep work”`.
    public var summary: String
    /// The change that this one took back.
    public var undoes: Int?
    /// The change that took this one back.
    public var undoneBy: Int?
    public var things: [ChangedThing]

    public init(
        id: Int,
        at: String,
        actor: String,
        summary: String,
        undoes: Int?,
        undoneBy: Int?,
        things: [ChangedThing]
    ) {
        self.id = id
        self.at = at
        self.actor = actor
        self.summary = summary
        self.undoes = undoes
        self.undoneBy = undoneBy
        self.things = things
    }
}

/// What happened to one thing.
public struct ChangedThing: Codable, Sendable, Hashable {
    /// `household`, `place`, `travel`, `resource`, `person`, `stream`, `entry`, `goal` or `logged-time`.
    public var noun: String
    public var id: String
    /// `added`, `edited` or `removed`.
    public var action: String
    /// What is different, in the words of the household file; everything, where it was added or removed.
    public var fields: [ChangedField]

    public init(noun: String, id: String, action: String, fields: [ChangedField]) {
        self.noun = noun
        self.id = id
        self.action = action
        self.fields = fields
    }
}

/// One field before and after; null where it was not there.
public struct ChangedField: Codable, Sendable, Hashable {
    public var field: String
    public var before: String?
    public var after: String?

    public init(field: String, before: String?, after: String?) {
        self.field = field
        self.before = before
        self.after = after
    }
}
