import GRDB
import Household
import ICalendar
import Testing

@testable import Storage

@Suite("A change and its history")
struct CommitTests {
    @Test("ids of changes grow")
    func ids() throws {
        let store = try Store.inMemory()
        let first = try store.commit(.of(Family.arrival))
        let second = try store.commit(.of([Change(removing: .entry(Family.swimming))]))
        #expect(second > first)
    }

    @Test("a person that entries name cannot be removed, and nothing else of the change happens")
    func foreignKey() throws {
        // Given
        let store = try Store.withFamily()
        let before = try store.current

        // When
        let error = #expect(throws: StoreError.self) {
            try store.commit(
                .of([Change(adding: .entry(Family.entry("run"))), Change(removing: .person(Family.noah))])
            )
        }

        // Then
        #expect(error?.kind == .constraint)
        #expect(error?.sentence == "cannot remove the person “noah”: something still names it")
        #expect(try store.current == before)
        #expect(try store.count("change") == 1)
    }

    @Test("an entry cannot name a person who is not there")
    func dangling() throws {
        // Given
        let store = try Store.withFamily()
        var entry = Family.entry("run")
        entry.people = [ID(trusted: "nobody")]

        // When
        let error = #expect(throws: StoreError.self) { try store.commit(.of([Change(adding: .entry(entry))])) }

        // Then
        #expect(error?.sentence == "cannot save the entry “run”: it names what is not there")
        #expect(try store.count("entry") == 1)
    }

    @Test("a person can go together with what names them, in any order")
    func together() throws {
        // Given
        let store = try Store.withFamily()
        var edited = Family.swimming
        (edited.people, edited.dropOff) = ([Family.kofi.id], nil)

        // When
        try store.commit(
            .of([
                Change(removing: .person(Family.noah)),
                Change(removing: .person(Family.maya)),
                Change(from: .entry(Family.swimming), to: .entry(edited)),
            ])
        )

        // Then
        let household = try store.current
        #expect(household.people.keys == [Family.kofi.id])
        #expect(household.entries[edited.id] == edited)
    }

    @Test("two people can change their Unix accounts with each other")
    func accounts() throws {
        // Given
        let store = try Store.withFamily()
        var (maya, kofi) = (Family.maya, Family.kofi)
        swap(&maya.unixUser, &kofi.unixUser)

        // When
        try store.commit(
            .of([
                Change(from: .person(Family.maya), to: .person(maya)),
                Change(from: .person(Family.kofi), to: .person(kofi)),
            ])
        )

        // Then
        #expect(try store.current.people[maya.id]?.unixUser == "kofi")
        #expect(try store.current.people[kofi.id]?.unixUser == "maya")
    }

    @Test("two people cannot have the same Unix account")
    func sameAccount() throws {
        let store = try Store.withFamily()
        var kofi = Family.kofi
        kofi.unixUser = "maya"
        let error = #expect(throws: StoreError.self) {
            try store.commit(.of([Change(from: .person(Family.kofi), to: .person(kofi))]))
        }
        #expect(error?.sentence == "cannot save the person “kofi”: two have the same person.unix_user")
        #expect(try store.current.people[kofi.id] == Family.kofi)
    }

    @Test("of several changes of one thing, the last counts")
    func lastCounts() throws {
        let store = try Store.withFamily()
        var (one, other) = (Family.swimming, Family.swimming)
        (one.title, other.title) = ("One", "Other")
        try store.commit(
            .of([
                Change(from: .entry(Family.swimming), to: .entry(one)),
                Change(from: .entry(one), to: .entry(other)),
                Change(adding: .entry(Family.entry("run"))),
                Change(removing: .entry(Family.entry("run"))),
            ])
        )
        #expect(try store.current.entries.elements.map(\.value) == [other])
    }

    @Test(
        "home can neither be removed nor be another",
        arguments: [
            Change(removing: .place(.home)),
            Change(adding: .place(Place(id: Place.home.id, name: "Castle", minutesFromHome: 0))),
        ]
    )
    func home(change: Change) throws {
        let store = try Store.withFamily()
        #expect(throws: StoreError.self) { try store.commit(.of([change])) }
    }

    @Test(
        "where one part cannot be written, nothing is: neither data nor history nor conflicts",
        arguments: [
            "change", "change_item", "conflict", "conflict_occurrence", "entry_person", "applied_item",
            "calendar_object",
        ]
    )
    func atomic(table: String) throws {
        // Given
        let store = try Store.withFamily()
        try store.run(
            "CREATE TEMP TRIGGER fails BEFORE INSERT ON \(table) BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
        let before = try store.contents

        // When
        let error = #expect(throws: StoreError.self) { try store.commit(Self.everything) }

        // Then
        #expect(error?.kind == .constraint)
        #expect(try store.contents == before)
    }

    @Test("a dry run leaves no trace, and throws what the real one would")
    func dryRun() throws {
        // Given
        let store = try Store.withFamily()
        let before = try store.contents

        // When
        let id = try store.commit(Self.everything, dryRun: true)
        let error = #expect(throws: StoreError.self) {
            try store.commit(.of([Change(removing: .person(Family.noah))]), dryRun: true)
        }

        // Then
        #expect(error?.kind == .constraint)
        #expect(try store.contents == before)
        #expect(try store.commit(Self.everything) == id)
        #expect(try store.contents != before)
    }

    /// A change in which everything is that can be in one.
    private static var everything: Commit {
        var commit = Commit.of([
            Change(adding: .entry(Family.entry("run"))),
            Change(from: .person(Family.kofi), to: .person(Family.kofi)),
        ])
        commit.conflicts = [Family.conflict("gap-1")]
        commit.calendarObjects = [
            CalendarObject(uid: "a@example.org", text: "BEGIN:VEVENT", source: "a.ics", importedAt: commit.at)
        ]
        commit.customZones = [CustomZone(name: "Office", text: "BEGIN:VTIMEZONE")]
        commit.applied = [.place(Family.school)]
        return commit
    }
}

extension Store {
    /// All rows of all tables, as text, but for the name that each new database draws for itself.
    var contents: [String] {
        get throws {
            try writer.read { db in
                try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
                    .filter { $0 != "household_uid" }
                    .flatMap { table in try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" } }
            }
        }
    }
}
