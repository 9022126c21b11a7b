/// The dates of a rule in wall seconds between two bounds, without regard to COUNT.
///
/// One of three ways to walk, kept side by side rather than in an enumeration so that each is moved on in place.
struct RecurrenceWalk: Sendable {
    private var fixed: FixedTimesWalk?
    private var periods: PeriodTimesWalk?
    private var positions: SetPositionsWalk?

    /// Wall seconds, both included.
    init(_ plan: RecurrencePlan, from: Int, through: Int) {
        guard from <= through else { return }
        if let periods = plan.periods {
            self.periods = PeriodTimesWalk(plan, periods: periods, from: from, through: through)
        } else if plan.choosesDays {
            positions = SetPositionsWalk(plan, from: from, through: through)
        } else {
            fixed = FixedTimesWalk(plan, from: from, through: through)
        }
    }

    @inline(__always)
    mutating func next() -> Int? {
        if fixed != nil { return fixed?.next() }
        if periods != nil { return periods?.next() }
        return positions?.next()
    }

    /// How many dates there are between the bounds; may stop after `limit`.
    static func count(_ plan: RecurrencePlan, from: Int, through: Int, upTo limit: Int) -> Int {
        guard from <= through else { return 0 }
        if let periods = plan.periods {
            return PeriodTimesWalk.count(plan, periods: periods, from: from, through: through, upTo: limit)
        }
        guard plan.choosesDays else {
            return FixedTimesWalk.count(plan, from: from, through: through, upTo: limit)
        }
        var walk = SetPositionsWalk(plan, from: from, through: through)
        var count = 0
        while count <= limit, walk.next() != nil { count += 1 }
        return count
    }
}
