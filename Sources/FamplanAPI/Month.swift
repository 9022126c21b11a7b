/// Everything that a drawn month needs, in one answer.
public struct Month: Codable, Sendable {
    /// The first midnight of the month, and of the next.
    public var from: String
    public var to: String
    public var household: String
    /// What weeks begin with: 1 is Monday, 7 Sunday.
    public var weekStart: Int
    public var items: [AgendaItem]
    /// Deadlines of work that is left.
    public var due: [DueItem]
    public var children: [ChildCoverage]
    public var conflicts: [ConflictItem]
    /// Names by id of the people and streams of all these.
    public var names: [String: String]

    public init(
        from: String,
        to: String,
        household: String,
        weekStart: Int,
        items: [AgendaItem],
        due: [DueItem],
        children: [ChildCoverage],
        conflicts: [ConflictItem],
        names: [String: String]
    ) {
        self.from = from
        self.to = to
        self.household = household
        self.weekStart = weekStart
        self.items = items
        self.due = due
        self.children = children
        self.conflicts = conflicts
        self.names = names
    }
}

/// What must be done by a moment.
public struct DueItem: Codable, Sendable, Hashable {
    public var stream: String
    public var deadline: String
    public var title: String
    /// The moment.
    public var due: String

    public init(stream: String, deadline: String, title: String, due: String) {
        self.stream = stream
        self.deadline = deadline
        self.title = title
        self.due = due
    }
}
