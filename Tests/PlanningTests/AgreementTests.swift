import Household
import ICalendar
import Planning
import Testing

/// The evaluation by sweeps against a slow one, minute by minute, written from the specification alone.
@Suite("agreement with the independent evaluation")
struct AgreementTests {
    @Test("random households give the same conflicts", arguments: 0..<250)
    func conflicts(seed: Int) {
        let (household, from, to) = RandomHousehold.make(seed: UInt64(seed))
        let slow = SlowEvaluation(household).conflicts(from: from, to: to).map(Line.init).sorted()
        let quick = RuleSet.standard.conflicts(in: plan(household, from, to)).map(Line.init).sorted()
        let missing = Set(slow).subtracting(quick).sorted()
        let invented = Set(quick).subtracting(slow).sorted()
        #expect(missing == [] && invented == [], "seed \(seed)")
        #expect(slow.count == quick.count)
    }

    private func plan(_ household: Household, _ from: CivilDate, _ to: CivilDate) -> Plan {
        let zone = household.zone
        return Plan(household, range: Interval(zone.startOfDay(from), zone.startOfDay(to)))
    }
}

/// What both say of a conflict, as a line that can be compared.
private struct Line: Hashable, Comparable, CustomStringConvertible {
    let description: String

    init(_ finding: SlowFinding) {
        let involved =
            finding.kind == "double-booked" || finding.kind == "handover"
            ? finding.occurrences.map { "\($0.entry)@\($0.of)" } : []
        description = Self.text(
            finding.kind,
            finding.who,
            finding.severity,
            finding.start,
            finding.end,
            involved
        )
    }

    init(_ conflict: Conflict) {
        let involved =
            conflict.kind.isStretch ? [] : conflict.occurrences.map { "\($0.entry)@\($0.of.secondsSinceEpoch)" }
        description = Self.text(
            conflict.kind.rawValue,
            conflict.people.map(\.rawValue).joined(),
            conflict.severity.rawValue,
            conflict.interval.start.secondsSinceEpoch,
            conflict.interval.end.secondsSinceEpoch,
            involved
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
