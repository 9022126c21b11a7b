/// What a calendar file says, as plain values: its events, and what was wrong with it (RFC 5545).
///
/// A file that is a calendar is never refused for one bad object: that object is skipped, with its line and the reason.
public struct CalendarFile: Sendable {
    /// How a file that was not refused was taken.
    public enum Outcome: String, Hashable, Sendable {
        /// Nothing was wrong with it.
        case accepted
        /// There is a warning, or something was skipped.
        case acceptedWithWarnings = "accepted-with-warnings"
    }

    /// In the order in which their first components stand in the file; a series that changes midway is several.
    public var events: [CalendarEvent]
    /// What was wrong and how it was taken, in the order of the lines.
    public var warnings: [CalendarWarning]
    /// What was left out, in the order of the lines.
    public var skipped: [SkippedComponent]

    /// The calendar's name: NAME (RFC 7986) or X-WR-CALNAME.
    public var name: String?
    /// METHOD in upper case: `PUBLISH`, `REQUEST`, `CANCEL`.
    public var method: String?
    /// Seconds between two looks at the source: REFRESH-INTERVAL (RFC 7986) or X-PUBLISHED-TTL.
    public var refreshInterval: Int?

    /// Whether anything was wrong with the file.
    public var outcome: Outcome { warnings.isEmpty && skipped.isEmpty ? .accepted : .acceptedWithWarnings }
}

/// Something in a calendar file that is wrong, or that its reader should know.
public struct CalendarWarning: Hashable, Sendable, CustomStringConvertible {
    /// Number of the line in the file, from 1.
    public var line: Int
    /// A sentence without a full stop.
    public var message: String

    /// `line 12: an empty line`
    public var description: String { "line \(line): \(message)" }
}

/// A component that was left out.
public struct SkippedComponent: Hashable, Sendable, CustomStringConvertible {
    /// Number of the line on which it begins, from 1.
    public var line: Int
    /// Its name: `VEVENT`, `VTODO`.
    public var name: String
    /// Its UID, if it has one.
    public var uid: String?
    /// Why, without a full stop.
    public var reason: String

    /// `line 12: VEVENT skipped: it has no DTSTART`
    public var description: String { "line \(line): \(name) skipped: \(reason)" }
}
