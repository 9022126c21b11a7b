import ICalendar
import Testing

@testable import FamplanDaemon

@Suite("which backups are kept")
struct BackupPlanTests {
    private let plan = BackupPlan()

    /// What is left when one is made each day, and let go each day.
    private func kept(_ days: some Sequence<CivilDate>) -> [CivilDate] {
        var kept: [CivilDate] = []
        for day in days {
            kept.append(day)
            let removable = plan.removable(kept)
            #expect(!removable.contains(day))
            kept.removeAll { removable.contains($0) }
        }
        return kept
    }

    private func days(_ first: String, _ count: Int) throws -> [CivilDate] {
        let first = try #require(CivilDate(first))
        return (0..<count).map { first.adding(days: $0) }
    }

    @Test("after two years: seven days, the last of four weeks and of twelve months")
    func years() throws {
        // Until Wednesday 2026-11-25.
        let all = try days("2024-11-26", 730)
        let names = kept(all).map { "\($0)" }
        #expect(
            names == [
                "2025-12-31", "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30",
                "2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31", "2026-11-08", "2026-11-15", "2026-11-19",
                "2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25",
            ]
        )
    }

    @Test("a year off takes nothing away: what there was is counted, not what there could have been")
    func away() throws {
        let before = try days("2025-01-01", 100)
        let last = try #require(before.last)
        let kept = kept(before + [last.adding(days: 400)])
        #expect(kept.contains(last))
        #expect(kept.count >= 10)
    }

    @Test("the only one is never let go")
    func only() throws {
        let one = try days("2026-11-25", 1)
        #expect(BackupPlan(daily: 1, weekly: 0, monthly: 0).removable(one).isEmpty)
    }
}
