/// The answer of `GET` ``Route/log``: what was really done, in order of start; selected by overlap with `[from, to)`.
public struct TimeLog: Codable, Sendable {
    public var from: String
    public var to: String
    public var times: [LoggedItem]
    /// Names by id of the people and streams, for showing them.
    public var names: [String: String]

    public init(from: String, to: String, times: [LoggedItem], names: [String: String]) {
        self.from = from
        self.to = to
        self.times = times
        self.names = names
    }
}

/// One stretch of time that somebody spent on something. Times are RFC 3339 with the household's offset.
public struct LoggedItem: Codable, Sendable, Hashable {
    /// Names it for `log edit` and `log rm`; in a dry run, and for one that is to come, the one that it would have.
    public var number: Int
    public var person: String
    /// `work`, `care`, or `private`: somebody else's, of whom is told only that they were busy.
    public var activity: String
    /// Of work; its id, though it may be gone.
    public var stream: String?
    /// Of care: children.
    public var `for`: [String]
    public var start: String
    /// Null: it is running.
    public var end: String?
    /// Its length, up to now where it is running. To a hundredth.
    public var minutes: Double
    public var note: String?
    /// The planned occurrence that it belongs to.
    public var entry: String?
    /// The original start of that.
    public var of: String?
    /// True: only the person is told what it was.
    public var `private`: Bool

    public init(
        number: Int,
        person: String,
        activity: String,
        stream: String?,
        for children: [String],
        start: String,
        end: String?,
        minutes: Double,
        note: String?,
        entry: String?,
        of: String?,
        isPrivate: Bool
    ) {
        self.number = number
        self.person = person
        self.activity = activity
        self.stream = stream
        self.for = children
        self.start = start
        self.end = end
        self.minutes = minutes
        self.note = note
        self.entry = entry
        self.of = of
        self.private = isPrivate
    }
}

/// What a command that changes the log answers.
public struct LogAnswer: Codable, Sendable {
    /// The change's number in the history; null where nothing was written.
    public var change: Int?
    public var dryRun: Bool
    /// One line for each time, in full: what, weekday, date, times, zone, length, person.
    public var understood: [String]
    /// The times as they are now; one that was removed as it was.
    public var times: [LoggedItem]
    /// Whether one of them has no end yet.
    public var running: Bool
    /// What is not wrong but worth knowing, a line each.
    public var warnings: [String]
    /// Names by id of the people and streams, for showing them.
    public var names: [String: String]

    public init(
        change: Int?,
        dryRun: Bool,
        understood: [String],
        times: [LoggedItem],
        running: Bool,
        warnings: [String],
        names: [String: String]
    ) {
        self.change = change
        self.dryRun = dryRun
        self.understood = understood
        self.times = times
        self.running = running
        self.warnings = warnings
        self.names = names
    }
}
