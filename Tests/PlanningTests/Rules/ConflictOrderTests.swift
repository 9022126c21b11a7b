import Household
import ICalendar
import Planning
import Testing

/// The order of the list, by pairs that differ in one thing and in everything that counts less than it.
@Suite("the order of conflicts")
struct ConflictOrderTests {
    private static let start = Instant(secondsSinceEpoch: 1_795_510_800)
    private static let maya = SmallHousehold.maya
    private static let kofi = SmallHousehold.kofi

    private static func conflict(
        from: Int = 0,
        to: Int = 4,
        _ severity: Severity = .warning,
        _ kind: ConflictKind = .doubleBooked,
        _ people: [ID<Person>] = [kofi],
        _ entry: String = "m",
        _ message: String = "m"
    ) -> Conflict {
        Conflict(
            kind: kind,
            severity: severity,
            people: people,
            interval: Interval(start.adding(seconds: from * 3_600), start.adding(seconds: to * 3_600)),
            occurrences: [OccurrenceID(entry: ID(trusted: entry), of: start)],
            message: message
        )
    }

    /// What is listed first, and what comes after it.
    private static let pairs = [
        (conflict(from: 0, to: 4, .notice), conflict(from: 1, to: 2, .critical)),
        (conflict(to: 4, .critical, .tightTravel), conflict(to: 3, .warning, .careClash)),
        (conflict(to: 4, .warning, .careClash, [maya]), conflict(to: 3, .warning, .tightTravel, [kofi])),
        (conflict(to: 4, .warning, .careClash, [kofi], "n"), conflict(to: 3, .warning, .careClash, [maya], "m")),
        (conflict(to: 3, .warning, .careClash, [kofi], "n"), conflict(to: 4, .warning, .careClash, [kofi], "m")),
        (
            conflict(to: 4, .warning, .careClash, [kofi], "m", "n"),
            conflict(to: 4, .warning, .careClash, [kofi], "n", "m")
        ),
        (
            conflict(to: 4, .warning, .careClash, [kofi], "m", "m"),
            conflict(to: 4, .warning, .careClash, [kofi], "m", "n")
        ),
    ]

    @Test(
        "first the start, then the worst, the kind, the people, the end, the occurrences, the words",
        arguments: pairs
    )
    func listed(first: Conflict, second: Conflict) {
        let plan = SmallHousehold().plan()
        #expect(RuleSet([Told(first), Told(second)]).conflicts(in: plan) == [first, second])
        #expect(RuleSet([Told(second), Told(first)]).conflicts(in: plan) == [first, second])
    }

    @Test("what is found later is put where it belongs", arguments: pairs)
    func merged(first: Conflict, second: Conflict) {
        let plan = SmallHousehold().plan()
        let later = plan.now.adding(seconds: 60)
        for (before, after) in [(first, second), (second, first)] {
            let evaluation = Evaluation(plan, rules: RuleSet([Told(before), ToldAfter(after, moment: plan.now)]))
            #expect(evaluation.conflicts == [before])
            #expect(evaluation.at(later).conflicts == [first, second])
        }
    }
}

/// Finds what it is told to find.
private struct Told: Rule {
    static let kind = ConflictKind.careClash
    private let conflict: Conflict

    init(_ conflict: Conflict) { self.conflict = conflict }

    func conflicts(in plan: Plan, touching span: Interval) -> [Conflict] { [conflict] }
}

/// Finds it after a moment, as a deadline that is looked at again.
private struct ToldAfter: Rule {
    static let kind = ConflictKind.deadline
    private let conflict: Conflict
    private let moment: Instant

    init(_ conflict: Conflict, moment: Instant) { (self.conflict, self.moment) = (conflict, moment) }

    func conflicts(in plan: Plan, touching span: Interval) -> [Conflict] { plan.now > moment ? [conflict] : [] }
}
