/// What is on, in order of start; selected by overlap with `[from, to)`.
public struct Agenda: Codable, Sendable {
    public var from: String
    public var to: String
    public var items: [AgendaItem]
    /// Names by id of the people and of the places that the items name, for showing them.
    public var names: [String: String]
    public var places: [String: String]

    public init(
        from: String,
        to: String,
        items: [AgendaItem],
        names: [String: String] = [:],
        places: [String: String] = [:]
    ) {
        self.from = from
        self.to = to
        self.items = items
        self.names = names
        self.places = places
    }
}

/// One occurrence of an entry. Times are RFC 3339 with the household's offset; people, places and streams are ids.
public struct AgendaItem: Codable, Sendable, Hashable {
    public var entry: String
    /// The original start.
    public var of: String
    /// The iCalendar UID of an imported entry, and the original start in its own words.
    public var uid: String?
    public var recurrenceId: String?
    public var kind: String
    public var title: String
    public var people: [String]
    public var `for`: [String]
    /// Null where an `away` is nowhere known.
    public var place: String?
    public var stream: String?
    public var attention: String
    public var start: String
    public var end: String
    public var allDay: Bool
    public var tentative: Bool
    /// False: shown, but in no rule.
    public var busy: Bool
    /// True: only its people are told what it is; for others its title is that they are busy.
    public var `private`: Bool?
    /// Why it does not happen: `Teacher day, from Springfield school feed`. Nil: it does, or is ``replaced``.
    public var closed: String?
    /// What the family does instead of it: `Trip to the sea`. Nil: it happens, or is ``closed``.
    public var replaced: String?

    public init(
        entry: String,
        of: String,
        uid: String?,
        recurrenceId: String?,
        kind: String,
        title: String,
        people: [String],
        for children: [String],
        place: String?,
        stream: String?,
        attention: String,
        start: String,
        end: String,
        allDay: Bool,
        tentative: Bool,
        busy: Bool,
        isPrivate: Bool? = nil,
        closed: String? = nil,
        replaced: String? = nil
    ) {
        self.entry = entry
        self.of = of
        self.uid = uid
        self.recurrenceId = recurrenceId
        self.kind = kind
        self.title = title
        self.people = people
        self.for = children
        self.place = place
        self.stream = stream
        self.attention = attention
        self.start = start
        self.end = end
        self.allDay = allDay
        self.tentative = tentative
        self.busy = busy
        self.private = isPrivate
        self.closed = closed
        self.replaced = replaced
    }
}
