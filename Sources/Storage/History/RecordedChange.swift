public import Household
public import ICalendar

/// A change that was made, as the history keeps it.
public struct RecordedChange: Hashable, Sendable, Identifiable {
    /// Grows with every change.
    public let id: Int
    public let at: Instant
    /// A person's id, or `admin`.
    public let actor: String
    public let summary: String
    /// The change that this one takes back.
    public let undoes: Int?
    /// The change that takes this one back and stands: is not itself taken back.
    public let undoneBy: Int?
    public let changes: [Change]
    /// What it did to what was really done.
    public let logged: [LoggedChange]
}

/// Names a thing of whichever kind, there or gone.
public struct Thing: Hashable, Sendable {
    public let noun: Item.Noun
    public let id: String

    public init(_ noun: Item.Noun, _ id: String) {
        self.noun = noun
        self.id = id
    }
}
