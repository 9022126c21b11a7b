import Household
import ICalendar
import Testing

@testable import Storage

@Suite("What came from elsewhere")
struct ImportTests {
    private static let at = Instant(secondsSinceEpoch: 1_795_600_000)

    @Test("an imported object is given back to the letter")
    func object() throws {
        // Given
        let store = try Store.withFamily()
        let text = "BEGIN:VEVENT\r\nX-ODD;P=\"a,b\":\\, \u{1F600}\r\nEND:VEVENT\r\n"
        let object = CalendarObject(uid: "a@example.org", text: text, source: "school.ics", importedAt: Self.at)
        var entry = Family.entry("run")
        entry.uid = object.uid

        // When
        var commit = Commit.of([Change(adding: .entry(entry))])
        commit.calendarObjects = [object]
        try store.commit(commit)

        // Then
        #expect(try store.calendarObject(uid: object.uid) == object)
        #expect(try store.calendarObject(uid: "b@example.org") == nil)
        #expect(try store.current.entries[entry.id] == entry)
    }

    @Test("an object that is imported again replaces the one before")
    func again() throws {
        let store = try Store.withFamily()
        var commit = Commit.of([])
        for text in ["one", "two"] {
            commit.calendarObjects = [CalendarObject(uid: "a", text: text, source: "a.ics", importedAt: Self.at)]
            try store.commit(commit)
        }
        #expect(try store.calendarObject(uid: "a")?.text == "two")
    }

    @Test("an entry keeps its UID without the object that it came from: a household file has no objects")
    func withoutObject() throws {
        let store = try Store.withFamily()
        var entry = Family.entry("run")
        entry.uid = "lost@example.org"
        try store.commit(.of([Change(adding: .entry(entry))]))
        #expect(try store.household(zones: .system).entries[entry.id]?.uid == "lost@example.org")
    }

    @Test("a zone that no list has is made of the text that was kept")
    func customZone() throws {
        // Given
        let store = try Self.store(zone: "Office (fixed)")

        // When
        let household = try store.household(zones: .system) { name, text in
            name == "Office (fixed)" && text == "BEGIN:VTIMEZONE" ? Zone.utc : nil
        }

        // Then
        #expect(household.zones.keys.sorted() == ["Office (fixed)", "UTC"])
        #expect(household.zones["Office (fixed)"] == .utc)
    }

    @Test("a zone that is nowhere known is an error that names it")
    func unknownZone() throws {
        let store = try Self.store(zone: "Office (fixed)")
        let error = #expect(throws: StoreError.self) { try store.household(zones: .system) }
        #expect(error?.sentence.hasPrefix("cannot read the household: unknown time zone “Office (fixed)”") == true)
    }

    @Test("the household file that was applied last is kept, thing by thing")
    func applied() throws {
        // Given
        let store = try Store.withFamily()
        let items = RandomHousehold.make(seed: 5).items
        var commit = Commit.of([])
        commit.applied = [.place(Family.school)]
        try store.commit(commit)

        // When
        commit.applied = items
        try store.commit(commit)
        try store.commit(.of([]))

        // Then
        #expect(try store.appliedItems() == items)
    }

    @Test("what imports said of an event is kept, the latest counts, and what was undone was never said")
    func imported() throws {
        // Given
        let store = try Store.withFamily()
        var entry = Family.entry("run")
        entry.uid = "a@example.org"
        var newer = entry
        newer.title = "Run far"
        var commit = Commit.of([Change(adding: .entry(entry))])
        commit.imported = [entry]
        try store.commit(commit)
        commit = .of([Change(from: .entry(entry), to: .entry(newer))])
        commit.imported = [newer]
        let change = try store.commit(commit)

        // Then
        #expect(try store.importedEntries(uids: ["a@example.org", "b@example.org"]) == [newer])
        #expect(try store.importedEntries(uids: ["b@example.org"]).isEmpty)

        // When
        commit = .of([])
        commit.undoes = change
        try store.commit(commit)

        // Then
        #expect(try store.importedEntries(uids: ["a@example.org"]) == [entry])
        try store.record(imported: [newer])
        #expect(try store.importedEntries(uids: ["a@example.org"]) == [newer])
    }

    private static func store(zone: String) throws -> Store {
        let store = try Store.withFamily()
        var entry = Family.entry("run")
        entry.time = .timed(start: CivilDateTime("2026-11-24T14:00")!, zone: zone, seconds: 60)
        var commit = Commit.of([Change(adding: .entry(entry))])
        commit.customZones = [CustomZone(name: zone, text: "BEGIN:VTIMEZONE")]
        try store.commit(commit)
        return store
    }
}
