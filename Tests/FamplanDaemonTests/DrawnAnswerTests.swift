import FamplanAPI
import Foundation
import Household
import ICalendar
import Planning
import Testing

@testable import FamplanDaemon

/// What a drawn day and a drawn month are made from.
@Suite("drawn days and months")
struct DrawnAnswerTests {
    private func answer<Body: Codable & Sendable>(
        _ target: String,
        _ planner: Planner,
        as actor: Actor = .admin
    ) async throws -> Body {
        let answer = try await InProcess(planner, as: actor).get(target)
        try #require(answer.status == 200, "\(answer.text)")
        return try JSONDecoder().decode(Document<Body>.self, from: Data(answer.text.utf8)).body
    }

    @Test("a day is that day alone, with names for every id")
    func day() async throws {
        let planner = try await Planner.test()
        let today: Week = try await answer("/v1/day", planner)
        let tuesday: Week = try await answer("/v1/day?date=tue", planner)
        #expect((today.from, today.to) == ("2026-11-23T00:00:00+01:00", "2026-11-24T00:00:00+01:00"))
        #expect(today.items.map(\.entry) == ["noah-school"])
        #expect(tuesday.items.map(\.entry).sorted() == ["deep-work", "noah-school"])
        #expect(today.names?["maya"] == "Maya")
        #expect(today.children.map(\.child) == ["noah"])
    }

    @Test("a day of one person has nothing of another, and whoever is cared for keeps the names of who cares")
    func who() async throws {
        let planner = try await Planner.test()
        let maya: Week = try await answer("/v1/day?date=tue&who=maya", planner)
        let noah: Week = try await answer("/v1/day?date=tue&who=noah", planner)
        #expect(maya.people.map(\.id) == ["maya"])
        #expect(maya.items.map(\.entry) == ["deep-work"])
        #expect(maya.children.isEmpty)
        #expect(noah.children.map(\.child) == ["noah"])
        #expect(noah.names?["kofi"] == "Kofi")
    }

    @Test("a month is from the first to the first, and says what is due in it and is not done, for those who plan")
    func month() async throws {
        let deadlines = """
            deadlines:
                  - { id: report, title: Report, due: 2026-12-11T17:00, remaining: 4h }
                  - { id: close, title: Close, due: 2027-01-01T00:00, remaining: 1h }
                  - { id: done, title: Done, due: 2026-12-12T17:00, remaining: 0h }
                  - { id: later, title: Later, due: 2027-02-12T17:00, remaining: 4h }
            """
        let text = smallHousehold.replacing(
            "- { id: northwind, name: Northwind, owner: maya, kind: client }",
            with: "- id: northwind\n    name: Northwind\n    owner: maya\n    kind: client\n    \(deadlines)"
        )
        let planner = try await Planner.test(household: text)
        let december: Month = try await answer("/v1/month?month=dec", planner)
        let ama: Month = try await answer("/v1/month?month=dec", planner, as: .person(ID(trusted: "ama")))
        #expect((december.from, december.to) == ("2026-12-01T00:00:00+01:00", "2027-01-01T00:00:00+01:00"))
        #expect(december.due.map(\.deadline) == ["report", "close"])
        #expect(december.weekStart == 1)
        #expect(ama.due.isEmpty)
        let january: Month = try await answer("/v1/month?month=2027-01", planner)
        #expect(january.due.isEmpty, "what is due at midnight is due at the end of the day before")
    }

    @Test("a month that can't be read is refused with what can")
    func unreadable() async throws {
        let answer = try await InProcess(await Planner.test(), as: .admin).get("/v1/month?month=smarch")
        #expect(answer.status == 400)
        #expect(answer.text.contains("cannot read “smarch” as a month (try 2026-12, dec, “next month” or a day in it)"))
    }
}
