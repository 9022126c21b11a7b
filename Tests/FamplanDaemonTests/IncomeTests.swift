import FamplanAPI
import Foundation
import Household
import ICalendar
import Testing

@testable import FamplanDaemon

/// Now is Monday 2026-11-23, 08:00. Maya's deep work is on Tuesdays and Thursdays, three hours each.
@Suite("income")
struct IncomeTests {
    private func planner(_ rate: String = "rate: { amount: 60.00, per: hour }", household: String = "") async throws
        -> Planner
    {
        let planner = try await Planner.test(
            household: smallHousehold.replacing(
                "kind: client }",
                with: "kind: client, client: Northwind Ltd, \(rate) }"
            )
            .replacing("timeZone: Europe/Berlin }", with: "timeZone: Europe/Berlin\(household) }")
        )
        return planner
    }

    private func log(_ planner: Planner, _ from: String, _ length: String, on stream: String = "northwind") async throws
    {
        let request = LogAddRequest(
            what: [stream],
            from: from,
            to: nil,
            length: length,
            person: "maya",
            note: nil,
            isPrivate: false,
            dryRun: false
        )
        _ = try await planner.addTime(request, by: .admin)
    }

    private func income(
        _ planner: Planner,
        _ query: String = "",
        as actor: Actor = .person(ID(trusted: "maya"))
    ) async throws -> IncomeReport {
        let answer = try await InProcess(planner, as: actor).get("/v1/income" + query)
        #expect(answer.status == 200, "\(answer.text)")
        return try JSONDecoder().decode(Document<IncomeReport>.self, from: Data(answer.text.utf8)).body
    }

    private func euros(_ amounts: String...) -> [MoneyItem] { amounts.map { MoneyItem(amount: $0, currency: "EUR") } }

    @Test("planned, actual and expected hours and money of this month, and both forecasts")
    func month() async throws {
        let planner = try await planner()
        try await log(planner, "2026-11-19T09:00", "3h")
        let report = try await income(planner)
        #expect((report.from, report.to, report.by, report.currency) == ("2026-11-01", "2026-12-01", "stream", "EUR"))
        let group = try #require(report.groups.first)
        #expect(group.id == "northwind" && group.name == "Northwind" && group.byPlan == [])
        #expect(group.planned.billableMinutes == 24 * 60 && group.planned.money == euros("1440.00"))
        #expect(group.actual.billableMinutes == 180 && group.actual.money == euros("180.00"))
        #expect(group.expected.billableMinutes == 540 && group.expected.money == euros("540.00"))
        #expect(group.actual.hourly == euros("60.00").first)
        #expect(report.forecasts.map(\.period) == ["month", "quarter"])
        #expect(report.forecasts.map(\.to) == ["2026-12-01", "2027-01-01"])
        // October has no log, so its plan stands: nine times three hours; December has ten times.
        #expect(report.forecasts.map(\.all.expected.money) == [euros("540.00"), euros("3960.00")])
        #expect(report.forecasts.map(\.all.actual.money) == [euros("180.00"), euros("180.00")])
    }

    @Test("what stands in an open conflict is at risk; what was accepted is not")
    func risk() async throws {
        let planner = try await planner()
        try await planner.add(
            [
                "kind": ["appointment"], "title": ["Dentist"], "people": ["maya"], "start": ["2026-11-26T10:00"],
                "duration": ["1h"],
            ],
            id: "dentist"
        )
        let forecast = try #require(try await income(planner).forecasts.first)
        #expect(forecast.atRisk == euros("180.00"))
        let risk = try #require(forecast.risks.first)
        #expect(risk.stream == "northwind" && risk.conflicts.count == 1)
        let accept = AcceptRequest(id: try #require(risk.conflicts.first), reason: "It is short", until: nil)
        _ = try await planner.accept(accept, by: .admin)
        #expect(try await income(planner).forecasts.first?.atRisk == [])
    }

    @Test("by person and by client; another month; days that cut one")
    func ranges() async throws {
        let planner = try await planner("rate: { amount: 3100, per: month }")
        #expect(try await income(planner, "?by=person").groups.map(\.id) == ["maya"])
        #expect(try await income(planner, "?by=client&month=2026-12").groups.map(\.name) == ["Northwind Ltd"])
        #expect(try await income(planner, "?month=next").total.planned.money == euros("3100.00"))
        let cut = try await income(planner, "?from=2026-12-31&to=2027-01-02")
        #expect(cut.total.planned.money == euros("200.00"))
        #expect(try await income(planner, "?from=2026-12-15").to == "2027-01-01")
        #expect(try await income(planner, "?from=2026-10-15").to == "2026-12-01")
        #expect(try await income(planner, "?to=2026-12-01").from == "2026-11-01")
    }

    @Test("currencies are added up by the stated rate, and not without")
    func currencies() async throws {
        let rate = "rates: [ { amount: 10.00, per: day }, { from: 2026-11-10, amount: 1000, currency: JPY, per: day } ]"
        let without = try await income(planner(rate))
        let money = without.total.planned.money
        #expect(money.map { "\($0.amount) \($0.currency)" } == ["20.00 EUR", "6000 JPY"])
        #expect(without.total.planned.total == nil && without.total.planned.hourly == nil)
        #expect(without.withoutRate == ["JPY"])
        let with = try await income(planner(rate, household: ", exchange: { JPY: 0.0061 }"))
        #expect(with.total.planned.total == euros("56.60").first)
        #expect(with.withoutRate == [] && with.exchange == [ExchangeItem(currency: "JPY", rate: "0.0061")])
    }

    @Test(
        "what cannot be asked for is said",
        arguments: [
            ("?month=2026-13", "cannot read “2026-13” as a month (try 2026-11, this, last or next)"),
            ("?month=this&from=today", "“month” and “from” or “to” exclude each other"),
            ("?from=today&to=today", "nothing lies from"),
            ("?from=2026-11-24T10:00", "whole days are needed (2026-11-24)"),
            ("?from=2000-01-01", "longer than 4,000 days"),
            ("?from=9990-01-01", "cannot look as far ahead as 9990-02-01"),
            ("?month=2039-01", "cannot look as far ahead as 2039-02-01"),
            ("?by=weather", "“weather” is none of stream, person, client"),
        ]
    )
    func wrong(query: String, words: String) async throws {
        let answer = try await InProcess(planner(), as: .admin).get("/v1/income" + query)
        #expect(answer.status == 400 && answer.text.contains(words), "\(answer.text)")
    }

    @Test("both parents are told the same, whatever is private; carers and children nothing")
    func viewers() async throws {
        let planner = try await planner()
        let fields: EntryFields = [
            "kind": ["work"], "stream": ["northwind"], "people": ["maya"], "title": ["Secret"], "private": ["true"],
            "start": ["2026-11-28T10:00"], "duration": ["1h"],
        ]
        try await planner.add(fields, id: "secret", by: .person(ID(trusted: "maya")))
        for person in ["maya", "kofi"] {
            let report = try await income(planner, as: .person(ID(trusted: person)))
            #expect(report.total.planned.money == euros("1500.00"))
        }
        for person in ["ama", "noah"] {
            #expect(try await InProcess(planner, as: .person(ID(trusted: person))).get("/v1/income").status == 403)
        }
    }
}
