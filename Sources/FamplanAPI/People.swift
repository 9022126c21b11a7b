/// The answer of `GET` ``Route/people``: who belongs to the household, in its order; one alone where one was asked for.
public struct PeopleReport: Codable, Sendable {
    public var people: [PersonReport]

    public init(people: [PersonReport]) {
        self.people = people
    }
}

/// All that the household says of one person.
public struct PersonReport: Codable, Sendable {
    public var id: String
    public var name: String
    /// `parent`, `child` or `carer`.
    public var role: String
    /// The account by which the daemon knows the person.
    public var unixUser: String?
    /// What else is said, by the keys of the household file: `work.perDay`, `born`, `care`.
    public var fields: [PersonField]
    /// What the person wants to be told; nil for a child.
    public var notify: NotifyReport?

    public init(
        id: String,
        name: String,
        role: String,
        unixUser: String?,
        fields: [PersonField],
        notify: NotifyReport?
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.unixUser = unixUser
        self.fields = fields
        self.notify = notify
    }
}

/// One key of the household file and its value in one line.
public struct PersonField: Codable, Sendable, Hashable {
    public var field: String
    public var value: String

    public init(field: String, value: String) {
        self.field = field
        self.value = value
    }
}

/// What a person wants to be told.
public struct NotifyReport: Codable, Sendable {
    /// When the day's overview is sent: `06:30`.
    public var digest: String?
    /// The day on which it says the balance: `sunday`.
    public var balance: String?
    /// The hours of silence: `22:00-06:30`.
    public var quiet: String?
    /// The language of dates, a BCP 47 tag; nil: English.
    public var language: String?
    public var channels: [SubscriptionReport]

    public init(
        digest: String?,
        balance: String?,
        quiet: String?,
        language: String?,
        channels: [SubscriptionReport]
    ) {
        self.digest = digest
        self.balance = balance
        self.quiet = quiet
        self.language = language
        self.channels = channels
    }
}

/// One channel, and what goes through it.
public struct SubscriptionReport: Codable, Sendable, Hashable {
    public var channel: String
    /// Whether the daemon's configuration has the channel.
    public var isConfigured: Bool
    public var address: String?
    /// Conflicts of this severity or worse.
    public var severity: String
    public var digest: Bool
    public var reminders: Bool
    public var changes: Bool

    public init(
        channel: String,
        isConfigured: Bool,
        address: String?,
        severity: String,
        digest: Bool,
        reminders: Bool,
        changes: Bool
    ) {
        self.channel = channel
        self.isConfigured = isConfigured
        self.address = address
        self.severity = severity
        self.digest = digest
        self.reminders = reminders
        self.changes = changes
    }
}

/// `POST` ``Route/people`` and ``Route/editPerson``.
public struct PersonRequest: NamesThing {
    /// The person's id.
    public var person: String
    /// By the keys of the household file, those within others with a dot: `notify.digest`, `work.perDay`. `notify.quiet` is
    /// one text, `22:00-06:30`. An empty list takes a field away.
    public var fields: EntryFields
    /// Channels to add or change: `phone=critical,no-digest`, `email=address=maya@home.example`.
    public var channels: [String]
    /// Names of channels to take away.
    public var without: [String]
    public var options: ChangeOptions

    public var id: String { person }

    public init(
        person: String,
        fields: EntryFields,
        channels: [String],
        without: [String],
        options: ChangeOptions
    ) {
        self.person = person
        self.fields = fields
        self.channels = channels
        self.without = without
        self.options = options
    }
}

/// `POST` ``Route/removePerson``.
public struct RemovePersonRequest: NamesThing {
    /// The person's id.
    public var person: String
    public var options: ChangeOptions

    public var id: String { person }

    public init(person: String, options: ChangeOptions) {
        self.person = person
        self.options = options
    }
}
