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

/// The oracle: what conflicts.md says, worked out minute by minute and pair by pair, with hardly a thought for speed.
///
/// It shares nothing with Planning and with the recurrence and zone code: what the two agree on, two readings of the same
/// text agree on. What it has laid out once it keeps.
final class SlowEvaluation {
    let register: SlowRegister
    private var worlds: [Range<CivilDate>: SlowWorld] = [:]
    private var ledgers: [Range<CivilDate>: SlowLedger] = [:]

    init(_ household: Household) { register = SlowRegister(household) }

    /// The findings of the days from `from`, up to and without `to`, but for those of ``laterConflicts(from:to:now:)``;
    /// in no order.
    func conflicts(from: CivilDate, to: CivilDate) -> [SlowFinding] {
        let world = world(from: from.adding(days: -7), to: to.adding(days: 7))
        let found = world.coverageGaps() + world.careClashes() + world.doubleBookings() + world.handoverConflicts()
        return listed(found, from: from, to: to)
    }

    /// Every minute of those days.
    func cover(child: ID<Person>, from: CivilDate, to: CivilDate) -> [SlowCoverMinute] {
        let world = world(from: from, to: to)
        return world.cover(of: register.number(child)).enumerated().map { minute, cover in
            SlowCoverMinute(minute: world.instant(minute), by: cover.by, carers: cover.carers.map(world.id).sorted())
        }
    }

    /// What each person did in the days from `from`, up to and without `to`.
    func ledger(from: CivilDate, to: CivilDate) -> SlowLedger {
        if let ledger = ledgers[from..<to] { return ledger }
        let ledger = world(with: from, to: to).ledger(from: from, to: to)
        ledgers[from..<to] = ledger
        return ledger
    }

    /// The days from `from`, up to and without `to`, and no others: a stretch ends with them.
    func world(from: CivilDate, to: CivilDate) -> SlowWorld {
        if let world = worlds[from..<to] { return world }
        let world = SlowWorld(register, from: from, to: to)
        worlds[from..<to] = world
        return world
    }

    /// A world that has the days from `from`, up to and without `to`, among its own: where it ends does not matter.
    func world(with from: CivilDate, to: CivilDate) -> SlowWorld {
        let known = worlds.keys.filter { $0.lowerBound <= from && to <= $0.upperBound }
        let days = known.min { $0.lowerBound < $1.lowerBound } ?? from..<to
        return world(from: days.lowerBound, to: days.upperBound)
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
