/// The answer of `GET` ``Route/goals``: what the family decided to value, in the household's order; one alone where one was
/// asked for. How they stand is the balance's to say.
public struct GoalsReport: Codable, Sendable {
    public var goals: [GoalItem]

    public init(goals: [GoalItem]) {
        self.goals = goals
    }
}

/// One goal.
public struct GoalItem: Codable, Sendable {
    public var id: String
    /// `care-share`, `together`, `one-on-one` or `own-time`.
    public var kind: String
    /// `Maya and Noah: at least 2h one-on-one a week`.
    public var words: String
    /// What is said of it, by the keys of the household file: `person`, `between`, `min`.
    public var fields: [PersonField]

    public init(id: String, kind: String, words: String, fields: [PersonField]) {
        self.id = id
        self.kind = kind
        self.words = words
        self.fields = fields
    }
}
