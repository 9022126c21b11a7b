public import OrderedCollections

/// Where a family's time goes: what the ledger says of a range. Times in seconds.
public struct Balance: Hashable, Sendable {
    /// Every adult, in the household's order.
    public var people: OrderedDictionary<ID<Person>, Account>
    /// Every child is awake and has both parents.
    public var together: Int
    /// Each parent with each child, in the household's order.
    public var oneOnOne: OrderedDictionary<Pair, Int>

    public init(
        people: OrderedDictionary<ID<Person>, Account> = [:],
        together: Int = 0,
        oneOnOne: OrderedDictionary<Pair, Int> = [:]
    ) {
        self.people = people
        self.together = together
        self.oneOnOne = oneOnOne
    }

    /// What one adult did. A carer has care alone.
    public struct Account: Hashable, Sendable {
        /// Of children who are awake; what several carers have at once is shared equally among them.
        public var care: SharedTime
        /// Work on anything but `admin`; overlapping work is once.
        public var work: Int
        /// Work on `admin` streams alone: what is both is `work`.
        public var admin: Int
        /// Between 06:00 and 23:00, at home, with nothing planned and no child who is awake.
        public var own: Int

        public init(care: SharedTime = .zero, work: Int = 0, admin: Int = 0, own: Int = 0) {
            self.care = care
            self.work = work
            self.admin = admin
            self.own = own
        }
    }

    /// A parent and a child who have each other: the parent has no other child, the child no other parent.
    public struct Pair: Hashable, Sendable {
        public var parent: ID<Person>
        public var child: ID<Person>

        public init(parent: ID<Person>, child: ID<Person>) {
            self.parent = parent
            self.child = child
        }
    }
}
