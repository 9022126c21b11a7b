import Household
import ICalendar
import Planning

/// How long every rule takes over households of growing size, and how long after one change.
enum EvaluationTimes {
    private static let first = CivilDate(daysSinceEpoch: 20_780)

    /// Prints `SHAPE SIZE MILLISECONDS` lines: `days`, ever more days of one family; `people`, ever more families in
    /// the same ten days; `series`, repeating entries of one family over eight weeks; `change`, one occurrence moved in
    /// such a family.
    static func run() throws {
        for entries in [100, 1_000, 10_000] {
            measure("days", entries, SyntheticHousehold.singles(entries, from: first), days: entries / 10)
        }
        for entries in [100, 1_000] {
            let household = SyntheticHousehold.singles(entries, families: entries / 100, from: first)
            measure("people", entries, household, days: 10)
        }
        for entries in [10, 1_000] {
            let household = try SyntheticHousehold.series(entries, from: first)
            if entries == 1_000 { measure("series", entries, household, days: 56) }
            measureChange(entries, household, days: 56)
        }
    }

    private static func measureChange(_ size: Int, _ household: Household, days: Int) {
        let range = Interval(household.zone.startOfDay(first), household.zone.startOfDay(first.adding(days: days)))
        let evaluation = Planning.Evaluation(Plan(household, range: range, now: range.start))
        guard var entry = household.entries.values.first(where: { $0.kind == .work }) else { return }
        let before = entry
        entry.repetition = Repetition()
        entry.time = .timed(
            start: CivilDateTime(first.adding(days: 20), entry.time.start.time),
            zone: nil,
            seconds: 7_200
        )
        let change = Change(from: .entry(before), to: .entry(entry))
        var after = household
        after.apply(change)
        print("change", size, medianMilliseconds(runs: 51) { _ = evaluation.after([change], in: after) })
    }

    private static func measure(_ shape: String, _ size: Int, _ household: Household, days: Int) {
        let range = Interval(household.zone.startOfDay(first), household.zone.startOfDay(first.adding(days: days)))
        // Small ones are over so soon that it takes many to tell.
        let time = medianMilliseconds(runs: size < 1_000 ? 101 : 15) {
            let plan = Plan(household, range: range, now: range.start)
            let kinds = Set(RuleSet.standard.conflicts(in: plan).map(\.kind))
            precondition(kinds.count >= 13, "a rule that finds nothing in \(shape) \(size) measures little")
        }
        print(shape, size, time)
    }
}
