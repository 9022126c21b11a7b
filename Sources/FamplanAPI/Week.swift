/// Somebody, as a reader needs to know them.
public struct PersonItem: Codable, Sendable, Hashable {
    public var id: String
    public var name: String
    /// `parent`, `child` or `carer`.
    public var role: String

    public init(id: String, name: String, role: String) {
        self.id = id
        self.name = name
        self.role = role
    }
}

/// Everything that a drawn week, or day, needs, in one answer.
public struct Week: Codable, Sendable {
    public var from: String
    public var to: String
    public var household: String
    public var people: [PersonItem]
    /// Names of places by id, home too.
    public var places: [String: String]
    /// Of a day, with what does not happen on it.
    public var items: [AgendaItem]
    public var children: [ChildCoverage]
    public var conflicts: [ConflictItem]
    /// What was really done, where that was asked for.
    public var logged: [LoggedItem]?
    /// Names by id of the people and streams of these, and of a day's.
    public var names: [String: String]?

    public init(
        from: String,
        to: String,
        household: String,
        people: [PersonItem],
        places: [String: String],
        items: [AgendaItem],
        children: [ChildCoverage],
        conflicts: [ConflictItem],
        logged: [LoggedItem]? = nil,
        names: [String: String]? = nil
    ) {
        self.logged = logged
        self.names = names
        self.from = from
        self.to = to
        self.household = household
        self.people = people
        self.places = places
        self.items = items
        self.children = children
        self.conflicts = conflicts
    }
}

/// Who is where and who has the children, this minute.
public struct Now: Codable, Sendable {
    public var people: [Whereabouts]
    public var children: [ChildNow]
    /// Open conflicts that are under way or begin before the day ends.
    public var conflicts: [ConflictItem]
    /// What is being logged; nothing for those who do not plan.
    public var running: [LoggedItem]?
    /// Names by id of the people and streams of these.
    public var names: [String: String]?

    public init(
        people: [Whereabouts],
        children: [ChildNow],
        conflicts: [ConflictItem],
        running: [LoggedItem]? = nil,
        names: [String: String]? = nil
    ) {
        self.running = running
        self.names = names
        self.people = people
        self.children = children
        self.conflicts = conflicts
    }
}

/// One person, this minute.
public struct Whereabouts: Codable, Sendable, Hashable {
    public var person: PersonItem
    /// The name of the place, or null where it is nowhere known.
    public var place: String?
    /// `free`, `light`, `focus` or `call`; null for children.
    public var attention: String?
    public var items: [AgendaItem]
    /// What comes next today.
    public var next: AgendaItem?

    public init(person: PersonItem, place: String?, attention: String?, items: [AgendaItem], next: AgendaItem?) {
        self.person = person
        self.place = place
        self.attention = attention
        self.items = items
        self.next = next
    }
}

/// Who has one child, this minute, and until when.
public struct ChildNow: Codable, Sendable, Hashable {
    public var child: PersonItem
    public var carers: [PersonItem]
    public var by: String
    public var until: String

    public init(child: PersonItem, carers: [PersonItem], by: String, until: String) {
        self.child = child
        self.carers = carers
        self.by = by
        self.until = until
    }
}
