import FamplanAPI
import Household
import Testing

@testable import FamplanDaemon

/// The household that comes with famplan, as a newcomer meets it.
@Suite("the example household")
struct ExampleHouseholdTests {
    @Test("its week tells the conflicts that it was written with, and no other that is more than a notice")
    func week() async throws {
        let planner = try await Planner.test(household: ProjectFile.text("config/household.example.yaml"))
        let range = try Reading(snapshot: await planner.snapshot).range(from: "2026-11-23", to: "2026-11-30")
        let found = try await planner.conflicts(in: range).conflicts.map(\.conflict)
            .filter { $0.severity > .notice }.map(\.message)
        #expect(
            found == [
                "Nobody has Lena from 15:30 to 16:30 on Tue 24 Nov",
                "Nobody has Noah from 15:30 to 16:30 on Tue 24 Nov",
                "Maya has “Fjord dashboards” and “Northwind numbers with the controller” at the same time, "
                    + "Thu 26 Nov 13:00–15:00",
                "Maya is on duty for Noah and Lena, but also has “Northwind budget, short call”, "
                    + "Fri 27 Nov 15:15–15:45",
                "Kofi cannot fetch Noah from Trampoline park at 17:00 on Sat 28 Nov",
                "Kofi has “Kofi in Leipzig, twenty years of the band” and “The long Sunday breakfast” at the same "
                    + "time, Sun 29 Nov 10:00–12:00",
            ]
        )
    }

    @Test("what can be done about its first gap is one command, and undone by another")
    func mended() async throws {
        let planner = try await Planner.test(household: ProjectFile.text("config/household.example.yaml"))
        let answer = try await planner.add([
            "kind": ["care"], "title": ["Jule plays"], "people": ["jule"], "for": ["noah", "lena"],
            "start": ["tue 15:30"], "end": ["16:30"],
        ])
        #expect(answer.resolved.map(\.kind) == ["coverage-gap", "coverage-gap"])
        #expect(answer.created.isEmpty)
        #expect(try await planner.undo().created.map(\.kind) == ["coverage-gap", "coverage-gap"])
    }
}
