public import ICalendar

/// What an income stream is.
public enum StreamKind: String, Codable, Sendable, CaseIterable {
    case client, employment, product
    /// The unpaid work around the paid.
    case admin

    /// Whether its hours are worked for money where nothing else is said.
    public var isBillable: Bool { self != .admin }
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
    /// Whether its hours are worked for money.
    public var billable: Bool
    /// Of its money where a rate says nothing; nil: the household's.
    public var currency: Currency?
    /// What it pays, the earliest first; the last that has begun holds.
    public var rates: [Rate]
    /// What comes in each month besides, the earliest first; the last that has begun holds.
    public var revenue: [Revenue]
    public var budget: Budget
    /// The money that the family wants of it each month, in its currency.
    public var target: Amount?
    /// The first day on which it is no more: nothing is earned from it, and its past stays as it was.
    public var archived: CivilDate?
    public var weekly: WeeklyHours
    /// When the stream's work can be done; empty: at any time.
    public var hours: [Window]
    /// What the stream's work uses where its entry says nothing.
    public var resources: [ID<Resource>]
    public var deadlines: [Deadline]

    /// - Parameter billable: nil: unless it is `admin`.
    public init(
        id: ID<Stream>,
        name: String,
        owner: ID<Person>,
        kind: StreamKind,
        client: String? = nil,
        attention: Attention = .focus,
        billable: Bool? = nil,
        currency: Currency? = nil,
        rates: [Rate] = [],
        revenue: [Revenue] = [],
        budget: Budget = Budget(),
        target: Amount? = nil,
        archived: CivilDate? = nil,
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
        self.billable = billable ?? kind.isBillable
        self.currency = currency
        self.rates = rates
        self.revenue = revenue
        self.budget = budget
        self.target = target
        self.archived = archived
        self.weekly = weekly
        self.hours = hours
        self.resources = resources
        self.deadlines = deadlines
    }
}

extension Stream {
    /// Whether it is no more on `date`.
    public func isArchived(on date: CivilDate) -> Bool { archived.map { $0 <= date } ?? false }
}
