/// Asks a series about many starts: what it leaves out, and what it has beside its rule, is put in order once.
public struct StartLookup: Sendable {
    private let ruled: RecurrenceSet
    private let extra: Set<CivilDateTime>
    private let exclusions: Exclusions

    /// Takes the series as it is now.
    public init(_ series: RecurrenceSet) {
        ruled = RecurrenceSet(start: series.start, zone: series.zone, rule: series.rule)
        extra = Set(series.extra)
        exclusions = Exclusions(series)
    }

    /// Whether a wall time is a start of the series and not left out.
    public func contains(_ start: CivilDateTime) -> Bool {
        !exclusions.contains(start) && (extra.contains(start) || ruled.contains(start))
    }
}
