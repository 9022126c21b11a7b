/// The answer of `GET` ``Route/exportLog``.
public struct LogText: Codable, Sendable {
    public var text: String
    /// How many times are in it.
    public var times: Int
    /// How many were left out that are still running.
    public var running: Int

    public init(text: String, times: Int, running: Int) {
        self.text = text
        self.times = times
        self.running = running
    }
}

/// `POST` ``Route/importLog``.
public struct LogImportRequest: Codable, Sendable {
    public var text: String
    /// What the file is called, for messages.
    public var name: String
    /// `timeclock`, `timewarrior` or `timewarrior-json`; nil: what it looks like.
    public var format: String?
    /// Whose; nil: whoever an account or a tag names, else one's own.
    public var person: String?
    /// All of it is work on this; nil: what an account or a tag names.
    public var stream: String?
    /// Words of accounts and tags, and the streams that they mean.
    public var meaning: [String: String]
    public var dryRun: Bool

    public init(
        text: String,
        name: String,
        format: String?,
        person: String?,
        stream: String?,
        meaning: [String: String],
        dryRun: Bool
    ) {
        self.text = text
        self.name = name
        self.format = format
        self.person = person
        self.stream = stream
        self.meaning = meaning
        self.dryRun = dryRun
    }
}

/// What an import of logged times answers.
public struct LogImportAnswer: Codable, Sendable {
    /// The change's number in the history; null where nothing was written.
    public var change: Int?
    public var dryRun: Bool
    public var added: Int
    /// Those that were there already.
    public var unchanged: Int
    /// The length of those that were added.
    public var minutes: Double
    /// What was left out, in order of its lines: the first of it.
    public var problems: [LogImportProblem]
    /// How much more was left out; null where nothing was.
    public var otherProblems: Int?

    public init(
        change: Int?,
        dryRun: Bool,
        added: Int,
        unchanged: Int,
        minutes: Double,
        problems: [LogImportProblem],
        otherProblems: Int = 0
    ) {
        self.change = change
        self.dryRun = dryRun
        self.added = added
        self.unchanged = unchanged
        self.minutes = minutes
        self.problems = problems
        self.otherProblems = otherProblems > 0 ? otherProblems : nil
    }
}

/// What of a file of times was left out.
public struct LogImportProblem: Codable, Sendable, Hashable {
    /// From 1.
    public var line: Int
    public var reason: String

    public init(line: Int, reason: String) {
        self.line = line
        self.reason = reason
    }
}
