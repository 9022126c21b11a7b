/// The answer of `GET` ``Route/streams``: the income streams in the household's order, without archived ones unless they
/// were asked for; one alone where one was asked for.
public struct StreamsReport: Codable, Sendable {
    public var streams: [StreamReport]
    /// Names by id of the people, for showing them.
    public var names: [String: String]

    public init(streams: [StreamReport], names: [String: String]) {
        self.streams = streams
        self.names = names
    }
}

/// All that the household says of one stream.
public struct StreamReport: Codable, Sendable {
    public var id: String
    public var name: String
    /// The parent whose it is.
    public var owner: String
    /// `client`, `employment`, `product` or `admin`.
    public var kind: String
    public var client: String?
    /// What it pays today: `95.00 EUR per hour`.
    public var pays: [String]
    /// The first day on which it is no more.
    public var archived: String?
    /// Whether it is no more today.
    public var isArchived: Bool
    /// What else is said, by the keys of the household file: `rates`, `weekly`, `deadlines`.
    public var fields: [PersonField]

    public init(
        id: String,
        name: String,
        owner: String,
        kind: String,
        client: String?,
        pays: [String],
        archived: String?,
        isArchived: Bool,
        fields: [PersonField]
    ) {
        self.id = id
        self.name = name
        self.owner = owner
        self.kind = kind
        self.client = client
        self.pays = pays
        self.archived = archived
        self.isArchived = isArchived
        self.fields = fields
    }
}

/// `POST` ``Route/streams`` and ``Route/editStream``.
public struct StreamRequest: NamesThing {
    /// The stream's id.
    public var stream: String
    /// By the keys of the household file, those within others with a dot: `weekly.min`, `budget.hours`. An empty list takes
    /// a field away. `archived` may be a day in words: `today`.
    public var fields: EntryFields
    /// What it pays: `95.00/hour`, `105 USD/hour`; empty: nothing.
    public var rate: String?
    /// What comes in each month: `420.00`, `420 USD`; empty: nothing.
    public var revenue: String?
    /// The day from which `rate` and `revenue` hold, or `always`. Nil: always, where nothing was said before.
    public var from: String?
    public var options: ChangeOptions

    public var id: String { stream }

    public init(
        stream: String,
        fields: EntryFields,
        rate: String?,
        revenue: String?,
        from: String?,
        options: ChangeOptions
    ) {
        self.stream = stream
        self.fields = fields
        self.rate = rate
        self.revenue = revenue
        self.from = from
        self.options = options
    }
}

/// `POST` ``Route/removeStream``.
public struct RemoveStreamRequest: NamesThing {
    /// The stream's id.
    public var stream: String
    public var options: ChangeOptions

    public var id: String { stream }

    public init(stream: String, options: ChangeOptions) {
        self.stream = stream
        self.options = options
    }
}
