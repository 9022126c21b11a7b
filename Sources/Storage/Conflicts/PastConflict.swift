public import Household
public import ICalendar

/// A conflict as the history of conflicts keeps it.
public struct PastConflict: Hashable, Sendable {
    public var known: KnownConflict
    /// When it was found last, to the day.
    public let lastSeenAt: Instant
}
