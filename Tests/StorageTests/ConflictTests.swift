import GRDB
import Household
import ICalendar
import Testing

@testable import Storage

@Suite("Conflicts that were seen")
struct ConflictTests {
    @Test("a conflict comes back as it was found")
    func roundTrip() throws {
        let store = try Store.withFamily()
        let conflict = Family.conflict("gap-1")
        try store.record(conflicts: [conflict], seenAt: Instant(secondsSinceEpoch: 9))
        #expect(try store.conflicts(unresolvedOnly: true) == [conflict])
    }

    @Test("one that is known is changed, not there twice")
    func changed() throws {
        // Given
        let store = try Store.withFamily()
        try store.record(conflicts: [Family.conflict("gap-1")], seenAt: Instant(secondsSinceEpoch: 9))

        // When
        let grown = Family.conflict("gap-1", Family.at(0..<9_000), message: "Noah is alone for long")
        var commit = Commit.of([])
        commit.conflicts = [grown]
        try store.commit(commit)

        // Then
        #expect(try store.conflicts(unresolvedOnly: false) == [grown])
        #expect(try store.count("conflict_person") == 2)
    }

    @Test("a resolved one is kept, and was last seen before it was resolved")
    func resolved() throws {
        // Given
        let store = try Store.withFamily()
        try store.record(conflicts: [Family.conflict("gap-1")], seenAt: Instant(secondsSinceEpoch: 9))

        // When
        let resolved = Family.conflict("gap-1", isResolved: true)
        try store.record(conflicts: [resolved], seenAt: Instant(secondsSinceEpoch: 12))

        // Then
        #expect(try store.conflicts(unresolvedOnly: true) == [])
        #expect(try store.conflicts(unresolvedOnly: false) == [resolved])
        #expect(try store.lastSeen("gap-1") == 9)
    }

    @Test("who accepted it, why and until when comes back, and is not open for anybody's query")
    func accepted() throws {
        let store = try Store.withFamily()
        let acceptance = Acceptance(
            by: "maya",
            reason: "Ama looks in",
            at: Instant(secondsSinceEpoch: 5),
            until: Instant(secondsSinceEpoch: 6)
        )
        let conflict = Family.conflict("gap-1", acceptance: acceptance)
        try store.record(conflicts: [conflict], seenAt: Instant(secondsSinceEpoch: 9))
        #expect(try store.conflicts(unresolvedOnly: true) == [conflict])
        #expect(try store.conflict(conflict.id)?.status == .accepted)
        #expect(try store.conflict(ID(trusted: "another")) == nil)
    }

    @Test("one that is seen again was last seen then")
    func seenAgain() throws {
        let store = try Store.withFamily()
        for second in [9, 12] {
            try store.record(conflicts: [Family.conflict("gap-1")], seenAt: Instant(secondsSinceEpoch: second))
        }
        #expect(try store.lastSeen("gap-1") == 12)
    }

    @Test("seen again is written once a day, of what is there and not resolved")
    func seenOnceADay() throws {
        // Given
        let store = try Store.withFamily()
        let known = [
            Family.conflict("gap-1"), Family.conflict("gap-2", isResolved: true), Family.conflict("gap-3"),
        ]
        try store.record(conflicts: known, seenAt: Instant(secondsSinceEpoch: 9))

        // When
        let ids = [known[0].id, known[1].id, ID<Conflict>(trusted: "another")]
        for (now, day) in [(12, 10), (14, 10), (21, 20)] {
            let (now, day) = (Instant(secondsSinceEpoch: now), Instant(secondsSinceEpoch: day))
            try store.record(seen: ids, at: now, unlessSince: day)
            if now.secondsSinceEpoch == 14 { #expect(try store.lastSeen("gap-1") == 12) }
        }

        // Then
        #expect(try ["gap-1", "gap-2", "gap-3"].map(store.lastSeen) == [21, 9, 9])
        #expect(try store.count("conflict") == 3)
    }

    @Test("those that are resolved are told with when they were seen last, where they overlap")
    func past() throws {
        // Given
        let store = try Store.withFamily()
        let known = [Family.conflict("gap-1"), Family.conflict("gap-2", isResolved: true)]
        try store.record(
            conflicts: [Family.conflict("gap-1"), Family.conflict("gap-2")],
            seenAt: Instant(secondsSinceEpoch: 5)
        )

        // When
        try store.record(conflicts: known, seenAt: Instant(secondsSinceEpoch: 9))

        // Then
        let past = try store.pastConflicts(overlapping: Family.at(0..<10))
        #expect(past == [PastConflict(known: known[1], lastSeenAt: Instant(secondsSinceEpoch: 5))])
        #expect(try store.pastConflicts(overlapping: Family.at(3_600..<4_000)) == [])
    }

    @Test(
        "a range selects what overlaps it, and of the empty ones what lies in it",
        arguments: [
            (0..<100, false), (0..<101, true), (199..<300, true), (200..<300, false), (120..<130, true),
        ]
    )
    func overlapping(range: Range<Int>, isFound: Bool) throws {
        let store = try Store.withFamily()
        try store.record(
            conflicts: [Family.conflict("gap-1", Family.at(100..<200))],
            seenAt: Instant(secondsSinceEpoch: 9)
        )
        #expect(try !store.conflicts(overlapping: Family.at(range), unresolvedOnly: true).isEmpty == isFound)
    }

    @Test(
        "an empty one is in the range that holds its moment",
        arguments: [
            (0..<100, false), (100..<101, true), (0..<200, true), (101..<200, false),
        ]
    )
    func empty(range: Range<Int>, isFound: Bool) throws {
        let store = try Store.withFamily()
        try store.record(
            conflicts: [Family.conflict("gap-1", Family.at(100..<100))],
            seenAt: Instant(secondsSinceEpoch: 9)
        )
        #expect(try !store.conflicts(overlapping: Family.at(range), unresolvedOnly: true).isEmpty == isFound)
    }

    @Test("they outlive the people and entries that they name")
    func outlive() throws {
        let store = try Store.withFamily()
        let conflict = Family.conflict("gap-1")
        try store.record(conflicts: [conflict], seenAt: Instant(secondsSinceEpoch: 9))
        try store.commit(.of([Change(removing: .entry(Family.swimming)), Change(removing: .person(Family.noah))]))
        #expect(try store.conflicts(unresolvedOnly: true) == [conflict])
    }
}

extension Store {
    fileprivate func lastSeen(_ id: String) throws -> Int? {
        try writer.read { try Int.fetchOne($0, sql: "SELECT last_seen_at FROM conflict WHERE id = ?", arguments: [id]) }
    }
}
