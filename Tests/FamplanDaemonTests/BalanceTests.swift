import FamplanAPI
import Household
import Testing

@testable import FamplanDaemon

@Suite("the balance")
struct BalanceTests {
    @Test("goals come with what is had of what is wanted: minutes, or per cent of the parents' care")
    func goals() async throws {
        let goals = """
            goals:
              - { id: maya-noah, kind: one-on-one, person: maya, child: noah, min: 90m }
              - { id: split, kind: care-share, person: kofi, between: [40%, 62.5%], weeks: 2 }
            entries:
              - { id: play, kind: care, people: [maya], for: [noah], start: 2026-11-28T10:00, duration: 80m }
            """
        let planner = try await Planner.test(
            household: smallHousehold.replacing("Europe/Berlin }", with: "Europe/Berlin, coverage: assigned }")
        )
        try await planner.apply(goals)
        let reading = Reading(snapshot: await planner.snapshot)

        let report = try reading.balance(reading.range(from: "2026-11-23", to: "2026-11-30"))

        #expect(report.goals.map(\.goal) == ["maya-noah", "split", "split"])
        let first = try #require(report.goals.first)
        #expect(first.kind == "one-on-one" && first.people == ["maya", "noah"])
        #expect((first.value, first.min, first.max, first.met) == (80, 90, nil, false))
        #expect(first.from == "2026-11-23T00:00:00+01:00" && first.to == "2026-11-30T00:00:00+01:00")
        #expect(
            first.message
                == "Maya and Noah have 1h 20m one-on-one in the week of Mon 23 Nov; the family’s goal is at least 1h 30m"
        )
        let split = try #require(report.goals.last)
        // In two weeks Kofi fetches Noah ten times, either brings him ten times, and Maya plays once: 225 of 380 minutes.
        #expect((split.kind, split.weeks, split.value, split.min, split.max) == ("care-share", 2, 59.2, 40, 62.5))
        #expect(split.met)
        #expect(split.from == "2026-11-23T00:00:00+01:00" && split.to == "2026-12-07T00:00:00+01:00")
    }
}
