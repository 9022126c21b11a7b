public import ICalendar

/// What somebody really did for a while, beside what was planned.
///
/// Ten years of them are no part of a ``Household``: they are kept, and asked for by range, apart from it. What one names may
/// be gone by now: it keeps its ids.
public struct LoggedTime: Hashable, Codable, Sendable, Identifiable {
    /// The number by which people name it; given by the database, and never again.
    public var id: Int
    public var person: ID<Person>
    public var activity: Activity
    public var start: Instant
    /// After the start; nil: it is running. A person has one that runs at most, and no two at once.
    public var end: Instant?
    public var note: String?
    /// The planned occurrence that it was started from, or that was under way.
    public var occurrence: OccurrenceID?
    /// Only the person is told what it was.
    public var isPrivate: Bool

    public init(
        id: Int,
        person: ID<Person>,
        activity: Activity,
        start: Instant,
        end: Instant? = nil,
        note: String? = nil,
        occurrence: OccurrenceID? = nil,
        isPrivate: Bool = false
    ) {
        self.id = id
        self.person = person
        self.activity = activity
        self.start = start
        self.end = end
        self.note = note
        self.occurrence = occurrence
        self.isPrivate = isPrivate
    }

    public var isRunning: Bool { end == nil }

    /// What it takes of the clock, one that runs up to `now`.
    public func interval(at now: Instant) -> Interval { Interval(start, end ?? now) }
}

/// What time was spent on.
public enum Activity: Hashable, Codable, Sendable {
    case work(stream: ID<Stream>)
    /// At least one child.
    case care(children: [ID<Person>])

    public var stream: ID<Stream>? {
        if case .work(let stream) = self { stream } else { nil }
    }

    public var children: [ID<Person>] {
        if case .care(let children) = self { children } else { [] }
    }
}

/// What happened to one logged time: added (no `before`), edited, or removed (no `after`).
public struct LoggedChange: Hashable, Codable, Sendable {
    public let before: LoggedTime?
    public let after: LoggedTime?

    public init(adding time: LoggedTime) {
        (before, after) = (nil, time)
    }

    public init(removing time: LoggedTime) {
        (before, after) = (time, nil)
    }

    /// Both have the same number.
    public init(from before: LoggedTime, to after: LoggedTime) {
        (self.before, self.after) = (before, after)
    }

    public var time: LoggedTime {
        // One of the two is there by every initialiser.
        guard let time = after ?? before else { preconditionFailure("a change is about something") }
        return time
    }

    /// What takes it back.
    public var inverse: LoggedChange { LoggedChange(before: after, after: before) }

    private init(before: LoggedTime?, after: LoggedTime?) {
        (self.before, self.after) = (before, after)
    }
}
