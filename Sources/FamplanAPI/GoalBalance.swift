/// How a goal stands in one of its windows of whole weeks: what is had of what is wanted.
public struct GoalBalance: Codable, Sendable, Hashable {
    /// The goal's id.
    public var goal: String
    /// `care-share`, `together`, `one-on-one` or `own-time`.
    public var kind: String
    /// Whom the goal names; nobody for time together, which is everybody's.
    public var people: [String]
    public var from: String
    public var to: String
    /// How many weeks that are.
    public var weeks: Int
    /// What is had: minutes, or for `care-share` per cent of the parents' care.
    public var value: Double
    /// The least that is wanted, as ``value`` is.
    public var min: Double
    /// The most that is wanted; not there where more is as good.
    public var max: Double?
    public var met: Bool
    public var message: String

    public init(
        goal: String,
        kind: String,
        people: [String],
        from: String,
        to: String,
        weeks: Int,
        value: Double,
        min: Double,
        max: Double? = nil,
        met: Bool,
        message: String
    ) {
        self.goal = goal
        self.kind = kind
        self.people = people
        self.from = from
        self.to = to
        self.weeks = weeks
        self.value = value
        self.min = min
        self.max = max
        self.met = met
        self.message = message
    }
}
