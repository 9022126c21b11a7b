public import ICalendar

/// What a line of the shared calendar is.
public enum EntryKind: String, Codable, Sendable, CaseIterable {
    /// One parent works on one stream, paid or unpaid.
    case work
    /// Adults are on duty for children.
    case care
    /// Children are supervised by someone outside the household.
    case school
    /// The people named are there, together.
    case appointment
    /// Not at home; without a place, nowhere known.
    case away
    /// Protected time together.
    case family

    /// Whether it rules out another such occurrence of the same person.
    public var isExclusive: Bool {
        switch self {
        case .work, .appointment, .away, .school: true
        case .care, .family: false
        }
    }

    /// What it takes of an adult where neither the entry nor its stream says otherwise.
    public var attention: Attention {
        switch self {
        case .work, .appointment: .focus
        case .away: .call
        case .care, .family, .school: .free
        }
    }
}

/// How far a suggestion may move an entry.
public enum Movable: String, Codable, Sendable, CaseIterable {
    case fixed, day, week
}

/// When an entry is, first: wall time, kept as such.
public enum EntryTime: Hashable, Codable, Sendable {
    /// From a wall time in a zone (nil: the household's), for so many seconds.
    case timed(start: CivilDateTime, zone: String?, seconds: Int)
    /// Whole days of the household's zone, `days` of them.
    case allDay(first: CivilDate, days: Int)

    /// The wall time at which it begins: midnight for whole days.
    public var start: CivilDateTime {
        switch self {
        case .timed(let start, _, _): start
        case .allDay(let first, _): CivilDateTime(first, .midnight)
        }
    }

    public var isAllDay: Bool {
        if case .allDay = self { true } else { false }
    }
}

/// How an entry comes back (RFC 5545 §3.8.5): the start, the rule's dates and extra ones, less the excluded.
public struct Repetition: Hashable, Codable, Sendable {
    public var rule: RecurrenceRule?
    /// Extra starts.
    public var also: [CivilDateTime]
    /// Whole days of the entry's zone on which nothing starts.
    public var exceptDays: [ClosedRange<CivilDate>]
    /// Single starts that do not happen.
    public var exceptStarts: [CivilDateTime]

    public init(
        rule: RecurrenceRule? = nil,
        also: [CivilDateTime] = [],
        exceptDays: [ClosedRange<CivilDate>] = [],
        exceptStarts: [CivilDateTime] = []
    ) {
        self.rule = rule
        self.also = also
        self.exceptDays = exceptDays
        self.exceptStarts = exceptStarts
    }

    /// Whether there is more than the entry's own start.
    public var isRepeating: Bool { rule != nil || !also.isEmpty }
}

/// A line of the shared calendar.
public struct Entry: Hashable, Codable, Sendable {
    public var id: ID<Entry>
    public var kind: EntryKind
    public var title: String
    public var note: String?
    public var people: [ID<Person>]
    /// The children cared for: `for` in the household file.
    public var children: [ID<Person>]
    public var stream: ID<Stream>?
    /// Nil: home, or nowhere known for `away`.
    public var place: ID<Place>?
    /// Nil: the stream's, else the kind's.
    public var attention: Attention?
    /// Nil: busy, unless it is all-day and not `away`.
    public var busy: Bool?
    public var tentative: Bool
    /// An `away` of a child without an adult on which somebody else looks after it.
    public var supervised: Bool
    /// Only its people are told what it is; others see that they are busy.
    public var isPrivate: Bool
    public var time: EntryTime
    public var repetition: Repetition
    /// In order of what they replace; at most one for each original start.
    public var overrides: [Override]
    /// Nil: the stream's.
    public var resources: [ID<Resource>]?
    public var dropOff: ID<Person>?
    public var pickUp: ID<Person>?
    /// How long before its start to remind, in seconds.
    public var remind: Int?
    public var movable: Movable
    public var url: String?
    /// The iCalendar UID of an entry that came from elsewhere.
    public var uid: String?
    /// The feed that keeps it up to date; nil for the family's own.
    public var feed: EntryFeed?

    public init(
        id: ID<Entry>,
        kind: EntryKind,
        title: String,
        note: String? = nil,
        people: [ID<Person>] = [],
        children: [ID<Person>] = [],
        stream: ID<Stream>? = nil,
        place: ID<Place>? = nil,
        attention: Attention? = nil,
        busy: Bool? = nil,
        tentative: Bool = false,
        supervised: Bool = false,
        isPrivate: Bool = false,
        time: EntryTime,
        repetition: Repetition = Repetition(),
        overrides: [Override] = [],
        resources: [ID<Resource>]? = nil,
        dropOff: ID<Person>? = nil,
        pickUp: ID<Person>? = nil,
        remind: Int? = nil,
        movable: Movable = .fixed,
        url: String? = nil,
        uid: String? = nil
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.note = note
        self.people = people
        self.children = children
        self.stream = stream
        self.place = place
        self.attention = attention
        self.busy = busy
        self.tentative = tentative
        self.supervised = supervised
        self.isPrivate = isPrivate
        self.time = time
        self.repetition = repetition
        self.overrides = overrides
        self.resources = resources
        self.dropOff = dropOff
        self.pickUp = pickUp
        self.remind = remind
        self.movable = movable
        self.url = url
        self.uid = uid
    }

    /// Whether it takes part in the rules: an all-day entry only where it is `away` or says so.
    public var isBusy: Bool { busy ?? (!time.isAllDay || kind == .away) }
}
