/// Everything in one iCalendar text: usually one VCALENDAR, sometimes several, sometimes stray lines around them.
public struct ICalendarDocument: Hashable, Sendable {
    /// Something that is wrong with the text but did not stop it from being read.
    public struct Problem: Hashable, Sendable {
        /// Number of the physical line, from 1.
        public var line: Int
        /// A sentence without a full stop: `a line without a name and a colon: “l Latham”`.
        public var message: String
    }

    /// Lines and components at the top level, in order.
    public var items: [Component.Item]
    /// What was wrong, in the order of the lines.
    public var problems: [Problem]

    /// The components at the top level.
    public var components: [Component] { Component.components(in: items) }
}

/// Why a text cannot be read as iCalendar at all.
public struct ICalendarSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was wrong with the text as a whole.
    public enum Kind: Hashable, Sendable {
        /// BEGIN and END do not pair: a truncated download, most often.
        case unbalanced
        /// The text, a line of it or its nesting is beyond the limits.
        case tooLarge
    }

    /// What was wrong.
    public var kind: Kind
    /// Number of the physical line, from 1.
    public var line: Int
    /// A sentence without a full stop.
    public var message: String

    /// `line 12: END:VEVENT is missing`.
    public var description: String { "line \(line): \(message)" }
}
