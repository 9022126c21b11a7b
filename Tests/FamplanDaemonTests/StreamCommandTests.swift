import FamplanAPI
import Household
import ICalendar
import Storage
import Testing

@testable import FamplanDaemon

/// Today is Monday 2026-11-23.
@Suite("Income streams, changed by command")
struct StreamCommandTests {
    private func request(
        _ stream: String,
        _ fields: EntryFields = [:],
        rate: String? = nil,
        revenue: String? = nil,
        from: String? = nil
    ) -> StreamRequest {
        StreamRequest(
            stream: stream,
            fields: fields,
            rate: rate,
            revenue: revenue,
            from: from,
            options: ChangeOptions()
        )
    }

    private func fjord(_ planner: Planner) async -> Stream? {
        await planner.household.streams[ID(trusted: "fjord")]
    }

    private func withFjord() async throws -> Planner {
        let planner = try await Planner.test()
        let fields: EntryFields = [
            "name": ["Fjord"], "owner": ["maya"], "kind": ["client"], "client": ["Fjord AS"], "currency": ["NOK"],
            "target": ["3500.00"], "weekly.min": ["8h"], "budget.hours": ["120h"],
        ]
        _ = try await planner.add(StreamKind(), request("fjord", fields, rate: "1100/hour"), by: .admin)
        return planner
    }

    @Test("a stream is added with all that is said of it, in the words of the household file")
    func add() async throws {
        let planner = try await withFjord()
        let stream = try #require(await fjord(planner))
        #expect(stream.name == "Fjord" && stream.client == "Fjord AS" && stream.billable)
        #expect(stream.currency == Currency("NOK") && stream.target == Amount("3500.00"))
        #expect(stream.weekly == WeeklyHours(min: 28_800) && stream.budget == Budget(hours: 432_000))
        #expect(stream.rates == [Rate(amount: Amount("1100")!, per: .hour)])
        let report = try #require(
            try StreamKind().report("fjord", all: false, in: await planner.snapshot).streams.first
        )
        #expect(report.pays == ["1100 NOK per hour"])
        #expect(report.fields.contains(PersonField(field: "target", value: "3500.00")))
        #expect(
            await refusal { _ = try await planner.add(StreamKind(), request("fjord"), by: .admin) }?.message
                == "there is a stream “fjord” already: `famplan stream edit fjord` changes it"
        )
    }

    @Test("another rate holds from a day on, and what was before stays")
    func rate() async throws {
        let planner = try await withFjord()
        _ = try await planner.edit(
            StreamKind(),
            request("fjord", rate: "105.50 USD/day", from: "2027-01-01"),
            by: .admin
        )
        _ = try await planner.edit(StreamKind(), request("fjord", rate: "USD 1150 per hour", from: "today"), by: .admin)
        let rates = await fjord(planner)?.rates.map {
            "\($0.from?.description ?? "always") \($0.amount) \($0.per)"
        }
        #expect(rates == ["always 1100 hour", "2026-11-23 1150 hour", "2027-01-01 105.50 day"])
        #expect(
            try StreamKind().report("fjord", all: false, in: await planner.snapshot).streams.first?.pays == [
                "1150 USD per hour"
            ]
        )
        _ = try await planner.edit(StreamKind(), request("fjord", rate: "9000/project", from: "always"), by: .admin)
        #expect(await fjord(planner)?.rates == [Rate(amount: Amount("9000")!, per: .project)])
    }

    @Test(
        "what cannot be is said with its key and what would help",
        arguments: [
            (
                "120/hour", nil,
                "streams › fjord › rate: since when? (--from 2027-01-01, or --from always for all that was before)"
            ),
            ("120/hour", "soon", "streams › fjord › rate: “soon” is not a date (2026-11-23)"),
            (
                "120", "always",
                "streams › fjord › rate: “120” does not say for what (120/hour; hour, day, month or project)"
            ),
            (
                "120/hours", "always",
                "streams › fjord › rate: “hours” is none of hour, day, month, project: did you mean hour?"
            ),
            ("much/hour", "always", "streams › fjord › rate: “much/hour” is not an amount of money (95.00, 95.00 EUR)"),
            ("1 2/hour", "always", "streams › fjord › rate: “1 2/hour” is not an amount of money (95.00, 95.00 EUR)"),
        ] as [(String, String?, String)]
    )
    func wrong(rate: String, from: String?, message: String) async throws {
        let planner = try await withFjord()
        let before = await fjord(planner)
        let error = await #expect(throws: (any Error).self) {
            _ = try await planner.edit(StreamKind(), request("fjord", rate: rate, from: from), by: .admin)
        }
        #expect("\(try #require(error))".contains(message), "\(String(describing: error))")
        #expect(await fjord(planner) == before)
    }

    @Test("an archived stream is not listed, but there; its past can be looked at, and it can come back")
    func archive() async throws {
        let planner = try await withFjord()
        _ = try await planner.edit(StreamKind(), request("fjord", ["archived": ["today"]]), by: .admin)
        #expect(await fjord(planner)?.archived == CivilDate("2026-11-23"))
        #expect(
            try StreamKind().report(nil, all: false, in: await planner.snapshot).streams.map(\.id).contains("fjord")
                == false
        )
        #expect(try StreamKind().report(nil, all: true, in: await planner.snapshot).streams.last?.isArchived == true)
        #expect(try StreamKind().report("fjord", all: false, in: await planner.snapshot).streams.first?.pays == [])
        _ = try await planner.edit(StreamKind(), request("fjord", ["archived": []]), by: .admin)
        #expect(await fjord(planner)?.archived == nil)
    }

    @Test("a stream that entries name is not removed, and one without is; both can be taken back")
    func remove() async throws {
        let planner = try await withFjord()
        try await planner.add(
            [
                "kind": ["work"], "stream": ["fjord"], "people": ["maya"], "start": ["2026-11-28T09:00"],
                "duration": ["1h"],
            ],
            id: "deep"
        )
        let removal = RemoveStreamRequest(stream: "fjord", options: ChangeOptions())
        #expect(
            await refusal { _ = try await planner.remove(StreamKind(), removal, by: .admin) }?.message
                == "cannot remove stream “Fjord” (fjord): it is named by entry deep "
                + "(`famplan stream archive fjord` lets it end and keeps its past)"
        )
        try await planner.remove("deep")
        _ = try await planner.remove(StreamKind(), removal, by: .admin)
        #expect(await fjord(planner) == nil)
        _ = try await planner.undo()
        #expect(await fjord(planner)?.name == "Fjord")
    }
}
