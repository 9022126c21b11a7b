public import ICalendar

/// Whether a parent who is at home and interruptible counts as having the children.
public enum Coverage: String, Codable, Sendable, CaseIterable {
    /// A parent at home and interruptible counts.
    case available
    /// Only care entries count.
    case assigned
}

/// What holds for the whole household.
public struct Settings: Hashable, Codable, Sendable {
    public var name: String
    /// The IANA name of the zone in which days and weeks are counted.
    public var timeZone: String
    public var weekStart: Weekday
    /// ISO 4217, three capital letters.
    public var currency: String
    /// What other currencies are worth in it, where the family says so.
    public var exchange: [Exchange]
    public var coverage: Coverage
    /// Shorter uncovered stretches are not reported. In seconds.
    public var minimumGap: Int
    public var protected: [ProtectedTime]
    /// What is said of conflicts whose people say nothing of their kind.
    public var rules: [ConflictKind: RuleSetting]
    /// How much an hour of each kind counts in the balance; nil: nothing is weighed.
    public var weights: HourWeights?

    public init(
        name: String = "Household",
        timeZone: String = "UTC",
        weekStart: Weekday = .monday,
        currency: String = "EUR",
        exchange: [Exchange] = [],
        coverage: Coverage = .available,
        minimumGap: Int = 600,
        protected: [ProtectedTime] = [],
        rules: [ConflictKind: RuleSetting] = [:],
        weights: HourWeights? = nil
    ) {
        self.name = name
        self.timeZone = timeZone
        self.weekStart = weekStart
        self.currency = currency
        self.exchange = exchange
        self.coverage = coverage
        self.minimumGap = minimumGap
        self.protected = protected
        self.rules = rules
        self.weights = weights
    }
}
