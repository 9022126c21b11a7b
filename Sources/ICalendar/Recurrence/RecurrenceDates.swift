/// The dates that a rule gives from a start on, in order, computed as they are asked for.
///
/// These are wall times of the rule's zone. What time takes place in a gap or a fold of the clock is decided by
/// ``Zone/instant(of:)``.
public struct RecurrenceDates: Sequence, IteratorProtocol, Sendable {
    private var walk: RecurrenceWalk
    private let end: RecurrenceEnd
    private var remaining: Int

    /// - Parameters:
    ///   - lower: the first wall time wanted; earlier dates are stepped over, but COUNT counts them.
    ///   - upper: the wall time before which they end, or nil.
    init(
        _ rule: RecurrenceRule,
        start: CivilDateTime,
        zone: Zone,
        from lower: CivilDateTime,
        until upper: CivilDateTime?
    ) {
        let plan = RecurrencePlan(rule, start: start)
        end = RecurrenceEnd(rule.until, in: zone)
        let first = start.wallSeconds
        let from = Swift.max(first, lower.wallSeconds)
        let through = Swift.min(end.last, upper.map { $0.wallSeconds - 1 } ?? .max)
        walk = RecurrenceWalk(plan, from: from, through: through)
        remaining = .max
        if let count = rule.count {
            remaining = count - RecurrenceWalk.count(plan, from: first, through: from - 1, upTo: count)
        }
    }

    /// The next date; nil at the end.
    public mutating func next() -> CivilDateTime? {
        while remaining > 0, let wall = walk.next() {
            guard end.allows(wall) else { continue }
            remaining -= 1
            return CivilDateTime(wallSeconds: wall)
        }
        remaining = 0
        return nil
    }
}

extension RecurrenceRule {
    /// The rule's own dates: the start is among them only if the rule matches it.
    ///
    /// Computed in wall time: an HOURLY rule, too, has 24 dates on the day the clocks change. COUNT and UNTIL are
    /// respected (a UTC UNTIL is compared as an instant of `zone`); the sequence ends in year 9999 at the latest, and
    /// for a rule that can't match after milliseconds.
    public func dates(from start: CivilDateTime, in zone: Zone) -> RecurrenceDates {
        RecurrenceDates(self, start: start, zone: zone, from: start, until: nil)
    }

    /// The rule's dates that are not before `lower` and, if there is an `upper`, before it.
    ///
    /// What lies before `lower` is stepped over, not computed; with COUNT it is counted by the month.
    public func dates(
        from start: CivilDateTime,
        in zone: Zone,
        notBefore lower: CivilDateTime,
        before upper: CivilDateTime? = nil
    ) -> RecurrenceDates {
        RecurrenceDates(self, start: start, zone: zone, from: lower, until: upper)
    }
}
