/// Something that the family decided to value, with a number to hold it against.
public struct Goal: Hashable, Codable, Sendable {
    public var id: ID<Goal>
    public var aim: Aim

    /// What is valued. Times in seconds a week.
    public enum Aim: Hashable, Codable, Sendable {
        /// The person's share of the care, in per cent, over the last `weeks` weeks.
        case careShare(person: ID<Person>, percent: ClosedRange<Double>, weeks: Int)
        case together(min: Int)
        case oneOnOne(person: ID<Person>, child: ID<Person>, min: Int)
        case ownTime(person: ID<Person>, min: Int)
    }

    public init(id: ID<Goal>, aim: Aim) {
        self.id = id
        self.aim = aim
    }
}
