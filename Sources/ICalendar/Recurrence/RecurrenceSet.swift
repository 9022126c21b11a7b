/// A recurring series (RFC 5545 §3.8.5): a start, what a rule makes of it, and exceptions by hand.
///
/// Everything is wall time of one zone. Overrides are not known here: they replace a start without moving it.
public struct RecurrenceSet: Hashable, Sendable {
    /// The first start, which counts whether or not the rule matches it.
    public var start: CivilDateTime
    /// That of all wall times here.
    public var zone: Zone
    /// How it repeats; nil: at the start and the extra starts alone.
    public var rule: RecurrenceRule?
    /// Starts beside the rule (RDATE).
    public var extra: [CivilDateTime]
    /// Days on which nothing starts.
    public var excludedDates: [ClosedRange<CivilDate>]
    /// Starts that are left out (EXDATE).
    public var excluded: [CivilDateTime]

    /// A series; extra and excluded starts in any order.
    public init(
        start: CivilDateTime,
        zone: Zone,
        rule: RecurrenceRule? = nil,
        extra: [CivilDateTime] = [],
        excludedDates: [ClosedRange<CivilDate>] = [],
        excluded: [CivilDateTime] = []
    ) {
        self.start = start
        self.zone = zone
        self.rule = rule
        self.extra = extra
        self.excludedDates = excludedDates
        self.excluded = excluded
    }

    /// The most starts of a rule that one question looks at.
    public static let limit = 100_000
}

extension RecurrenceSet {
    /// The starts whose wall time is in `lower..<upper`, in order, each once.
    ///
    /// At most ``limit`` of the rule are looked at, so that no rule can exhaust time or memory.
    public func starts(from lower: CivilDateTime, until upper: CivilDateTime) -> [CivilDateTime] {
        guard lower < upper else { return [] }
        var starts: [CivilDateTime] = []
        if start >= lower, start < upper { starts.append(start) }
        if let rule {
            var dates = rule.dates(from: start, in: zone, notBefore: lower, before: upper)
            // The start stands first already; only the rule's first date can be the same.
            while starts.count < Self.limit, let date = dates.next() {
                if date != start { starts.append(date) }
            }
        }
        if !extra.isEmpty {
            starts.append(contentsOf: extra.filter { $0 >= lower && $0 < upper })
            starts = starts.sortedWithoutDuplicates()
        }
        return removingExcluded(starts)
    }

    /// Whether a wall time is a start of the series and not left out.
    public func contains(_ start: CivilDateTime) -> Bool {
        starts(from: start, until: start.adding(seconds: 1)).first == start
    }

    /// The first start after a wall time.
    public func next(after wall: CivilDateTime) -> CivilDateTime? {
        let lower = wall.adding(seconds: 1)
        guard lower > wall else { return nil }
        let singles = ([start] + extra).filter { $0 >= lower }.sorted()
        let single = removingExcluded(singles).first
        guard let rule else { return single }
        let dates = rule.dates(from: start, in: zone, notBefore: lower, before: single)
        let exclusions = Exclusions(self)
        return dates.prefix(Self.limit).first { !exclusions.contains($0) } ?? single
    }

    private func removingExcluded(_ starts: [CivilDateTime]) -> [CivilDateTime] {
        guard !excluded.isEmpty || !excludedDates.isEmpty, !starts.isEmpty else { return starts }
        let exclusions = Exclusions(self)
        return starts.filter { !exclusions.contains($0) }
    }
}

extension [CivilDateTime] {
    fileprivate func sortedWithoutDuplicates() -> [CivilDateTime] {
        var result: [CivilDateTime] = []
        result.reserveCapacity(count)
        for start in sorted() where start != result.last { result.append(start) }
        return result
    }
}
