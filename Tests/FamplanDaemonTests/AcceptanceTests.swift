import FamplanAPI
import Household
import Storage
import Testing

@testable import FamplanDaemon

@Suite("accepting a conflict")
struct AcceptanceTests {
    private let dentist: EntryFields = [
        "kind": ["appointment"], "title": ["Dentist"], "people": ["kofi"], "start": ["2026-11-24T14:00"],
        "duration": ["1h"],
    ]

    private func accept(_ id: String, until: String? = nil) -> AcceptRequest {
        AcceptRequest(id: id, reason: " Ama   fetches him ", until: until)
    }

    @Test("it stays in view with who, why and until when, over a restart too, and can be opened again")
    func life() async throws {
        let store = try Store.inMemory(settings: Settings(timeZone: "Europe/Berlin"))
        let planner = try await Planner.test(store: store)
        let id = try #require(try await planner.add(dentist).created.first?.id)
        let accepted = try await planner.accept(accept(id, until: "tue 12:00"), by: .person(ID(trusted: "maya")))
        #expect(accepted.status == "accepted")
        #expect(accepted.accepted?.by == "maya" && accepted.accepted?.reason == "Ama fetches him")
        #expect(accepted.accepted?.until == "2026-11-24T12:00:00+01:00")
        let again = try await Planner.test(household: nil, store: store)
        let range = try Reading(snapshot: await again.snapshot).range(from: nil, to: nil)
        #expect(try await again.conflicts(in: range).conflicts.map(\.status) == [.accepted])
        #expect(try await again.reopen(ReopenRequest(id: id)).status == "open")
        #expect(await refusal { _ = try await again.reopen(ReopenRequest(id: id)) }?.kind == .clash)
    }

    @Test("a change that makes it worse says that it is open again")
    func worse() async throws {
        let planner = try await Planner.test()
        var maybe = dentist
        maybe["start"] = ["2026-11-24T10:00"]
        maybe["people"] = ["maya"]
        let id = try #require(try await planner.add(maybe).created.first?.id)
        _ = try await planner.accept(accept(id), by: .admin)
        let answer = try await planner.edit("dentist", ["duration": ["90m"]])
        #expect(answer.created.map(\.id) == [id])
    }

    @Test("a conflict that is not there, or resolved, can't be accepted; nor can one without a reason")
    func refused() async throws {
        let planner = try await Planner.test()
        let id = try #require(try await planner.add(dentist).created.first?.id)
        let wrong = AcceptRequest(id: id, reason: "  ", until: nil)
        #expect(await refusal { _ = try await planner.accept(wrong, by: .admin) }?.kind == .invalid)
        let past = accept(id, until: "2026-11-20")
        #expect(
            await refusal { _ = try await planner.accept(past, by: .admin) }?.message.contains("over already") == true
        )
        #expect(await refusal { _ = try await planner.accept(accept("nothing1"), by: .admin) }?.kind == .notFound)
        try await planner.undo()
        let gone = await refusal { _ = try await planner.accept(accept(id), by: .admin) }
        #expect(gone?.message.contains("is resolved") == true)
    }
}
