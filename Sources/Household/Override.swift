public import ICalendar

/// One occurrence of an entry that is not as the others: it replaces the one with the original start `of`
/// (RFC 5545 §3.8.4.4).
public struct Override: Hashable, Codable, Sendable {
    /// The original start, in the entry's own wall time; midnight for whole days.
    public var of: CivilDateTime
    public var change: Change

    public enum Change: Hashable, Codable, Sendable {
        /// It does not happen.
        case cancelled
        case changed(Fields)
    }

    /// What differs; nil is as the entry has it, unless it is cleared (``Fields/clear(_:)``).
    public struct Fields: Hashable, Codable, Sendable {
        public var start: CivilDateTime?
        /// Seconds; days for an all-day entry.
        public var length: Int?
        public var title: String?
        public var note: String? {
            didSet { if note != nil { restore(.note) } }
        }
        public var people: [ID<Person>]?
        public var children: [ID<Person>]?
        public var place: ID<Place>? {
            didSet { if place != nil { restore(.place) } }
        }
        public var attention: Attention?
        public var busy: Bool?
        public var tentative: Bool?
        public var resources: [ID<Resource>]?
        public var dropOff: ID<Person>? {
            didSet { if dropOff != nil { restore(.dropOff) } }
        }
        public var pickUp: ID<Person>? {
            didSet { if pickUp != nil { restore(.pickUp) } }
        }
        /// What the occurrence is without; never something that has a value here. Nil, not empty, for nothing.
        var without: [Clearable]?

        public init() {}
    }

    public init(of: CivilDateTime, change: Change) {
        self.of = of
        self.change = change
    }
}

extension Entry {
    /// The entry as it is for one override: what the override says or takes away, else what the entry says.
    public func applying(_ fields: Override.Fields) -> Entry {
        var entry = self
        entry.title = fields.title ?? title
        entry.note = fields.own(fields.note, .note, else: note)
        entry.people = fields.people ?? people
        entry.children = fields.children ?? children
        entry.place = fields.own(fields.place, .place, else: place)
        entry.attention = fields.attention ?? attention
        entry.busy = fields.busy ?? busy
        entry.tentative = fields.tentative ?? tentative
        entry.resources = fields.resources ?? resources
        entry.dropOff = fields.own(fields.dropOff, .dropOff, else: dropOff)
        entry.pickUp = fields.own(fields.pickUp, .pickUp, else: pickUp)
        return entry
    }
}
