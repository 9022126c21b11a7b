public import Household
public import ICalendar

/// Everything that one decision of the family changes: all of it is written, or nothing.
public struct Commit: Sendable {
    /// What happens to things, in any order.
    public var changes: [Change]
    /// What happens to what was really done.
    public var logged: [LoggedChange]
    /// A person's id, or `admin`.
    public var actor: String
    /// One line for the history.
    public var summary: String
    public var at: Instant
    /// The change that this one takes back.
    public var undoes: Int?
    /// The conflicts that are new, changed or resolved by it.
    public var conflicts: [KnownConflict]
    /// What the entries came from that have a UID.
    public var calendarObjects: [CalendarObject]
    /// Zones that entries name and no list has.
    public var customZones: [CustomZone]
    /// What an imported file says, as entries with their UIDs.
    public var imported: [Entry]
    /// What the household file says that is applied by it; nil leaves what was applied last.
    public var applied: [Item]?
    /// The swap that both have agreed to by it, as it ends.
    public var swap: Swap?

    public init(
        changes: [Change],
        logged: [LoggedChange] = [],
        actor: String,
        summary: String,
        at: Instant,
        undoes: Int? = nil,
        conflicts: [KnownConflict] = [],
        calendarObjects: [CalendarObject] = [],
        customZones: [CustomZone] = [],
        imported: [Entry] = [],
        applied: [Item]? = nil,
        swap: Swap? = nil
    ) {
        self.changes = changes
        self.logged = logged
        self.actor = actor
        self.summary = summary
        self.at = at
        self.undoes = undoes
        self.conflicts = conflicts
        self.calendarObjects = calendarObjects
        self.customZones = customZones
        self.imported = imported
        self.applied = applied
        self.swap = swap
    }
}
