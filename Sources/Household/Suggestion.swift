/// A way out of a conflict: changes that the family could make, and what they would cost it.
public struct Suggestion: Hashable, Sendable {
    public var way: WayOut
    /// One sentence: `Move “Fjord dashboards” to Thu 26 Nov 15:00–19:30`.
    public var title: String
    public var changes: [Change]
    public var cost: Cost

    public init(way: WayOut, title: String, changes: [Change], cost: Cost) {
        self.way = way
        self.title = title
        self.changes = changes
        self.cost = cost
    }

    /// What it takes besides the conflicts that it creates. Times in seconds.
    public struct Cost: Hashable, Sendable {
        /// By how much things are moved, added up.
        public var moved: Int
        /// Whose time is planned otherwise, in the household's order.
        public var people: [ID<Person>]
        /// What it does to the work on deadlines that lie ahead.
        public var deadlines: [DeadlineShift]
        /// What it does to the weeks that it touches, for each adult to whom it does anything.
        public var balance: [BalanceShift]

        public init(
            moved: Int = 0,
            people: [ID<Person>] = [],
            deadlines: [DeadlineShift] = [],
            balance: [BalanceShift] = []
        ) {
            self.moved = moved
            self.people = people
            self.deadlines = deadlines
            self.balance = balance
        }
    }

    /// How much more work is booked on a stream until a deadline; negative: less.
    public struct DeadlineShift: Hashable, Sendable {
        public var stream: ID<Stream>
        public var deadline: ID<Deadline>
        public var booked: Int

        public init(stream: ID<Stream>, deadline: ID<Deadline>, booked: Int) {
            self.stream = stream
            self.deadline = deadline
            self.booked = booked
        }
    }

    /// How much more care, work of either kind and own time somebody has; negative: less.
    public struct BalanceShift: Hashable, Sendable {
        public var person: ID<Person>
        public var care: Int
        public var work: Int
        public var own: Int

        public init(person: ID<Person>, care: Int, work: Int, own: Int) {
            self.person = person
            self.care = care
            self.work = work
            self.own = own
        }
    }
}

/// The sorts of ways out, the ones that take least of a family first.
public enum WayOut: String, Codable, Sendable, CaseIterable, Comparable {
    /// Somebody is named who brings or fetches.
    case name
    /// A movable entry gets another time.
    case move
    /// More work is booked.
    case book
    /// Another parent takes over the care.
    case give
    /// Two blocks change hands between the parents.
    case swap
    /// A carer is asked, in the times in which they usually help.
    case ask
    /// A movable entry ends earlier, or begins later.
    case shorten
    /// Something does not happen, or happens without somebody or something.
    case release

    public static func < (lhs: WayOut, rhs: WayOut) -> Bool {
        (allCases.firstIndex(of: lhs) ?? 0) < (allCases.firstIndex(of: rhs) ?? 0)
    }
}
