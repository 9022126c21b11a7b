/// What is wrong, in order of start; an empty interval is listed where it lies in `[from, to)`.
public struct Conflicts: Codable, Sendable {
    public var from: String
    public var to: String
    /// Only those that were seen first at this time or later; not there where it was not asked for.
    public var since: String?
    /// With those that are resolved, where they were asked for.
    public var conflicts: [ConflictItem]

    public init(from: String, to: String, since: String? = nil, conflicts: [ConflictItem]) {
        self.from = from
        self.to = to
        self.since = since
        self.conflicts = conflicts
    }
}

/// One conflict.
public struct ConflictItem: Codable, Sendable, Hashable {
    /// For life. Null in a dry run's answer for one that was never seen.
    public var id: String?
    public var kind: String
    /// `critical`, `warning` or `notice`.
    public var severity: String
    /// `open`, `accepted` or `resolved`.
    public var status: String
    public var people: [String]
    public var resource: String?
    public var stream: String?
    public var deadline: String?
    public var goal: String?
    public var start: String
    public var end: String
    public var occurrences: [OccurrenceName]
    public var message: String
    /// When it was seen first.
    public var foundAt: String?
    /// When it was seen last, to the day; of one that is resolved.
    public var lastSeenAt: String?
    public var resolvedAt: String?
    /// Who lives with it, and why.
    public var accepted: AcceptanceItem?

    public init(
        id: String?,
        kind: String,
        severity: String,
        status: String,
        people: [String],
        resource: String?,
        stream: String?,
        deadline: String? = nil,
        goal: String? = nil,
        start: String,
        end: String,
        occurrences: [OccurrenceName],
        message: String,
        foundAt: String? = nil,
        lastSeenAt: String? = nil,
        resolvedAt: String? = nil,
        accepted: AcceptanceItem? = nil
    ) {
        self.id = id
        self.kind = kind
        self.severity = severity
        self.status = status
        self.people = people
        self.resource = resource
        self.stream = stream
        self.deadline = deadline
        self.goal = goal
        self.start = start
        self.end = end
        self.occurrences = occurrences
        self.message = message
        self.foundAt = foundAt
        self.lastSeenAt = lastSeenAt
        self.resolvedAt = resolvedAt
        self.accepted = accepted
    }

    private enum CodingKeys: String, CodingKey {
        case id, kind, severity, status, people, resource, stream, deadline, goal, start, end, occurrences, message,
            foundAt, lastSeenAt, resolvedAt, accepted
    }

    /// Writes null where there is no id, resource or stream: readers find every key.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(kind, forKey: .kind)
        try container.encode(severity, forKey: .severity)
        try container.encode(status, forKey: .status)
        try container.encode(people, forKey: .people)
        try container.encode(resource, forKey: .resource)
        try container.encode(stream, forKey: .stream)
        try container.encodeIfPresent(deadline, forKey: .deadline)
        try container.encodeIfPresent(goal, forKey: .goal)
        try container.encode(start, forKey: .start)
        try container.encode(end, forKey: .end)
        try container.encode(occurrences, forKey: .occurrences)
        try container.encode(message, forKey: .message)
        try container.encodeIfPresent(foundAt, forKey: .foundAt)
        try container.encodeIfPresent(lastSeenAt, forKey: .lastSeenAt)
        try container.encodeIfPresent(resolvedAt, forKey: .resolvedAt)
        try container.encodeIfPresent(accepted, forKey: .accepted)
    }
}

extension ConflictItem {
    /// Every ``kind`` there is.
    public static let kinds = [
        "coverage-gap", "double-booked", "care-clash", "tight-travel", "handover", "resource-clash", "protected-time",
        "overload-day", "overload-week", "short-rest", "deadline", "stream-hours", "goal-missed",
    ]
}

/// Names one happening of an entry by its original start.
public struct OccurrenceName: Codable, Sendable, Hashable {
    public var entry: String
    public var of: String
    /// What commands take: `noah-school@2026-11-25`, in the entry's own wall time; with the time where the date alone is
    /// not unique.
    public var name: String

    public init(entry: String, of: String, name: String) {
        self.entry = entry
        self.of = of
        self.name = name
    }
}

/// That somebody knows of a conflict and lives with it.
public struct AcceptanceItem: Codable, Sendable, Hashable {
    /// A person's id, or `admin`.
    public var by: String
    public var reason: String
    public var at: String
    /// Open again from then on; null: only when it gets worse.
    public var until: String?

    public init(by: String, reason: String, at: String, until: String?) {
        self.by = by
        self.reason = reason
        self.at = at
        self.until = until
    }
}

/// The answer of accepting and reopening.
public struct ConflictAnswer: Codable, Sendable {
    public var conflict: ConflictItem
    /// The others that were named with it, in that order.
    public var also: [ConflictItem]

    public init(conflict: ConflictItem, also: [ConflictItem] = []) {
        self.conflict = conflict
        self.also = also
    }
}
