import Household
import ICalendar

/// How one child is covered in one minute, for the world outside.
struct SlowCoverMinute: Hashable {
    /// The instant at which the minute begins.
    var minute: Int
    var by: SlowBy
    /// The ids of the carers, in their order.
    var carers: [String]
}

/// The oracle: what conflicts.md says, worked out minute by minute and pair by pair, without a thought for speed.
///
/// It shares nothing with Planning and with the recurrence and zone code: what the two agree on, two readings of the same
/// text agree on.
struct SlowEvaluation {
    let register: SlowRegister

    init(_ household: Household) { register = SlowRegister(household) }

    /// The findings of the days from `from`, up to and without `to`; in no order.
    func conflicts(from: CivilDate, to: CivilDate) -> [SlowFinding] {
        let world = SlowWorld(register, from: from.adding(days: -7), to: to.adding(days: 7))
        let found = world.coverageGaps() + world.careClashes() + world.doubleBookings() + world.handoverConflicts()
        return listed(found, from: from, to: to)
    }

    /// Every minute of those days.
    func cover(child: ID<Person>, from: CivilDate, to: CivilDate) -> [SlowCoverMinute] {
        let world = SlowWorld(register, from: from, to: to)
        return world.cover(of: register.number(child)).enumerated().map { minute, cover in
            SlowCoverMinute(minute: world.instant(minute), by: cover.by, carers: cover.carers.map(world.id).sorted())
        }
    }

    /// Those whose interval overlaps the range; an empty one where it lies in it.
    func listed(_ findings: [SlowFinding], from: CivilDate, to: CivilDate) -> [SlowFinding] {
        let (lower, upper) = (register.zone.midnight(from), register.zone.midnight(to))
        return findings.filter { found in
            found.start == found.end
                ? lower <= found.start && found.start < upper
                : found.start < upper && lower < found.end
        }
    }
}
