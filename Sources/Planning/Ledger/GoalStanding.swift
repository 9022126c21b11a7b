public import Household
public import ICalendar

/// How one goal stands in one of its windows: what is had of what is wanted.
public struct GoalStanding: Hashable, Sendable {
    public let goal: Goal
    /// The whole weeks that it is judged over.
    public let window: Interval
    public let amount: Amount
    public let isMet: Bool
    /// One sentence with the numbers, without a winner or a loser; of one that is not met, the conflict's.
    public let message: String

    public enum Amount: Hashable, Sendable {
        case seconds(Int)
        /// Tenths of a per cent of the parents' care, rounded away from the bound that it is beyond.
        case perMille(Int)
    }
}
