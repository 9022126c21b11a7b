import Household
import ICalendar
import Planning
import Testing

/// The evaluation by sweeps against a slow one, minute by minute, written from the specification alone.
@Suite("agreement with the independent evaluation")
struct AgreementTests {
    @Test("random households give the same conflicts", arguments: Seeds.first(500))
    func conflicts(seed: Int) {
        let (household, from, to) = RandomHousehold.make(seed: UInt64(seed))
        let oracle = SlowEvaluation(household)
        let now = now(from, household.zone).secondsSinceEpoch
        let slow = (oracle.conflicts(from: from, to: to) + oracle.laterConflicts(from: from, to: to, now: now))
            .map(Line.init).sorted()
        let quick = RuleSet.standard.conflicts(in: plan(household, from, to)).map(Line.init).sorted()
        let missing = Set(slow).subtracting(quick).sorted()
        let invented = Set(quick).subtracting(slow).sorted()
        #expect(missing == [] && invented == [], "seed \(seed)")
        #expect(slow.count == quick.count)
    }

    @Test(
        "goals are held to the minute, and a share of the care to the tenth of a per cent",
        arguments: Seeds.first(100)
    )
    func exactGoals(seed: Int) {
        var (household, from, to) = RandomHousehold.make(seed: UInt64(seed))
        let oracle = SlowEvaluation(household)
        // All weeks of all windows at once.
        _ = oracle.world(from: from.adding(days: -28), to: to.adding(days: 28))
        let goals = RandomHousehold.exactGoals(oracle, weekOf: from)
        household.goals = [:]
        for goal in goals { household.put(.goal(goal)) }

        let slow = oracle.missed(goals, from: from, to: to).map(Line.init)
        let quick = GoalMissed().conflicts(in: plan(household, from, to)).map(Line.init)

        let missing = Set(slow).subtracting(quick).sorted()
        let invented = Set(quick).subtracting(slow).sorted()
        #expect(missing == [] && invented == [], "seed \(seed)")
        #expect(slow.count == quick.count)
    }

    @Test("random households give the same cover, minute by minute", arguments: Seeds.first(200))
    func cover(seed: Int) {
        let (household, from, to) = RandomHousehold.make(seed: UInt64(seed))
        let plan = plan(household, from, to)
        for child in household.people.values where child.role == .child {
            let stretches = plan.cover(of: child.id)
            var position = 0
            for minute in SlowEvaluation(household).cover(child: child.id, from: from, to: to) {
                while stretches[position].interval.end.secondsSinceEpoch <= minute.minute { position += 1 }
                let carers = stretches[position].carers.map(\.rawValue).sorted()
                let agrees = minute.by.reason == stretches[position].reason && minute.carers == carers
                #expect(agrees, "seed \(seed), \(child.id), \(minute): \(stretches[position])")
                if !agrees { break }
            }
        }
    }

    /// Two days and a morning into the range.
    private func now(_ from: CivilDate, _ zone: Zone) -> Instant {
        zone.instant(of: CivilDateTime(from.adding(days: 2), CivilTime(secondsSinceMidnight: 10 * 3_600)))
    }

    private func plan(_ household: Household, _ from: CivilDate, _ to: CivilDate) -> Plan {
        let zone = household.zone
        return Plan(household, range: Interval(zone.startOfDay(from), zone.startOfDay(to)), now: now(from, zone))
    }
}

/// What both say of a conflict, as a line that can be compared.
private struct Line: Hashable, Comparable, CustomStringConvertible {
    let description: String

    /// The kinds that are known by the occurrences involved.
    private static let pairs: Set = ["double-booked", "tight-travel", "handover", "resource-clash"]

    init(_ finding: SlowFinding) {
        let involved = Self.pairs.contains(finding.kind) ? finding.occurrences.map { "\($0.entry)@\($0.of)" } : []
        description = Self.text(
            "\(finding.kind) \(finding.subject)",
            finding.who,
            finding.severity,
            finding.start,
            finding.end,
            involved
        )
    }

    init(_ conflict: Conflict) {
        let involved = conflict.occurrences.map { "\($0.entry)@\($0.of.secondsSinceEpoch)" }
        var (who, subject) = (conflict.people.map(\.rawValue).joined(), "")
        switch conflict.subject {
        case .resource(let id): who = id.rawValue
        case .stream(let id): subject = id.rawValue
        case .deadline(let id, of: _): subject = id.rawValue
        case .goal(let id): subject = id.rawValue
        case .bringing: subject = "bringing"
        case .fetching: subject = "fetching"
        case nil: break
        }
        description = Self.text(
            "\(conflict.kind.rawValue) \(subject)",
            who,
            conflict.severity.rawValue,
            conflict.interval.start.secondsSinceEpoch,
            conflict.interval.end.secondsSinceEpoch,
            Self.pairs.contains(conflict.kind.rawValue) ? involved : []
        )
    }

    private static func text(
        _ kind: String,
        _ who: String,
        _ severity: String,
        _ start: Int,
        _ end: Int,
        _ involved: [String]
    ) -> String {
        "\(start) \(end) \(kind) \(who) \(severity) \(involved.sorted().joined(separator: " "))"
    }

    static func < (lhs: Line, rhs: Line) -> Bool { lhs.description < rhs.description }
}

extension SlowBy {
    /// What Planning calls it.
    fileprivate var reason: CoverReason {
        switch self {
        case .noNeed: .none
        case .nobody: .gap
        case .rule(1): .school
        case .rule(2): .together
        case .rule(3): .care
        case .rule(4): .available
        case .rule: .way
        }
    }
}
