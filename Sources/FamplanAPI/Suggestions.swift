/// Ways out of a conflict, the best first; at most three.
public struct Suggestions: Codable, Sendable {
    public var conflict: ConflictItem
    public var suggestions: [SuggestionItem]
    /// Names by id of the people and streams, for showing them.
    public var names: [String: String]

    public init(conflict: ConflictItem, suggestions: [SuggestionItem], names: [String: String] = [:]) {
        self.conflict = conflict
        self.suggestions = suggestions
        self.names = names
    }
}

/// One way out: what it is, what it would do to the plan, and what it costs.
public struct SuggestionItem: Codable, Sendable, Hashable {
    /// From 1: what `--take` names.
    public var number: Int
    /// `name`, `move`, `book`, `give`, `swap`, `ask`, `shorten` or `release`.
    public var way: String
    /// One sentence.
    public var title: String
    public var things: [ChangedThing]
    /// Conflicts that would be there and are not now; their ids are null.
    public var created: [ConflictItem]
    /// Conflicts that would be gone.
    public var resolved: [ConflictItem]
    public var cost: SuggestionCost

    public init(
        number: Int,
        way: String,
        title: String,
        things: [ChangedThing],
        created: [ConflictItem],
        resolved: [ConflictItem],
        cost: SuggestionCost
    ) {
        self.number = number
        self.way = way
        self.title = title
        self.things = things
        self.created = created
        self.resolved = resolved
        self.cost = cost
    }
}

/// What a way out takes besides conflicts.
public struct SuggestionCost: Codable, Sendable, Hashable {
    /// By how much things are moved, added up.
    public var movedMinutes: Int
    /// Whose time is planned otherwise.
    public var people: [String]
    /// How much more work is booked until each deadline; negative: less.
    public var deadlines: [DeadlineShift]
    /// How much more each adult has of care, work and own time in the weeks that it touches; negative: less.
    public var balance: [BalanceShift]

    public init(movedMinutes: Int, people: [String], deadlines: [DeadlineShift], balance: [BalanceShift]) {
        self.movedMinutes = movedMinutes
        self.people = people
        self.deadlines = deadlines
        self.balance = balance
    }

    public struct DeadlineShift: Codable, Sendable, Hashable {
        public var stream: String
        public var deadline: String
        public var title: String
        public var bookedMinutes: Int

        public init(stream: String, deadline: String, title: String, bookedMinutes: Int) {
            self.stream = stream
            self.deadline = deadline
            self.title = title
            self.bookedMinutes = bookedMinutes
        }
    }

    public struct BalanceShift: Codable, Sendable, Hashable {
        public var person: String
        public var careMinutes: Int
        public var workMinutes: Int
        public var ownMinutes: Int

        public init(person: String, careMinutes: Int, workMinutes: Int, ownMinutes: Int) {
            self.person = person
            self.careMinutes = careMinutes
            self.workMinutes = workMinutes
            self.ownMinutes = ownMinutes
        }
    }
}

/// `POST` ``Route/suggestions``: do what one of them says.
public struct TakeRequest: Codable, Sendable {
    /// The conflict's id.
    public var conflict: String
    /// The suggestion's, from 1.
    public var number: Int
    public var options: ChangeOptions

    public init(conflict: String, number: Int, options: ChangeOptions) {
        self.conflict = conflict
        self.number = number
        self.options = options
    }
}
