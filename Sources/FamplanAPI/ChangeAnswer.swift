/// What a changing command answers: what was understood, and what it did to the plan.
public struct ChangeAnswer: Codable, Sendable {
    /// The change's number in the history; null where nothing was written.
    public var change: Int?
    public var dryRun: Bool
    /// One line for each thing, in full: weekday, date, time, zone, people.
    public var understood: [String]
    public var things: [ChangedThing]
    /// Conflicts that were not there before; ids are null in a dry run.
    public var created: [ConflictItem]
    /// Conflicts that are gone.
    public var resolved: [ConflictItem]
    /// What is not wrong but worth knowing, a line each.
    public var warnings: [String]
    /// Things that a file and a command both changed, and that were left as they are, a line each.
    public var clashes: [String]
    /// Names by id, for showing people.
    public var names: [String: String]

    public init(
        change: Int?,
        dryRun: Bool,
        understood: [String],
        things: [ChangedThing],
        created: [ConflictItem],
        resolved: [ConflictItem],
        warnings: [String] = [],
        clashes: [String] = [],
        names: [String: String] = [:]
    ) {
        self.change = change
        self.dryRun = dryRun
        self.understood = understood
        self.things = things
        self.created = created
        self.resolved = resolved
        self.warnings = warnings
        self.clashes = clashes
        self.names = names
    }
}

/// What an import answers.
public struct ImportAnswer: Codable, Sendable {
    /// Entries that the file gave, whether or not they were there already.
    public var accepted: Int
    /// Of these, those that were new, changed, or as before.
    public var added: Int
    public var changed: Int
    public var unchanged: Int
    /// What was left out, and the text of it.
    public var skipped: [SkippedComponent]
    public var answer: ChangeAnswer

    public init(
        accepted: Int,
        added: Int,
        changed: Int,
        unchanged: Int,
        skipped: [SkippedComponent],
        answer: ChangeAnswer
    ) {
        self.accepted = accepted
        self.added = added
        self.changed = changed
        self.unchanged = unchanged
        self.skipped = skipped
        self.answer = answer
    }
}

/// A part of an iCalendar file that could not be used.
public struct SkippedComponent: Codable, Sendable, Hashable {
    /// The line of its BEGIN, from 1.
    public var line: Int
    public var reason: String
    /// As it stood in the file.
    public var text: String

    public init(line: Int, reason: String, text: String) {
        self.line = line
        self.reason = reason
        self.text = text
    }
}
