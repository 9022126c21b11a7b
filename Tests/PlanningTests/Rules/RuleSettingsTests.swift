import Household
import ICalendar
import Planning
import Testing

@Suite("what a household says of the kinds of conflicts")
struct RuleSettingsTests {
    private typealias Small = SmallHousehold

    /// Maya in two things at once; and nobody has Noah, who is to be had from 08:00 to 18:00.
    private static var small: SmallHousehold {
        var small = SmallHousehold()
        small.add("work", .work, [Small.maya], "09:00", "12:00")
        small.add("dentist", .appointment, [Small.maya], "11:30", "12:30")
        return small
    }

    private func found(_ small: SmallHousehold) -> [String] {
        RuleSet.standard.conflicts(in: small.plan()).map { "\($0.kind.rawValue) \($0.severity)" }
    }

    @Test("where nobody says anything, a conflict is as it was found")
    func silence() {
        #expect(found(Self.small) == ["coverage-gap critical", "double-booked critical"])
    }

    @Test(
        "the household takes a kind away, or makes it more or less",
        arguments: [
            (RuleSetting.off, ["coverage-gap critical"]),
            (.severity(.notice), ["coverage-gap critical", "double-booked notice"]),
            (.severity(.critical), ["coverage-gap critical", "double-booked critical"]),
        ]
    )
    func household(setting: RuleSetting, expected: [String]) {
        var small = Self.small
        small.household.settings.rules = [.doubleBooked: setting, .handover: .off]
        #expect(found(small) == expected)
    }

    @Test("a person is asked before the household, and for what is theirs alone")
    func person() {
        var small = Self.small
        small.household.settings.rules = [.doubleBooked: .off, .coverageGap: .off]
        small.change(Small.maya) {
            $0.rules = [.doubleBooked: .severity(.warning), .coverageGap: .severity(.critical)]
        }
        #expect(found(small) == ["double-booked warning"])
    }

    @Test("a child's conflict is the child's")
    func child() {
        var small = Self.small
        small.change(Small.noah) { $0.rules = [.coverageGap: .severity(.notice)] }
        #expect(found(small) == ["coverage-gap notice", "double-booked critical"])
    }

    @Test(
        "where several say something, the most severe counts; off is the least, silence is nothing said",
        arguments: [
            (RuleSetting.off, RuleSetting.severity(.notice), Severity.notice),
            (.severity(.critical), .severity(.notice), .critical), (.off, .off, nil), (.off, nil, nil),
            (nil, nil, .warning),
        ] as [(RuleSetting?, RuleSetting?, Severity?)]
    )
    func several(mayas: RuleSetting?, noahs: RuleSetting?, expected: Severity?) {
        var small = Small()
        small.household.settings.rules = [.goalMissed: .severity(.warning)]
        small.change(Small.maya) { $0.rules[.goalMissed] = mayas }
        small.change(Small.noah) { $0.rules[.goalMissed] = noahs }
        let day = Instant(secondsSinceEpoch: 1_795_600_000)
        let conflict = Conflict(
            kind: .goalMissed,
            severity: .notice,
            people: [Small.maya, Small.noah],
            interval: Interval(day, day.adding(seconds: 60)),
            occurrences: [],
            message: "less than wanted"
        )
        var said = conflict
        said.severity = expected ?? .notice
        #expect(small.household.asSaid(conflict) == (expected == nil ? nil : said))
    }

    @Test("who has the children is the same, whatever is switched off")
    func cover() {
        let small = Self.small
        var silent = small
        silent.household.settings.rules = ConflictKind.allCases.reduce(into: [:]) { $0[$1] = .off }
        #expect(found(silent) == [])
        let (one, other) = (small.plan().cover(of: Small.noah), silent.plan().cover(of: Small.noah))
        #expect(one.map(\.interval) == other.map(\.interval) && one.map(\.reason) == other.map(\.reason))
    }
}
