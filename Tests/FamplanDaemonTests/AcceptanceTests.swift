import FamplanAPI
import Household
import ICalendar
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
            .conflict
        #expect(accepted.status == "accepted")
        #expect(accepted.accepted?.by == "maya" && accepted.accepted?.reason == "Ama fetches him")
        #expect(accepted.accepted?.until == "2026-11-24T12:00:00+01:00")
        let again = try await Planner.test(household: nil, store: store)
        let range = try Reading(snapshot: await again.snapshot).range(from: nil, to: nil)
        #expect(try await again.conflicts(in: range).conflicts.map(\.status) == [.accepted])
        #expect(try await again.reopen(ReopenRequest(id: id)).conflict.status == "open")
        #expect(await refusal { _ = try await again.reopen(ReopenRequest(id: id)) }?.kind == .clash)
    }

    /// Two things of each parent at once, on two days: the ids of both conflicts.
    private func two(_ planner: Planner) async throws -> [String] {
        var ids = [try #require(try await planner.add(dentist).created.first).id]
        for title in ["Haircut", "Interview"] {
            let fields: EntryFields = [
                "kind": ["appointment"], "title": [title], "people": ["maya"], "start": ["2026-11-25T19:00"],
                "duration": ["30m"],
            ]
            ids += try await planner.add(fields).created.map(\.id)
        }
        return ids.compactMap(\.self)
    }

    @Test("several are accepted and opened again at once, each once")
    func several() async throws {
        let planner = try await Planner.test()
        let ids = try await two(planner)
        #expect(ids.count == 2)
        let request = AcceptRequest(id: ids[0], also: [ids[1], ids[0]], reason: "Ama", until: nil)
        let answer = try await planner.accept(request, by: .admin)
        #expect(answer.conflict.id == ids[0] && answer.also.map(\.id) == [ids[1]])
        #expect(([answer.conflict] + answer.also).allSatisfy { $0.accepted?.reason == "Ama" })
        let reopened = try await planner.reopen(ReopenRequest(id: ids[1], also: [ids[0]]))
        #expect(reopened.conflict.id == ids[1] && reopened.also.map(\.id) == [ids[0]])
        #expect(([reopened.conflict] + reopened.also).allSatisfy { $0.status == "open" })
    }

    @Test("where one of several can't be, none is, after a restart neither")
    func allOrNone() async throws {
        let store = try Store.inMemory(settings: Settings(timeZone: "Europe/Berlin"))
        let planner = try await Planner.test(store: store)
        let ids = try await two(planner)
        let unknown = AcceptRequest(id: ids[0], also: ["nothing1", ids[1]], reason: "Ama", until: nil)
        #expect(await refusal { _ = try await planner.accept(unknown, by: .admin) }?.kind == .notFound)
        #expect(try await statuses(planner) == [.open, .open])
        _ = try await planner.accept(accept(ids[0]), by: .admin)
        let openAlready = ReopenRequest(id: ids[0], also: [ids[1]])
        #expect(await refusal { _ = try await planner.reopen(openAlready) }?.kind == .clash)
        #expect(try await statuses(planner) == [.accepted, .open])
        #expect(try await statuses(Planner.test(household: nil, store: store)) == [.accepted, .open])
    }

    private func statuses(_ planner: Planner) async throws -> [ConflictStatus] {
        let range = try Reading(snapshot: await planner.snapshot).range(from: nil, to: nil)
        return try await planner.conflicts(in: range).conflicts.sorted {
            $0.conflict.interval.start < $1.conflict.interval.start
        }
        .map(\.status)
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
