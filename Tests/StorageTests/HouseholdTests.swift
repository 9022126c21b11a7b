import GRDB
import Household
import ICalendar
import Synchronization
import Testing

@testable import Storage

@Suite("The household in the database")
struct HouseholdTests {
    @Test(
        "a household comes back with every field of every noun, in its order",
        arguments: 1...60 as ClosedRange<UInt64>
    )
    func roundTrip(seed: UInt64) throws {
        // Given
        let household = RandomHousehold.make(seed: seed)
        let store = try Store.inMemory()

        // When
        try store.commit(household.commit(from: Household()))

        // Then
        let loaded = try store.current
        #expect(household.changes(to: loaded) == [])
        #expect(loaded == household.with(zonesOf: loaded))
    }

    @Test(
        "a changed household replaces what was there; what stays keeps its place",
        arguments: 1...40 as ClosedRange<UInt64>
    )
    func edits(seed: UInt64) throws {
        // Given
        let before = RandomHousehold.make(seed: seed)
        let after = RandomHousehold.make(seed: seed + 1_000)
        let store = try Store.inMemory()
        try store.commit(before.commit(from: Household()))

        // When
        let commit = after.commit(from: before)
        try store.commit(commit)

        // Then
        var expected = before
        for change in commit.changes { expected.apply(change) }
        let loaded = try store.current
        #expect(loaded == expected.with(zonesOf: loaded))
        #expect(loaded.changes(to: after) == [])
    }

    @Test("removing everything leaves no row behind")
    func leavesNothing() throws {
        // Given
        let store = try Store.inMemory()
        let household = RandomHousehold.make(seed: 3)
        try store.commit(household.commit(from: Household()))

        // When
        try store.commit(Household(settings: household.settings).commit(from: household))

        // Then
        let left = try store.writer.read { db in
            try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'").filter { table in
                let kept = ["change", "calendar", "settings", "protected", "grdb", "sqlite", "place", "household_uid"]
                return !kept.contains(where: table.hasPrefix)
            }
        }
        #expect(left.count > 20)
        for table in left { #expect(try store.count(table) == 0, "\(table)") }
        #expect(try store.count("place") == 1)
    }

    @Test("reading takes the same number of queries however many entries there are")
    func queries() throws {
        // Given
        let store = try Store.withFamily()
        let counter = Mutex(0)
        store.writer.writeWithoutTransaction { db in
            db.trace { _ in counter.withLock { $0 += 1 } }
        }
        func queries() throws -> Int {
            counter.withLock { $0 = 0 }
            _ = try store.current
            return counter.withLock { $0 }
        }
        let few = try queries()

        // When
        try store.commit(.of((1...200).map { Change(adding: .entry(Family.entry("entry-\($0)"))) }))

        // Then
        #expect(try queries() == few)
        #expect(few < 40)
    }

    @Test("a new household has the settings that the file was made with")
    func newHousehold() throws {
        let store = try Store.inMemory(settings: Settings(timeZone: "Europe/Berlin"))
        let household = try store.current
        #expect(household == Household(settings: Settings(timeZone: "Europe/Berlin"), zones: household.zones))
        #expect(household.zone.id == "Europe/Berlin")
    }
}

extension Household {
    /// What leads here from `other`, with the objects that its entries came from.
    func commit(from other: Household) -> Commit {
        var commit = Commit.of(other.changes(to: self))
        commit.calendarObjects = entries.values.compactMap(\.uid).map {
            CalendarObject(uid: $0, text: "BEGIN:VEVENT", source: "school.ics", importedAt: commit.at)
        }
        return commit
    }

    func with(zonesOf other: Household) -> Household {
        var household = self
        household.zones = other.zones
        return household
    }
}
