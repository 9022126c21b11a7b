import FamplanAPI
import Foundation
import Household
import Testing

@testable import FamplanDaemon

/// Now is Monday 2026-11-23, 08:00. Maya's deep work is on Tuesdays and Thursdays, three hours each.
@Suite("capacity")
struct CapacityTests {
    private func capacity(_ stream: String) async throws -> CapacityReport {
        let planner = try await Planner.test(
            household: smallHousehold.replacing("kind: client }", with: "kind: client, \(stream) }")
        )
        let answer = try await InProcess(planner, as: .person(ID(trusted: "maya"))).get("/v1/capacity")
        #expect(answer.status == 200, "\(answer.text)")
        return try JSONDecoder().decode(Document<CapacityReport>.self, from: Data(answer.text.utf8)).body
    }

    @Test("each deadline has its hours, and when it can be done; each parent the days of this week and next")
    func report() async throws {
        let report = try await capacity(
            "hours: [ { days: weekdays, from: \"09:00\", to: \"17:00\" } ], deadlines: "
                + "[ { id: talk, title: Talk, due: 2026-12-01, remaining: 4h }, { id: far, due: 2029-01-01, remaining: 1h } ]"
        )
        let deadline = try #require(report.deadlines.first)
        #expect(report.deadlines.map(\.deadline) == ["talk"])
        #expect(deadline.due == "2026-12-01T00:00:00+01:00" && deadline.person == "maya")
        #expect((deadline.neededMinutes, deadline.bookedMinutes, deadline.missingMinutes) == (240, 360, 0))
        #expect(deadline.doneBy == "2026-11-23T13:00:00+01:00")
        #expect(report.people.map(\.person) == ["maya", "kofi"])
        let days = try #require(report.people.first?.days)
        #expect(days.map(\.date).first == "2026-11-23" && days.map(\.date).last == "2026-12-06")
        #expect(days.count == 14)
        #expect(days[1].bookedMinutes == 180 && days[1].bookableMinutes > 0)
    }

    @Test("without deadlines the days are there")
    func none() async throws {
        let report = try await capacity("weekly: { min: 1h }")
        #expect(report.deadlines.isEmpty && report.people.count == 2)
    }
}
