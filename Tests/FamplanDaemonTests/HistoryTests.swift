import FamplanAPI
import Household
import Storage
import Testing

@testable import FamplanDaemon

@Suite("history and undo")
struct HistoryTests {
    private let dentist: EntryFields = [
        "kind": ["appointment"], "title": ["Dentist"], "people": ["kofi"], "start": ["2026-11-24T14:00"],
        "duration": ["1h"],
    ]
    private let maya = Actor.person(ID(trusted: "maya"))

    @Test("who changed what, before and after, the newest first")
    func history() async throws {
        let planner = try await Planner.test()
        try await planner.add(dentist, by: maya)
        try await planner.edit("dentist", ["start": ["2026-11-24T15:00"]])
        let changes = try await planner.history(limit: 10, id: "dentist")
        #expect(changes.map(\.actor) == ["admin", "maya"])
        #expect(changes.last?.summary == "add appointment “Dentist”")
        let words = ThingWords(household: await planner.household)
        let fields = try #require(changes.first.map { $0.changes.flatMap { words.changed($0).fields } })
        #expect(
            fields.contains { $0.field == "start" && $0.before == "2026-11-24T14:00" && $0.after == "2026-11-24T15:00" }
        )
    }

    @Test("of anything by its id, and of nothing it is said so")
    func things() async throws {
        let planner = try await Planner.test()
        #expect(try await planner.history(limit: 10, id: "maya").count == 1)
        let refusal = await refusal { _ = try await planner.history(limit: 10, id: "mya") }
        #expect(refusal?.kind == .notFound)
        #expect(refusal?.message == "nothing called “mya” was ever changed (`famplan history` shows all)")
    }

    @Test("undo takes back one's own last change, and is a change too")
    func own() async throws {
        let planner = try await Planner.test()
        try await planner.add(dentist, by: maya)
        try await planner.remove("deep-work")
        let answer = try await planner.undo(by: maya)
        #expect(answer.resolved.count == 1)
        #expect(await planner.household.entries[ID(trusted: "dentist")] == nil)
        #expect(await planner.household.entries[ID(trusted: "deep-work")] == nil)
        let undo = try #require(try await planner.history(limit: 1, id: nil).first)
        try await planner.undo(undo.id)
        #expect(await planner.household.entries[ID(trusted: "dentist")] != nil)
        #expect(await refusal { try await planner.undo(by: .person(ID(trusted: "kofi"))) }?.kind == .notFound)
    }

    @Test("undo is refused where something touched the same thing later, and done only once")
    func touched() async throws {
        let planner = try await Planner.test()
        let added = try #require(try await planner.add(dentist).change)
        let edited = try #require(try await planner.edit("dentist", ["title": ["Orthodontist"]]).change)
        #expect(await refusal { try await planner.undo(added) }?.kind == .clash)
        try await planner.undo(edited)
        try await planner.undo(added)
        #expect(await refusal { try await planner.undo(added) }?.message.contains("undone already") == true)
        #expect(await refusal { try await planner.undo(4_711) }?.kind == .notFound)
    }
}
