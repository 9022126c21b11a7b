import Glibc
import Household
import ICalendar
import Planning

/// Measures the core in a release build and prints what `scripts/bench.sh` puts beside other programs.
@main
struct FamplanBench {
    static func main() throws {
        switch CommandLine.arguments.dropFirst().first {
        case "evaluate": try evaluate()
        case "expand": try expand(CommandLine.arguments.dropFirst(2).first ?? "")
        default:
            print("usage: famplan-bench evaluate | expand FILE")
            exit(2)
        }
    }

    /// Every rule, at growing sizes: first by days at constant density, then 1,000 and 10,000 series over eight weeks.
    private static func evaluate() throws {
        let first = CivilDate(daysSinceEpoch: 20_780)
        var before: Double?
        for entries in [100, 1_000, 10_000] {
            let household = SyntheticHousehold.singles(entries, from: first)
            let time = medianMilliseconds { judge(household, from: first, days: entries / 10) }
            let growth = before.map { "  \(rounded(time / $0)) times the size before" } ?? ""
            print("evaluate \(entries) entries over \(entries / 10) days: \(rounded(time)) ms\(growth)")
            before = time
        }
        for series in [1_000, 10_000] {
            let household = try SyntheticHousehold.series(series, from: first)
            let time = medianMilliseconds { judge(household, from: first, days: 56) }
            print("evaluate \(series) series over 8 weeks: \(rounded(time)) ms")
        }
    }

    private static func judge(_ household: Household, from first: CivilDate, days: Int) {
        let range = Interval(household.zone.startOfDay(first), household.zone.startOfDay(first.adding(days: days)))
        let conflicts = RuleSet.standard.conflicts(in: Plan(household, range: range))
        precondition(!conflicts.isEmpty, "a household without conflicts measures nothing")
    }

    private static func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }
}
