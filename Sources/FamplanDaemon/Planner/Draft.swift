import Household
import ICalendar
import Storage

/// A change that somebody wants to make, worked out but not yet made.
struct Draft {
    var changes: [Change]
    /// One line for the history: `add work “Deep work”`.
    var summary: String
    /// The change that this one takes back.
    var undoes: Int?
    /// Original iCalendar texts that come with the change.
    var calendarObjects: [CalendarObject] = []
    /// Zones that no list knows, by name, as VTIMEZONE text.
    var customZones: [CustomZone] = []
    /// What an imported file says of its events, where that is news.
    var imported: [Entry] = []
    /// What the household file now says, where one is being applied.
    var applied: [Item]?
    /// The swap to which the change is what both have agreed to, as it ends.
    var swap: Swap?
    var warnings: [String] = []
    var clashes: [String] = []
    /// The feed whose entries it may change: those of no other, and without one none.
    var feed: ID<Feed>?
    /// When something changes, besides the first starts of the changed entries: single occurrences of series.
    var moments: [Instant] = []

    init(_ changes: [Change], summary: String) {
        self.changes = changes
        self.summary = summary
    }
}
