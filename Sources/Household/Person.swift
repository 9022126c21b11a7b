public import ICalendar

/// What a person is to the household.
public enum Role: String, Codable, Sendable, CaseIterable {
    case parent, child
    /// A grandparent, sitter, neighbour: may care, has no work of their own here.
    case carer
}

/// How closely a child needs somebody.
public enum CareLevel: String, Codable, Sendable, CaseIterable, Comparable {
    case nearby, present
    case handsOn = "hands-on"

    public static func < (lhs: CareLevel, rhs: CareLevel) -> Bool { lhs.rank < rhs.rank }

    private var rank: Int {
        switch self {
        case .nearby: 0
        case .present: 1
        case .handsOn: 2
        }
    }
}

/// Hours of the week in which a child needs care of a certain level.
public struct CareWindow: Hashable, Codable, Sendable {
    public var window: Window
    public var level: CareLevel

    public init(window: Window, level: CareLevel) {
        self.window = window
        self.level = level
    }
}

/// How much work a parent wants to be the most. In seconds; nil where there is no limit.
public struct WorkLimits: Hashable, Codable, Sendable {
    public var perDay: Int?
    public var perWeek: Int?
    /// The least time between the work of one day and that of the next.
    public var rest: Int?

    public init(perDay: Int? = nil, perWeek: Int? = nil, rest: Int? = nil) {
        self.perDay = perDay
        self.perWeek = perWeek
        self.rest = rest
    }
}

/// Somebody of the household, or who helps it.
public struct Person: Hashable, Codable, Sendable {
    public var id: ID<Person>
    public var name: String
    public var role: Role
    /// The Unix account by which the daemon knows this person.
    public var unixUser: String?
    /// A parent's.
    public var work: WorkLimits
    /// A child's date of birth.
    public var born: CivilDate?
    /// A child's: does not travel alone.
    public var escort: Bool
    /// A child's: how long it may be alone, in seconds.
    public var aloneUpTo: Int
    /// A child's; outside all windows no care is needed.
    public var care: [CareWindow]
    /// A carer's: when they usually help if they are asked; empty where nothing is known.
    public var helps: [Window]
    /// What the person says of conflicts that are theirs, before the household is asked.
    public var rules: [ConflictKind: RuleSetting]
    /// A parent's or a carer's: what they want to be told, and how.
    public var notify: NotificationSettings

    public init(
        id: ID<Person>,
        name: String,
        role: Role,
        unixUser: String? = nil,
        work: WorkLimits = WorkLimits(),
        born: CivilDate? = nil,
        escort: Bool = true,
        aloneUpTo: Int = 0,
        care: [CareWindow] = [],
        helps: [Window] = [],
        rules: [ConflictKind: RuleSetting] = [:],
        notify: NotificationSettings = NotificationSettings()
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.unixUser = unixUser
        self.work = work
        self.born = born
        self.escort = escort
        self.aloneUpTo = aloneUpTo
        self.care = care
        self.helps = helps
        self.rules = rules
        self.notify = notify
    }

    public var isAdult: Bool { role != .child }
}
