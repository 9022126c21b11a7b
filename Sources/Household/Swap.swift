public import ICalendar

/// One parent asks the other to take something over, for something in return or for nothing.
public struct Swap: Hashable, Sendable {
    /// Its number, from 1; 0 where it was not kept yet.
    public var id: Int
    public var asker: ID<Person>
    /// The one who is to answer, and no one else can.
    public var asked: ID<Person>
    /// What the asked one would take over from the asker.
    public var wanted: Side
    /// What the asker would take over from the asked one in return.
    public var offered: Side?
    public var reason: String
    public var askedAt: Instant
    /// Answered before this moment, or not any more.
    public var until: Instant
    /// The swap in whose place this one was offered.
    public var counters: Int?
    public var state: State
    /// Nil while it is open.
    public var settlement: Settlement?

    public enum State: String, Codable, Sendable, CaseIterable {
        case open
        /// Both have agreed, and the plan was changed.
        case accepted
        case declined
        /// Answered by another offer, which is a swap of its own.
        case countered
        case withdrawn
        /// Nobody answered in time.
        case expired
        /// What was asked for was not as it had been when somebody said yes.
        case stale
    }

    /// How it came to an end.
    public struct Settlement: Hashable, Sendable {
        public var at: Instant
        /// A person's id, or `admin`; nil where time ended it.
        public var by: String?
        /// What was said with it, or what had changed; nil where nothing was.
        public var words: String?
        /// The change of the history that an accepted swap made.
        public var change: Int?

        public init(at: Instant, by: String? = nil, words: String? = nil, change: Int? = nil) {
            self.at = at
            self.by = by
            self.words = words
            self.change = change
        }
    }

    public init(
        id: Int = 0,
        asker: ID<Person>,
        asked: ID<Person>,
        wanted: Side,
        offered: Side? = nil,
        reason: String,
        askedAt: Instant,
        until: Instant,
        counters: Int? = nil,
        state: State = .open,
        settlement: Settlement? = nil
    ) {
        self.id = id
        self.asker = asker
        self.asked = asked
        self.wanted = wanted
        self.offered = offered
        self.reason = reason
        self.askedAt = askedAt
        self.until = until
        self.counters = counters
        self.state = state
        self.settlement = settlement
    }

    public var sides: [Side] { [wanted] + (offered.map { [$0] } ?? []) }

    /// Whether it can still be answered.
    public func isOpen(at now: Instant) -> Bool { state == .open && now < until }

    /// With an end.
    public func settled(_ state: State, _ settlement: Settlement) -> Swap {
        var swap = self
        (swap.state, swap.settlement) = (state, settlement)
        return swap
    }
}

extension Swap {
    /// One thing that would change hands: an occurrence, or a series from one of its occurrences on.
    public struct Side: Hashable, Sendable {
        public var entry: ID<Entry>
        /// The original start, in the entry's own wall time.
        public var of: CivilDateTime
        /// Whether all that follows is meant, too.
        public var isFollowing: Bool
        /// What of it changes hands, never nothing.
        public var parts: [Part]
        /// As it was when it was asked for: whoever agrees, agrees to that.
        public var terms: Terms

        public init(entry: ID<Entry>, of: CivilDateTime, isFollowing: Bool, parts: [Part], terms: Terms) {
            self.entry = entry
            self.of = of
            self.isFollowing = isFollowing
            self.parts = parts
            self.terms = terms
        }

        /// Whether the two have an occurrence in common.
        public func overlaps(_ other: Side) -> Bool {
            guard entry == other.entry, !Set(parts).isDisjoint(with: other.parts) else { return false }
            switch (isFollowing, other.isFollowing) {
            case (true, true): return true
            case (true, false): return of <= other.of
            case (false, true): return other.of <= of
            case (false, false): return of == other.of
            }
        }
    }

    /// A duty that an entry names somebody for.
    public enum Part: String, Codable, Sendable, CaseIterable {
        /// Being among its people.
        case people
        case dropOff = "drop-off"
        case pickUp = "pick-up"
    }

    /// What matters of an occurrence to whoever takes it over.
    public struct Terms: Hashable, Codable, Sendable {
        public var kind: EntryKind
        public var title: String
        /// Only its people were told what it is.
        public var isPrivate: Bool
        public var start: Instant
        public var end: Instant
        public var isAllDay: Bool
        public var people: [ID<Person>]
        public var children: [ID<Person>]
        public var place: ID<Place>?
        public var dropOff: ID<Person>?
        public var pickUp: ID<Person>?
        /// How a series goes on from there, in words that are compared and not read; nil for one occurrence.
        public var series: String?

        public init(
            kind: EntryKind,
            title: String,
            isPrivate: Bool,
            start: Instant,
            end: Instant,
            isAllDay: Bool,
            people: [ID<Person>],
            children: [ID<Person>],
            place: ID<Place>?,
            dropOff: ID<Person>?,
            pickUp: ID<Person>?,
            series: String? = nil
        ) {
            self.kind = kind
            self.title = title
            self.isPrivate = isPrivate
            self.start = start
            self.end = end
            self.isAllDay = isAllDay
            self.people = people
            self.children = children
            self.place = place
            self.dropOff = dropOff
            self.pickUp = pickUp
            self.series = series
        }

        public var interval: Interval { Interval(start, end) }

        /// The duties of a person.
        public func parts(of person: ID<Person>) -> [Part] {
            var parts: [Part] = people.contains(person) ? [.people] : []
            if dropOff == person { parts.append(.dropOff) }
            if pickUp == person { parts.append(.pickUp) }
            return parts
        }
    }
}
