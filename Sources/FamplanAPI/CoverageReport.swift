/// Who has each child, as stretches that fill `[from, to)`.
public struct CoverageReport: Codable, Sendable {
    public var from: String
    public var to: String
    public var children: [ChildCoverage]
    /// Names by id of the children and carers, for showing them.
    public var names: [String: String]

    public init(from: String, to: String, children: [ChildCoverage], names: [String: String] = [:]) {
        self.from = from
        self.to = to
        self.children = children
        self.names = names
    }
}

public struct ChildCoverage: Codable, Sendable, Hashable {
    public var child: String
    public var stretches: [CoverageStretch]

    public init(child: String, stretches: [CoverageStretch]) {
        self.child = child
        self.stretches = stretches
    }
}

/// A time in which a child is with the same people for the same reason.
public struct CoverageStretch: Codable, Sendable, Hashable {
    public var start: String
    public var end: String
    public var carers: [String]
    /// `school`, `together`, `care`, `available`, `way`, `none` (no care needed) or `gap`.
    public var by: String
    /// Of a gap: what is closed that would have had the child. `School closed: Teacher day, from Springfield school feed`
    public var why: String?

    public init(start: String, end: String, carers: [String], by: String, why: String? = nil) {
        self.start = start
        self.end = end
        self.carers = carers
        self.by = by
        self.why = why
    }
}
