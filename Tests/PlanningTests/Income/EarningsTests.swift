import Household
import ICalendar
import Planning
import Testing

@Suite("What streams bring")
struct EarningsTests {
    private func rate(_ amount: String, _ per: Rate.Unit, from: String? = nil, in currency: String? = nil) -> Rate {
        Rate(
            from: from.flatMap { CivilDate($0) },
            amount: Amount(amount)!,
            currency: currency.flatMap { Currency($0) },
            per: per
        )
    }

    @Test("an hourly rate changes at midnight, also in the middle of the work")
    func rateChange() {
        var family = IncomeFamily { $0.rates = [rate("60.00", .hour), rate("90.00", .hour, from: "2026-11-16")] }
        family.log("2026-11-15T22:00", "2026-11-16T01:30")
        #expect(family.money()[1] == "255.00 EUR")
        #expect(family.money("2026-11-15", "2026-11-16")[1] == "120.00 EUR")
        #expect(family.money("2026-11-16", "2026-11-17")[1] == "135.00 EUR")
    }

    @Test(
        "the night in which the clocks change has as many hours as it has",
        arguments: [
            ("2026-10-24T23:00", "2026-10-25T04:00", "360.00 EUR"),
            ("2026-03-28T23:00", "2026-03-29T04:00", "240.00 EUR"),
        ]
    )
    func clockChange(from: String, to: String, money: String) {
        var family = IncomeFamily()
        family.log(from, to)
        #expect(family.money("2026-01-01", "2026-12-01")[1] == money)
    }

    @Test("a minute of an hourly rate is rounded once a month, half to the even cent")
    func rounding() {
        var family = IncomeFamily { $0.rates = [rate("0.30", .hour)] }
        // Each minute is half a cent.
        family.log("09:00", "09:01")
        #expect(family.money()[1] == "0.00 EUR")
        family.log("10:00", "10:02")
        #expect(family.money()[1] == "0.02 EUR")
        family.log("2026-12-01T09:00", "2026-12-01T09:03")
        #expect(family.money("2026-11-01", "2027-01-01")[1] == "0.04 EUR")
    }

    @Test("work of two at once counts for both, of one at once only once")
    func overlapping() {
        var family = IncomeFamily()
        family.log("09:00", "11:00")
        family.log("10:00", "12:00")
        family.log("09:30", "10:30")
        family.log("10:00", "11:00", by: SmallHousehold.kofi)
        #expect(family.income().total.figures.actual.billable == 4 * 3600)
    }

    @Test("a day is paid whole where some work begins on it, however often")
    func daily() {
        var family = IncomeFamily { $0.rates = [rate("400", .day), rate("500", .day, from: "2026-11-24")] }
        family.log("2026-11-23T09:00", "2026-11-23T09:01")
        family.log("2026-11-23T22:00", "2026-11-24T02:00")
        #expect(family.money()[1] == "400.00 EUR")
        family.log("08:00", "09:00")
        family.log("10:00", "11:00")
        #expect(family.money()[1] == "900.00 EUR")
        #expect(family.money("2026-11-24", "2026-11-25")[1] == "500.00 EUR")
    }

    @Test("a month is spread over its days, without any work; what is over is earned")
    func monthly() {
        let family = IncomeFamily { $0.rates = [rate("3000", .month), rate("3300", .month, from: "2026-11-11")] }
        // 10/30 of 3000 and 20/30 of 3300; of which 23 days are over.
        #expect(family.money() == ["3200.00 EUR", "2430.00 EUR", "3200.00 EUR"])
        #expect(family.money("2026-11-10", "2026-11-12")[0] == "210.00 EUR")
        #expect(family.money("2026-10-01", "2026-11-01")[1] == "3000.00 EUR")
        #expect(family.money("2027-02-01", "2027-02-15") == ["1650.00 EUR", "", "1650.00 EUR"])
    }

    @Test("an archived stream earns until then, and keeps what it earned")
    func archived() {
        var family = IncomeFamily {
            $0.rates = [rate("3000", .month)]
            $0.revenue = [Revenue(amount: Amount("300")!)]
            $0.target = Amount("600")!
            $0.archived = CivilDate("2026-11-11")
        }
        #expect(family.money("2026-10-01", "2027-01-01")[2] == "4400.00 EUR")
        #expect(family.words(family.income("2026-10-01", "2027-01-01").total.target) == "800.00 EUR")
        family.small.changeJob { $0.rates = [rate("60.00", .hour)] }
        family.log("2026-11-10T23:00", "2026-11-11T01:00")
        #expect(family.money("2026-11-01", "2026-12-01")[1] == "160.00 EUR")
        #expect(family.income("2026-12-01", "2027-01-01").streams.isEmpty)
    }

    @Test("revenue comes in each month besides, and begins when it begins")
    func revenue() {
        var family = IncomeFamily {
            $0.revenue = [
                Revenue(from: CivilDate("2026-11-16"), amount: Amount("300")!),
                Revenue(from: CivilDate("2026-12-01"), amount: Amount("10")!, currency: Currency("USD")),
            ]
        }
        family.log("09:00", "10:00")
        #expect(family.money("2026-11-01", "2027-01-01")[1] == "140.00 EUR")
        #expect(family.money("2026-11-01", "2027-01-01")[0] == "150.00 EUR + 10.00 USD")
    }

    @Test("a price for the whole is earned as the budgeted hours are worked, and once")
    func project() {
        var family = IncomeFamily {
            $0.rates = [rate("9000", .project), rate("1000", .project, from: "2026-11-24")]
            $0.budget.hours = 9 * 3600
        }
        family.log("2026-10-05T09:00", "2026-10-05T14:00")
        family.log("2026-11-02T09:00", "2026-11-02T15:00")
        #expect(family.money("2026-10-01", "2026-11-01")[1] == "5000.00 EUR")
        #expect(family.money()[1] == "4000.00 EUR")
        family.log("09:00", "12:00")
        #expect(family.money()[1] == "4333.33 EUR")
        #expect(family.money("2026-11-24", "2026-11-25")[1] == "333.33 EUR")
    }

    @Test("planned work before the range counts for how much of the whole is done")
    func plannedProject() {
        var family = IncomeFamily {
            $0.rates = [rate("1000", .project)]
            $0.budget.hours = 10 * 3600
        }
        family.plan("early", "2026-06-01T09:00", "2026-06-01T17:00")
        family.plan("late", "2026-11-26T09:00", "2026-11-26T14:00")
        #expect(family.money()[0] == "200.00 EUR")
        #expect(family.money("2026-06-01", "2026-07-01")[0] == "800.00 EUR")
    }

    @Test("a price without budgeted hours is earned on the day of the last deadline")
    func dueProject() {
        let family = IncomeFamily { stream in
            stream.rates = [rate("9000", .project)]
            stream.deadlines = ["2026-11-20T18:00", "2026-11-10T18:00"].map {
                Deadline(
                    id: ID(trusted: "d\($0.dropFirst(8).prefix(2))"),
                    title: "D",
                    due: CivilDateTime($0)!,
                    remaining: 0
                )
            }
        }
        #expect(family.money("2026-11-20", "2026-11-21") == ["9000.00 EUR", "9000.00 EUR", "9000.00 EUR"])
        #expect(family.money("2026-11-01", "2026-11-20") == ["", "", ""])
        var before = family
        before.now = "2026-11-20T12:00"
        #expect(before.money() == ["9000.00 EUR", "", "9000.00 EUR"])
    }

    @Test("hours that are not for money bring none; a month's pay does all the same")
    func unbillable() {
        var family = IncomeFamily {
            $0.billable = false
            $0.rates = [rate("60", .hour), rate("300", .month, from: "2026-11-21")]
        }
        family.log("09:00", "11:00")
        let figures = family.income().total.figures.actual
        #expect(family.words(figures.money) == "30.00 EUR")
        #expect((figures.billable, figures.unbillable) == (0, 7200))
    }

    @Test("currencies stay apart: the rate's, else the stream's, else the household's")
    func currencies() {
        var family = IncomeFamily {
            $0.currency = Currency("JPY")
            $0.rates = [rate("4000", .hour), rate("60.00", .hour, from: "2026-11-24", in: "USD")]
        }
        family.add("other") { $0.rates = [rate("0.001", .hour)] }
        family.log("2026-11-23T09:00", "2026-11-23T09:20")
        family.log("09:00", "10:00")
        family.log("09:00", "21:00", on: "other")
        #expect(family.money()[1] == "0.01 EUR + 1333 JPY + 60.00 USD")
    }
}
