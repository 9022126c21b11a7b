/// Where the family's time goes in `[from, to)`, as planned, and beside it what was logged.
///
/// Minutes are rounded to a hundredth: shared care and times in seconds leave fractions.
public struct BalanceReport: Codable, Sendable {
    public var from: String
    public var to: String
    /// Up to when ``PersonBalance/actual`` goes; null where nobody logged anything.
    public var actualTo: String?
    /// Every adult, in the household's order; a carer has care alone.
    public var people: [PersonBalance]
    /// Every child is awake and has both parents.
    public var togetherMinutes: Double
    /// Each parent with each child, in the household's order.
    public var oneOnOne: [OneOnOne]
    /// How the goals stand, in their order: each in every one of its windows that shares some time with the range.
    public var goals: [GoalBalance]
    /// Week by week, where that was asked for.
    public var weeks: [BalanceWeek]?
    /// Names by id of the people, for showing them.
    public var names: [String: String]

    public init(
        from: String,
        to: String,
        actualTo: String? = nil,
        people: [PersonBalance],
        togetherMinutes: Double,
        oneOnOne: [OneOnOne],
        goals: [GoalBalance] = [],
        weeks: [BalanceWeek]? = nil,
        names: [String: String] = [:]
    ) {
        self.from = from
        self.to = to
        self.actualTo = actualTo
        self.people = people
        self.togetherMinutes = togetherMinutes
        self.oneOnOne = oneOnOne
        self.goals = goals
        self.weeks = weeks
        self.names = names
    }
}

/// What one adult does.
public struct PersonBalance: Codable, Sendable, Hashable {
    public var person: String
    /// Of children who are awake, shared equally among those who have them at once.
    public var careMinutes: Double
    public var workMinutes: Double
    /// Work on `admin` streams that is not other work, too.
    public var adminMinutes: Double
    /// Between 06:00 and 23:00, at home, with nothing planned and no child who is awake.
    public var ownMinutes: Double
    /// Each kind by its weight (`weights` in the household file); null where there are none.
    public var weightedMinutes: Double?
    /// What was really done in the part of the range that is over; null where the person logged nothing.
    public var actual: ActualBalance?

    public init(
        person: String,
        careMinutes: Double,
        workMinutes: Double,
        adminMinutes: Double,
        ownMinutes: Double,
        weightedMinutes: Double? = nil,
        actual: ActualBalance? = nil
    ) {
        self.person = person
        self.careMinutes = careMinutes
        self.workMinutes = workMinutes
        self.adminMinutes = adminMinutes
        self.ownMinutes = ownMinutes
        self.weightedMinutes = weightedMinutes
        self.actual = actual
    }
}

/// A parent has one child and no other, and the child no other parent.
public struct OneOnOne: Codable, Sendable, Hashable {
    public var person: String
    public var child: String
    public var minutes: Double

    public init(person: String, child: String, minutes: Double) {
        self.person = person
        self.child = child
        self.minutes = minutes
    }
}
