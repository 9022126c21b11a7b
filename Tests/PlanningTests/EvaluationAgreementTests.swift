import Household
import ICalendar
import Planning
import Testing

/// What follows changes step by step against what thinks everything through anew.
@Suite("following random changes")
struct EvaluationAgreementTests {
    @Test("after random changes, one upon the other, everything is as if evaluated anew", arguments: Seeds.first(150))
    func changes(seed: Int) {
        var (household, from, to) = RandomHousehold.make(seed: UInt64(seed))
        let zone = household.zone
        let range = Interval(zone.startOfDay(from), zone.startOfDay(to))
        let now = zone.instant(of: CivilDateTime(from.adding(days: 1), .midnight)).adding(seconds: 36_000)
        var edits = RandomEdits(seed: UInt64(seed))
        var evaluation = Evaluation(Plan(household, range: range, now: now))
        for step in 1...8 {
            let changes = edits.next(in: household)
            for change in changes { household.apply(change) }
            evaluation = evaluation.after(changes, in: household)

            let anew = Evaluation(Plan(household, range: range, now: now))
            #expect(evaluation.conflicts == anew.conflicts, "seed \(seed), step \(step), \(changes)")
            for child in household.people.values where child.role == .child {
                let (followed, whole) = (evaluation.plan.cover(of: child.id), anew.plan.cover(of: child.id))
                #expect(followed.map(\.interval) == whole.map(\.interval), "seed \(seed), step \(step)")
                #expect(followed.map(\.carers) == whole.map(\.carers) && followed.map(\.reason) == whole.map(\.reason))
            }
            #expect(
                evaluation.plan.schedule.occurrences.map(\.interval) == anew.plan.schedule.occurrences.map(\.interval)
            )
            #expect(Ledger(evaluation.plan).balance == Ledger(anew.plan).balance, "seed \(seed), step \(step)")
        }
    }

    @Test(
        "some time later only deadlines are looked at again, and everything is as if evaluated then",
        arguments: Seeds.first(60)
    )
    func later(seed: Int) {
        let (household, from, to) = RandomHousehold.make(seed: UInt64(seed))
        let zone = household.zone
        let range = Interval(zone.startOfDay(from), zone.startOfDay(to))
        let evaluation = Evaluation(Plan(household, range: range, now: range.start))

        for hours in [0, 7, 50, 200, -30] {
            let now = range.start.adding(seconds: hours * 3_600)
            let anew = Evaluation(Plan(household, range: range, now: now))
            #expect(evaluation.at(now).conflicts == anew.conflicts, "seed \(seed), \(hours) hours later")
        }
    }
}
