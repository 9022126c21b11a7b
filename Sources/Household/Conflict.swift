public import ICalendar

/// What can be wrong with a plan.
public enum ConflictKind: String, Codable, Sendable, CaseIterable {
    case coverageGap = "coverage-gap"
    case doubleBooked = "double-booked"
    case careClash = "care-clash"
    case handover
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
    /// Tells two conflicts of the same kind, person and occurrences apart, where there can be two: which end of a
    /// handover it is.
    public var aspect: String?
    /// One sentence for the family.
    public var message: String

    public init(
        kind: ConflictKind,
        severity: Severity,
        people: [ID<Person>],
        interval: Interval,
        occurrences: [OccurrenceID],
        aspect: String? = nil,
        message: String
    ) {
        self.kind = kind
        self.severity = severity
        self.people = people
        self.interval = interval
        self.occurrences = occurrences
        self.aspect = aspect
        self.message = message
    }
}

extension ConflictKind {
    /// Whether conflicts of the kind are maximal stretches of somebody: one that overlaps one known before is the same,
    /// changed.
    public var isStretch: Bool {
        switch self {
        case .coverageGap, .careClash: true
        case .doubleBooked, .handover: false
        }
    }
}

/// Where a conflict is in its life.
public enum ConflictStatus: String, Codable, Sendable, CaseIterable {
    case open, resolved
}

/// A conflict that has been seen: it has an id for life.
public struct KnownConflict: Hashable, Sendable {
    /// Minted when the conflict was first seen; never used again.
    public var id: ID<Conflict>
    public var conflict: Conflict
    public var status: ConflictStatus
    public var foundAt: Instant
    public var resolvedAt: Instant?

    public init(
        id: ID<Conflict>,
        conflict: Conflict,
        status: ConflictStatus = .open,
        foundAt: Instant,
        resolvedAt: Instant? = nil
    ) {
        self.id = id
        self.conflict = conflict
        self.status = status
        self.foundAt = foundAt
        self.resolvedAt = resolvedAt
    }
}
