import FamplanAPI
import Household
import ICalendar
import Storage
import Testing

@testable import FamplanDaemon

@Suite("ids of conflicts")
struct ConflictIDTests {
    private let dentist: EntryFields = [
        "kind": ["appointment"], "title": ["Dentist"], "people": ["kofi"], "start": ["2026-11-24T14:00"],
        "duration": ["1h"],
    ]

    @Test("the same household gives the same ids; a conflict that comes back has its id again, and is open")
    func stable() async throws {
        let planner = try await Planner.test()
        let first = try #require(try await planner.add(dentist).created.first?.id)
        #expect(first.count == 8 && first.allSatisfy { "abcdefghjkmnpqrstuvwxyz23456789".contains($0) })
        #expect(try await Planner.test().add(dentist).created.first?.id == first)
        _ = try await planner.accept(AcceptRequest(id: first, reason: "Ama is there", until: nil), by: .admin)

        try await planner.undo()
        #expect(try await planner.store.conflict(ID(trusted: first))?.status == .resolved)
        let again = try #require(try await planner.add(dentist).created.first)

        #expect(again.id == first && again.status == "open" && again.accepted == nil)
        #expect(try await planner.store.conflict(ID(trusted: first))?.status == .open)
    }

    @Test("where an id is taken, the next one is given")
    func taken() {
        let interval = Interval(monday, monday.adding(seconds: 3_600))
        let conflict = Conflict(
            kind: .coverageGap,
            severity: .critical,
            people: [ID(trusted: "noah")],
            interval: interval,
            occurrences: [],
            message: ""
        )
        let first = ConflictID.make(for: conflict) { _ in false }
        let second = ConflictID.make(for: conflict) { $0 == first }
        #expect(first != second && second.rawValue.count == 8)
        #expect(ConflictID.make(for: conflict) { _ in false } == first)
    }
}
