import FamplanAPI
import Household
import Storage
import Testing

@testable import FamplanDaemon

@Suite("ways out of a conflict")
struct SuggestionTests {
    /// The planner with the example household, and the id of a conflict whose message begins so.
    private func example(_ message: String) async throws -> (planner: Planner, id: String) {
        let planner = try await Planner.test(household: ProjectFile.text("config/household.example.yaml"))
        let range = try Reading(snapshot: await planner.snapshot).range(from: "2026-11-23", to: "2026-12-14")
        let found = try await planner.conflicts(in: range).conflicts.first { $0.conflict.message.hasPrefix(message) }
        return (planner, try #require(found).id.rawValue)
    }

    private func open(_ planner: Planner) async throws -> Set<String> {
        let range = try Reading(snapshot: await planner.snapshot).range(from: "2026-11-23", to: "2026-12-14")
        return Set(try await planner.conflicts(in: range).conflicts.map(\.conflict.message))
    }

    @Test("a gap is closed by asking somebody who usually helps then; both children are had")
    func gap() async throws {
        let (planner, id) = try await example("Nobody has Noah from 15:30")
        let answer = try await planner.suggestions(for: id, by: .admin)
        let first = try #require(answer.suggestions.first)
        #expect(first.number == 1 && first.way == "ask")
        #expect(first.title == "Ask Jule from upstairs to have Noah and Lena, Tue 24 Nov 15:30–16:30")
        #expect(first.resolved.map(\.kind) == ["coverage-gap", "coverage-gap"] && first.created.isEmpty)
        #expect(first.resolved.contains { $0.id == id })
        #expect(first.cost.people == ["noah", "lena", "jule"])
    }

    @Test("taking one does what it said, and undoing it brings everything back")
    func take() async throws {
        let (planner, id) = try await example("Nobody has Noah from 15:30")
        let before = try await open(planner)
        let shown = try await planner.suggestions(for: id, by: .admin).suggestions
        #expect(try await open(planner) == before, "looking changes nothing")

        let request = TakeRequest(conflict: id, number: 1, options: ChangeOptions())
        let answer = try await planner.take(request, by: .person(ID(trusted: "maya")))

        #expect(answer.resolved == shown[0].resolved && answer.created.isEmpty)
        #expect(try await open(planner) == before.subtracting(answer.resolved.map(\.message)))
        let change = try #require(try await planner.history(limit: 1, id: nil).first)
        #expect(change.actor == "maya" && change.summary.contains("take suggestion 1 for \(id): Ask Jule"))
        try await planner.undo(change.id)
        #expect(try await open(planner) == before)
    }

    @Test("a dry run of taking one says the same and leaves no trace")
    func dryRun() async throws {
        let (planner, id) = try await example("Maya is on duty")
        let before = try await open(planner)
        let request = TakeRequest(conflict: id, number: 1, options: ChangeOptions(dryRun: true))
        let answer = try await planner.take(request, by: .admin)
        #expect(answer.change == nil && answer.resolved.map(\.kind) == ["care-clash"])
        #expect(try await open(planner) == before)
    }

    @Test("what somebody takes is what they were shown, or nothing")
    func shown() async throws {
        let (planner, id) = try await example("Nobody has Noah from 15:30")
        _ = try await planner.suggestions(for: id, by: .admin)
        try await planner.add([
            "kind": ["appointment"], "title": ["Lecture"], "people": ["jule"], "start": ["2026-11-24T15:00"],
            "duration": ["2h"],
        ])
        let request = TakeRequest(conflict: id, number: 1, options: ChangeOptions())
        let refused = await refusal { _ = try await planner.take(request, by: .admin) }
        #expect(refused?.kind == .clash && refused?.message.contains("the plan has changed") == true)
        _ = try await planner.suggestions(for: id, by: .admin)
        #expect(try await planner.take(request, by: .admin).change != nil)
    }

    @Test("any number but one that is there is refused", arguments: [0, -1, 4, Int.min, Int.max])
    func numbers(number: Int) async throws {
        let (planner, id) = try await example("Nobody has Noah from 15:30")
        let request = TakeRequest(conflict: id, number: number, options: ChangeOptions())
        #expect(await refusal { _ = try await planner.take(request, by: .admin) }?.kind == .notFound)
    }

    @Test("a number or a conflict that is not there is told so")
    func refused() async throws {
        let (planner, id) = try await example("Nobody has Noah from 15:30")
        let many = TakeRequest(conflict: id, number: 9, options: ChangeOptions())
        let refused = await refusal { _ = try await planner.take(many, by: .admin) }
        #expect(refused?.kind == .notFound && refused?.message.contains("there are 3 suggestions") == true)
        #expect(await refusal { _ = try await planner.suggestions(for: "nothing1", by: .admin) }?.kind == .notFound)
        _ = try await planner.take(TakeRequest(conflict: id, number: 1, options: ChangeOptions()), by: .admin)
        let gone = await refusal { _ = try await planner.suggestions(for: id, by: .admin) }
        #expect(gone?.message.contains("is resolved") == true)
    }

    @Test("a conflict beyond the horizon has ways out too")
    func beyond() async throws {
        let planner = try await Planner.test()
        let both = ["2027-06-01T10:00", "2027-06-01T10:30"].map { start -> EntryFields in
            [
                "kind": ["appointment"], "title": ["At \(start)"], "people": ["kofi"], "start": [start],
                "duration": ["1h"],
            ]
        }
        try await planner.add(both[0])
        let id = try #require(try await planner.add(both[1]).created.first { $0.kind == "double-booked" }?.id)
        let ways = try await planner.suggestions(for: id, by: .admin).suggestions.map(\.way)
        #expect(ways == ["release", "release"])
        let shown = try await planner.suggestions(for: id, by: .admin).suggestions
        #expect(shown.allSatisfy { $0.resolved.map(\.id) == [id] })
    }
}
