import Household
import ICalendar
import Testing

@testable import Storage

@Suite("The history")
struct HistoryTests {
    @Test("every change of every noun comes back from the history", arguments: 1...20 as ClosedRange<UInt64>)
    func roundTrip(seed: UInt64) throws {
        // Given
        let (before, after) = (RandomHousehold.make(seed: seed), RandomHousehold.make(seed: seed + 500))
        let store = try Store.inMemory()
        try store.commit(before.commit(from: Household()))
        let commit = after.commit(from: before)

        // When
        let id = try store.commit(commit)

        // Then
        let recorded = try #require(try store.change(id))
        #expect(recorded.changes == commit.changes)
        #expect((recorded.actor, recorded.summary, recorded.at) == (commit.actor, commit.summary, commit.at))
        #expect(recorded.undoes == nil && recorded.undoneBy == nil)
    }

    @Test("it is read by pages, the latest first")
    func pages() throws {
        // Given
        let store = try Store.withFamily()
        let ids = try (1...5).map { try store.commit(.of([Change(adding: .entry(Family.entry("e\($0)")))])) }

        // When
        let first = try store.history(limit: 2)
        let second = try store.history(limit: 2, before: first.last?.id)

        // Then
        #expect(first.map(\.id) == [ids[4], ids[3]])
        #expect(second.map(\.id) == [ids[2], ids[1]])
        #expect(second.first?.changes == [Change(adding: .entry(Family.entry("e3")))])
    }

    @Test("it says what happened to one thing, whole")
    func thing() throws {
        // Given
        let store = try Store.withFamily()
        try store.commit(.of([Change(adding: .entry(Family.entry("run")))]))
        let changes = [
            Change(removing: .entry(Family.swimming)), Change(from: .person(Family.kofi), to: .person(Family.kofi)),
        ]
        let removal = try store.commit(.of(changes))

        // When
        let history = try store.history(limit: 9, id: "swimming")

        // Then
        #expect(history.map(\.id) == [removal, 1])
        #expect(history.first?.changes == changes)
        #expect(try store.history(limit: 9, id: "kofi").map(\.id).first == removal)
        #expect(try store.history(limit: 9, id: "sailing") == [])
    }

    @Test("a change that is not there is nil")
    func missing() throws {
        #expect(try Store.inMemory().change(1) == nil)
    }

    @Test("an undo is told of, and an undo of the undo makes the change stand again")
    func undo() throws {
        // Given
        let store = try Store.withFamily()
        let change = try store.commit(.of([Change(adding: .entry(Family.entry("run")))]))

        // When
        let undo = try store.commit(.of([Change(removing: .entry(Family.entry("run")))], undoing: change))
        let undone = try #require(try store.change(change))
        let redo = try store.commit(.of([Change(adding: .entry(Family.entry("run")))], undoing: undo))
        let redone = try #require(try store.change(change))

        // Then
        #expect(undone.undoneBy == undo)
        #expect(try store.change(undo)?.undoes == change)
        #expect(try store.change(undo)?.undoneBy == redo)
        #expect(redone.undoneBy == nil)
    }

    @Test("the last change of somebody is no undo, is not undone, and is their own")
    func lastChange() throws {
        // Given
        let store = try Store.withFamily()
        let mine = try store.commit(.of([Change(adding: .entry(Family.entry("run")))]))
        let undone = try store.commit(.of([Change(adding: .entry(Family.entry("walk")))]))
        try store.commit(.of([Change(removing: .entry(Family.entry("walk")))], undoing: undone))
        let other = try store.commit(.of([Change(adding: .entry(Family.entry("rest")))], by: "kofi"))

        // Then
        #expect(try store.lastChange(by: "maya")?.id == mine)
        #expect(try store.lastChange(by: "kofi")?.id == other)
        #expect(try store.lastChange(by: "ama") == nil)
    }

    @Test("an undo of what never was is refused")
    func undoOfNothing() throws {
        let store = try Store.withFamily()
        let error = #expect(throws: StoreError.self) { try store.commit(.of([], undoing: 77)) }
        #expect(error?.kind == .constraint)
    }

    @Test("text that says no such thing is an error that names the row")
    func unreadable() throws {
        // Given
        let store = try Store.withFamily()
        let id = try store.commit(.of([Change(adding: .entry(Family.entry("run")))]))

        // When
        try store.run("UPDATE change_item SET after = '{\"id\": \"run\"}' WHERE change = \(id)")

        // Then
        let error = #expect(throws: StoreError.self) { try store.change(id) }
        #expect(error?.kind == .damaged)
        #expect(
            error?.sentence == "cannot read the history: “after” of change \(id), entry “run” cannot be understood"
        )
    }
}
