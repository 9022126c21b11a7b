public import ICalendar

/// What an income stream is.
public enum StreamKind: String, Codable, Sendable, CaseIterable {
    case client, employment, product
    /// The unpaid work around the paid.
    case admin
}

/// What a stream pays. The amount is an exact decimal, kept as written (`95.00`).
public struct Rate: Hashable, Codable, Sendable {
    public enum Unit: String, Codable, Sendable, CaseIterable {
        case hour, day, month, project
    }

    public var amount: String
    public var per: Unit

    public init(amount: String, per: Unit) {
        self.amount = amount
        self.per = per
    }
}

/// The booked hours that a stream should have in a week. In seconds; nil where there is no bound.
public struct WeeklyHours: Hashable, Codable, Sendable {
    public var min: Int?
    public var max: Int?

    public init(min: Int? = nil, max: Int? = nil) {
        self.min = min
        self.max = max
    }
}

/// Work of a stream that must be done by a time.
public struct Deadline: Hashable, Codable, Sendable {
    public var id: ID<Deadline>
    public var title: String
    /// Wall time in the household's zone.
    public var due: CivilDateTime
    /// The work that is left, in seconds.
    public var remaining: Int

    public init(id: ID<Deadline>, title: String, due: CivilDateTime, remaining: Int) {
        self.id = id
        self.title = title
        self.due = due
        self.remaining = remaining
    }
}

/// An income stream of one parent.
public struct Stream: Hashable, Codable, Sendable {
    public var id: ID<Stream>
    public var name: String
    public var owner: ID<Person>
    public var kind: StreamKind
    public var client: String?
    /// What the stream's work takes where its entry says nothing.
    public var attention: Attention
    public var rate: Rate?
    public var weekly: WeeklyHours
    /// When the stream's work can be done; empty: at any time.
    public var hours: [Window]
    /// What the stream's work uses where its entry says nothing.
    public var resources: [ID<Resource>]
    public var deadlines: [Deadline]

    public init(
        id: ID<Stream>,
        name: String,
        owner: ID<Person>,
        kind: StreamKind,
        client: String? = nil,
        attention: Attention = .focus,
        rate: Rate? = nil,
        weekly: WeeklyHours = WeeklyHours(),
        hours: [Window] = [],
        resources: [ID<Resource>] = [],
        deadlines: [Deadline] = []
    ) {
        self.id = id
        self.name = name
        self.owner = owner
        self.kind = kind
        self.client = client
        self.attention = attention
        self.rate = rate
        self.weekly = weekly
        self.hours = hours
        self.resources = resources
        self.deadlines = deadlines
    }
}
