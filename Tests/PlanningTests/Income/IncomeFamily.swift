import Household
import ICalendar
import Planning
import Testing

/// Streams, plans and logs in a few lines; in Berlin, from Tuesday 2026-11-24, 12:00 on unless a test says otherwise.
struct IncomeFamily {
    var small = SmallHousehold()
    var logged: [WorkedTime] = []
    var now = "2026-11-24T12:00"

    init(_ change: (inout Stream) -> Void = { _ in }) {
        small.changeJob {
            $0.rates = [Rate(amount: Amount("60.00")!, per: .hour)]
            change(&$0)
        }
    }

    var household: Household { small.household }

    mutating func add(_ id: String, owner: ID<Person> = SmallHousehold.maya, _ change: (inout Stream) -> Void) {
        var stream = Stream(id: ID(trusted: id), name: id, owner: owner, kind: .client)
        change(&stream)
        small.household.put(.stream(stream))
    }

    mutating func plan(
        _ id: String,
        _ from: String,
        _ to: String,
        on stream: String = "job",
        by person: ID<Person> = SmallHousehold.maya,
        with change: (inout Entry) -> Void = { _ in }
    ) {
        small.add(id, .work, [person], from, to) {
            $0.stream = ID(trusted: stream)
            change(&$0)
        }
    }

    mutating func log(
        _ from: String,
        _ to: String,
        on stream: String = "job",
        by person: ID<Person> = SmallHousehold.maya
    ) {
        let zone = household.zone
        let interval = Interval(zone.instant(of: SmallHousehold.wall(from)), zone.instant(of: SmallHousehold.wall(to)))
        logged.append(WorkedTime(stream: ID(trusted: stream), person: person, interval: interval))
    }

    func days(_ from: String, _ to: String) -> Range<CivilDate> { CivilDate(from)!..<CivilDate(to)! }

    func ledger(_ from: String, _ to: String) -> IncomeLedger {
        IncomeLedger(
            household,
            planned: household.plannedWork(on: days(from, to)),
            logged: logged,
            now: household.zone.instant(of: SmallHousehold.wall(now))
        )
    }

    func income(_ from: String = "2026-11-01", _ to: String = "2026-12-01") -> Income {
        ledger(from, to).income(on: days(from, to))
    }

    /// Planned, actual, expected.
    func money(_ from: String = "2026-11-01", _ to: String = "2026-12-01") -> [String] {
        let figures = income(from, to).total.figures
        return [figures.planned, figures.actual, figures.expected].map { words($0.money) }
    }

    func words(_ sum: MoneySum) -> String { sum.parts.map(\.description).joined(separator: " + ") }
}
