public import ICalendar

/// What can be wrong with a plan.
public enum ConflictKind: String, Codable, Sendable, CaseIterable {
    case coverageGap = "coverage-gap"
    case doubleBooked = "double-booked"
    case careClash = "care-clash"
    case tightTravel = "tight-travel"
    case handover
    case resourceClash = "resource-clash"
    case protectedTime = "protected-time"
    case overloadDay = "overload-day"
    case overloadWeek = "overload-week"
    case shortRest = "short-rest"
    case deadline
    case streamHours = "stream-hours"
    case goalMissed = "goal-missed"
}

/// How bad a conflict is; the greater, the worse.
public enum Severity: String, Codable, Sendable, CaseIterable, Comparable {
    case notice, warning, critical

    public static func < (lhs: Severity, rhs: Severity) -> Bool { lhs.rank < rhs.rank }

    private var rank: Int {
        switch self {
        case .notice: 0
        case .warning: 1
        case .critical: 2
        }
    }
}

/// Names one happening of an entry, by its original start.
public struct OccurrenceID: Hashable, Codable, Sendable, Comparable {
    public var entry: ID<Entry>
    public var of: Instant

    public init(entry: ID<Entry>, of: Instant) {
        self.entry = entry
        self.of = of
    }

    public static func < (lhs: OccurrenceID, rhs: OccurrenceID) -> Bool {
        (lhs.of, lhs.entry) < (rhs.of, rhs.entry)
    }
}

/// Something found wrong in the plan.
public struct Conflict: Hashable, Codable, Sendable {
    public var kind: ConflictKind
    public var severity: Severity
    public var people: [ID<Person>]
    public var interval: Interval
    /// The occurrences involved, in order of their original starts.
    public var occurrences: [OccurrenceID]
    /// What it is about besides people and occurrences.
    public var subject: ConflictSubject?
    /// One sentence for the family.
    public var message: String

    public init(
        kind: ConflictKind,
        severity: Severity,
        people: [ID<Person>],
        interval: Interval,
        occurrences: [OccurrenceID],
        subject: ConflictSubject? = nil,
        message: String
    ) {
        self.kind = kind
        self.severity = severity
        self.people = people
        self.interval = interval
        self.occurrences = occurrences
        self.subject = subject
        self.message = message
    }
}

extension ConflictKind {
    /// How a conflict of the kind is known again.
    public enum Identity: Sendable {
        /// By the occurrences involved, and the subject.
        case occurrences
        /// A maximal stretch of somebody: one that overlaps one known before is the same, changed.
        case stretch
        /// A day or a week: by its start, and the subject.
        case span
        /// By the subject alone: its interval begins now.
        case subject
    }

    public var identity: Identity {
        switch self {
        case .doubleBooked, .tightTravel, .handover, .resourceClash: .occurrences
        case .coverageGap, .careClash, .protectedTime, .shortRest: .stretch
        case .overloadDay, .overloadWeek, .streamHours, .goalMissed: .span
        case .deadline: .subject
        }
    }
}

/// What a conflict is about besides people and occurrences.
public enum ConflictSubject: Hashable, Codable, Sendable {
    case resource(ID<Resource>)
    case stream(ID<Stream>)
    case deadline(ID<Deadline>, of: ID<Stream>)
    case goal(ID<Goal>)
    /// Which end of a handover it is.
    case bringing, fetching
}

/// Where a conflict is in its life.
public enum ConflictStatus: String, Codable, Sendable, CaseIterable {
    case open
    /// Somebody knows and lives with it.
    case accepted
    case resolved
}

/// That somebody knows of a conflict and lives with it, as it then was.
public struct Acceptance: Hashable, Codable, Sendable {
    /// A person's id, or `admin`.
    public var by: String
    public var reason: String
    public var at: Instant
    /// It is open again from this moment on; nil: never by time alone.
    public var until: Instant?

    public init(by: String, reason: String, at: Instant, until: Instant? = nil) {
        self.by = by
        self.reason = reason
        self.at = at
        self.until = until
    }
}

/// A conflict that has been seen: it has an id for life.
public struct KnownConflict: Hashable, Sendable {
    /// Given when the conflict was first seen; one that comes back after it was resolved may have it again.
    public var id: ID<Conflict>
    public var conflict: Conflict
    /// When it is resolved, and else whether it is accepted, follow from the two below.
    public var status: ConflictStatus {
        if resolvedAt != nil { return .resolved }
        return acceptance == nil ? .open : .accepted
    }
    public var foundAt: Instant
    public var acceptance: Acceptance?
    public var resolvedAt: Instant?

    public init(
        id: ID<Conflict>,
        conflict: Conflict,
        foundAt: Instant,
        acceptance: Acceptance? = nil,
        resolvedAt: Instant? = nil
    ) {
        self.id = id
        self.conflict = conflict
        self.foundAt = foundAt
        self.acceptance = acceptance
        self.resolvedAt = resolvedAt
    }
}
