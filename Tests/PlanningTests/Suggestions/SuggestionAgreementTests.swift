import Household
import ICalendar
import Planning
import Testing

/// What is suggested in random households, taken and looked at with everything evaluated anew.
@Suite("suggestions in random households")
struct SuggestionAgreementTests {
    @Test("each does what it says: the conflict goes, nothing as bad comes, no child is alone", arguments: 0..<40)
    func taken(seed: Int) {
        var (household, from, to) = RandomHousehold.make(seed: UInt64(seed))
        // Some of it may be moved and made shorter, on its day or in its week.
        for (index, id) in household.entries.keys.enumerated() {
            household.entries[id]?.movable = [.fixed, .day, .week][(index + seed) % 3]
        }
        let zone = household.zone
        let range = Interval(zone.startOfDay(from), zone.startOfDay(to))
        let before = Evaluation(Plan(household, range: range, now: range.start))
        for conflict in before.conflicts.prefix(12) {
            let suggestions = Suggester(before).suggestions(for: conflict)
            #expect(suggestions == Suggester(before).suggestions(for: conflict), "the same each time")
            #expect(suggestions.count <= 3)
            for suggestion in suggestions {
                var changed = household
                for change in suggestion.changes { changed.apply(change) }
                let after = Evaluation(Plan(changed, range: range, now: range.start))
                let what = "seed \(seed): \(suggestion.title), for \(conflict.message)"
                #expect(!after.conflicts.contains(conflict), "\(what)")
                #expect(changed.problems() == [], "\(what)")
                #expect(alone(after.plan, household).isSubset(of: alone(before.plan, household)), "\(what)")
                let new = Set(after.conflicts).subtracting(before.conflicts).filter { $0.severity == .critical }
                let isShorter = new.allSatisfy { now in
                    before.conflicts.contains { $0.kind == now.kind && $0.people == now.people }
                }
                #expect(isShorter, "\(what) creates \(new.map(\.message))")
            }
        }
    }

    /// Each quarter of an hour in which a child is within a gap that the household would be told of.
    private func alone(_ plan: Plan, _ household: Household) -> Set<String> {
        let gaps = CoverageGap().conflicts(in: plan)
        return Set(
            gaps.flatMap { gap in
                stride(from: gap.interval.start.secondsSinceEpoch, to: gap.interval.end.secondsSinceEpoch, by: 300)
                    .map { "\(gap.people) \($0 / 300)" }
            }
        )
    }
}
