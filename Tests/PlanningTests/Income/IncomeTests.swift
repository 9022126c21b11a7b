import Household
import ICalendar
import Planning
import Testing

/// Now is Tuesday 2026-11-24, 12:00.
@Suite("Income, planned, actual and expected")
struct IncomeTests {
    private func conflict(_ ids: [String], severity: Severity = .warning, isAccepted: Bool = false) -> KnownConflict {
        let occurrences = ids.map { OccurrenceID(entry: ID(trusted: $0), of: start) }
        return KnownConflict(
            id: ID(trusted: ids.joined()),
            conflict: Conflict(
                kind: .doubleBooked,
                severity: severity,
                people: [SmallHousehold.maya],
                interval: Interval(start, start.adding(seconds: 3600)),
                occurrences: occurrences,
                message: "Two at once"
            ),
            foundAt: start,
            acceptance: isAccepted ? Acceptance(by: "maya", reason: "so", at: start, until: nil) : nil
        )
    }

    private var start: Instant { IncomeFamily().household.zone.instant(of: CivilDateTime("2026-11-26T09:00")!) }

    @Test("what is expected is what was logged, and from now on what is planned")
    func expected() {
        var family = IncomeFamily()
        family.plan("past", "2026-11-20T09:00", "2026-11-20T12:00")
        family.plan("now", "11:00", "14:00")
        family.plan("future", "2026-11-26T09:00", "2026-11-26T10:00")
        family.log("2026-11-20T09:00", "2026-11-20T10:30")
        family.log("11:00", "12:00")
        #expect(family.money() == ["420.00 EUR", "150.00 EUR", "330.00 EUR"])
        #expect(family.income().streams.first?.monthsByPlan == [])
    }

    @Test("in a month of which nothing was logged, the plan stands for it")
    func byPlan() {
        var family = IncomeFamily()
        family.plan("october", "2026-10-20T09:00", "2026-10-20T12:00")
        family.plan("past", "2026-11-20T09:00", "2026-11-20T12:00")
        family.plan("future", "2026-12-26T09:00", "2026-12-26T10:00")
        let income = family.income("2026-10-01", "2027-01-01")
        #expect(family.words(income.total.figures.expected.money) == "420.00 EUR")
        #expect(income.streams.first?.monthsByPlan.map(\.description) == ["2026-10-01", "2026-11-01"])
        family.log("2026-11-20T09:00", "2026-11-20T10:00")
        #expect(family.money("2026-10-01", "2027-01-01") == ["420.00 EUR", "60.00 EUR", "300.00 EUR"])
    }

    @Test("admin is shared out by hours, and lowers what an hour comes to")
    func admin() {
        var family = IncomeFamily { $0.client = "Northwind" }
        family.add("fjord") {
            $0.client = "Fjord"
            $0.rates = [Rate(amount: Amount("90")!, per: .hour)]
        }
        family.add("tax") { ($0.kind, $0.billable) = (.admin, false) }
        family.add("kofis", owner: SmallHousehold.kofi) { $0.rates = [Rate(amount: Amount("50")!, per: .hour)] }
        family.log("08:00", "11:00")
        family.log("2026-11-23T09:00", "2026-11-23T10:00", on: "fjord")
        family.log("2026-11-23T10:00", "2026-11-23T11:00", on: "tax")
        family.log("2026-11-23T10:00", "2026-11-23T12:00", on: "kofis", by: SmallHousehold.kofi)
        let income = family.income()
        let exchange = family.ledger("2026-11-01", "2026-12-01").exchange
        let hourly = income.streams.map { $0.figures.actual.hourly(exchange)?.amount }
        // 180 / 3:45; 90 / 1:15; of admin itself nothing.
        #expect(hourly == ["48.00", "72.00", nil, "50.00"])
        #expect(income.streams.map(\.figures.actual.admin) == [2700, 900, 3600, 0].map { Fraction($0) })
        #expect(income.people.map { $0.figures.actual.hourly(exchange)?.amount } == ["54.00", "50.00"])
        #expect(income.clients.map(\.key) == ["Northwind", "Fjord", nil])
        #expect(income.clients.map { $0.figures.actual.hourly(exchange)?.amount } == ["48.00", "72.00", "50.00"])
        #expect(income.total.figures.actual.admin == Fraction(3600))
    }

    @Test("an hour of several currencies comes to something only where they can be added up")
    func hourlyOfCurrencies() {
        var family = IncomeFamily()
        family.add("usd") { $0.rates = [Rate(amount: Amount("100")!, currency: Currency("USD"), per: .hour)] }
        family.log("08:00", "09:00")
        family.log("09:00", "10:00", on: "usd")
        func hourly() -> String? {
            family.income().people.first?.figures.actual.hourly(family.ledger("2026-11-01", "2026-12-01").exchange)?
                .description
        }
        #expect(hourly() == nil)
        family.small.household.settings.exchange = [Exchange(currency: Currency("USD")!, rate: Amount("0.9")!)]
        #expect(hourly() == "75.00 EUR")
    }

    @Test("targets are of months, and of part of one where the range cuts it")
    func targets() {
        let family = IncomeFamily { $0.target = Amount("1000")! }
        #expect(family.words(family.income("2026-11-16", "2027-01-01").total.target) == "1500.00 EUR")
    }

    @Test("a budget is held against all that was worked and earned up to now")
    func budget() throws {
        var family = IncomeFamily { $0.budget = Budget(hours: 10 * 3600, amount: Amount("500")!) }
        family.log("2025-03-03T09:00", "2025-03-03T12:00")
        family.log("09:00", "11:00")
        let used = try #require(family.income().streams.first?.used)
        #expect(used.hours == 5 * 3600)
        #expect(family.words(used.money) == "300.00 EUR")
    }

    @Test("planned work in an open conflict is at risk, once, and nothing else")
    func risk() throws {
        var family = IncomeFamily()
        family.plan("call", "2026-11-26T09:00", "2026-11-26T11:00")
        family.plan("other", "2026-11-27T09:00", "2026-11-27T11:00")
        let ledger = family.ledger("2026-11-01", "2026-12-01")
        func risk(_ conflicts: [KnownConflict]) -> [String] {
            ledger.forecast(on: family.days("2026-11-01", "2026-12-01"), conflicts: conflicts)
                .risks.map { "\($0.stream.id) \(family.words($0.money)) \($0.conflicts)" }
        }
        #expect(risk([conflict(["call"]), conflict(["call", "swim"])]) == ["job 120.00 EUR [call, callswim]"])
        #expect(risk([conflict(["swim"])]) == [])
        #expect(risk([conflict(["call"], severity: .notice)]) == [])
        #expect(risk([conflict(["call"], isAccepted: true)]) == [])
    }

    @Test("the quarter is the calendar's")
    func quarter() {
        for (date, from, to) in [
            ("2026-11-24", "2026-10-01", "2027-01-01"), ("2026-01-01", "2026-01-01", "2026-04-01"),
            ("2026-06-30", "2026-04-01", "2026-07-01"),
        ] {
            #expect(IncomeLedger.quarter(of: CivilDate(date)!) == CivilDate(from)!..<CivilDate(to)!)
        }
    }

    @Test("what is planned and in no rule is no work: whole days, and what is not busy")
    func busy() {
        var family = IncomeFamily()
        family.plan("idea", "2026-11-26T09:00", "2026-11-26T11:00") { $0.busy = false }
        family.plan("retreat", "2026-11-26T09:00", "2026-11-26T11:00") {
            $0.time = .allDay(first: CivilDate("2026-11-26")!, days: 1)
        }
        #expect(family.money()[0] == "")
    }
}
