import Foundation
import GRDB
import Household
import ICalendar
import Testing

@testable import Storage

@Suite("Opening a database")
struct OpeningTests {
    @Test("what was written is there when it is opened again")
    func again() throws {
        // Given
        let file = try TemporaryFile()
        let store = try Store.open(at: file.path, settings: Settings(timeZone: "Europe/Berlin"))
        try store.commit(.of(Family.arrival))
        let household = try store.current
        try store.close()

        // When
        let reopened = try Store.open(at: file.path, settings: Settings(timeZone: "Asia/Tokyo"))

        // Then
        #expect(try reopened.current == household)
        #expect(household.settings.timeZone == "Europe/Berlin")
        #expect(try reopened.schemaVersion() == Migrations.migrator.migrations.last)
    }

    @Test("a database of the first version is brought up to date with everything in it")
    func first() throws {
        // Given
        let file = try TemporaryFile()
        let queue = try DatabaseQueue(path: file.path)
        try Migrations.migrator.migrate(queue, upTo: "v1-household")
        try queue.write { db in
            try db.execute(
                sql: """
                    INSERT INTO entry (id, kind, title, tentative, supervised, start, seconds, own_resources, movable)
                        VALUES ('swimming', 'family', 'Swimming', 0, 0, '2026-11-24T14:00', 60, 0, 'fixed');
                    INSERT INTO entry_override
                        (entry, original_start, cancelled, note, own_people, own_children, own_resources)
                        VALUES ('swimming', '2026-11-24T14:00', 0, 'Bring a towel', 0, 0, 0)
                    """
            )
        }
        try queue.close()

        // When
        let store = try Store.open(at: file.path)

        // Then
        var fields = Override.Fields()
        fields.note = "Bring a towel"
        let entry = try #require(try store.current.entries.values.first)
        #expect(entry.overrides.map(\.change) == [.changed(fields)])
        // What the history kept of overrides is read as it was written.
        #expect(try !ItemText.write(.entry(entry)).contains("without"))
        fields.clear(.note)
        let changed = entry.overriding(entry.time.start, with: fields)
        try store.commit(.of([Change(from: .entry(entry), to: .entry(changed))]))
        #expect(try store.current.entries[entry.id] == changed)
        #expect(try store.history(limit: 1).first?.changes.first?.after == .entry(changed))
    }

    @Test("opening what is up to date changes nothing")
    func idempotent() throws {
        // Given
        let file = try TemporaryFile()
        let store = try Store.open(at: file.path)
        try store.commit(.of(Family.arrival))
        let contents = try store.contents
        try store.close()

        // When
        let reopened = try Store.open(at: file.path)

        // Then
        #expect(try reopened.contents == contents)
        #expect(try reopened.count("grdb_migrations") == Migrations.migrator.migrations.count)
    }

    @Test(
        "writes reach the disk before they are answered, and the schema is not trusted",
        arguments: [
            ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("trusted_schema", "0"),
            ("busy_timeout", "5000"), ("application_id", "1717661040"),
        ]
    )
    func pragmas(name: String, value: String) throws {
        let file = try TemporaryFile()
        let store = try Store.open(at: file.path)
        let actual = try store.writer.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA \(name)") }
        #expect(actual == value)
        if name != "synchronous", name != "busy_timeout" {
            #expect(try store.writer.read { try String.fetchOne($0, sql: "PRAGMA \(name)") } == value)
        }
    }

    @Test("nobody but the owner can read the files", arguments: ["", "-wal", "-shm"])
    func modes(suffix: String) throws {
        let file = try TemporaryFile()
        let store = try Store.open(at: file.path)
        try store.commit(.of(Family.arrival))
        #expect(try file.mode(suffix) == 0o600)
    }

    @Test("a file that others could read is taken from them")
    func tightened() throws {
        let file = try TemporaryFile()
        try Store.open(at: file.path).close()
        try file.setMode(0o644)
        let store = try Store.open(at: file.path)
        #expect(try file.mode() == 0o600)
        try store.close()
    }

    @Test("an empty file becomes a database")
    func empty() throws {
        let file = try TemporaryFile()
        try file.write(Data())
        #expect(try Store.open(at: file.path).current.items.count == 1)
    }

    @Test("a newer database is refused and left as it is")
    func newer() throws {
        // Given
        let file = try TemporaryFile()
        let store = try Store.open(at: file.path)
        try store.run("INSERT INTO grdb_migrations VALUES ('v9-future')")
        try store.close()
        try file.setMode(0o640)
        let contents = try file.bytes

        // When
        let error = #expect(throws: StoreError.self) { try Store.open(at: file.path) }

        // Then
        #expect(error?.kind == .newer)
        #expect(
            error?.sentence.hasSuffix("a newer famplan wrote it; install that version, or restore a backup") == true
        )
        #expect(try file.bytes == contents)
        #expect(try file.mode() == 0o640)
    }

    @Test("another program's database is refused and left as it is")
    func otherProgram() throws {
        // Given
        let file = try TemporaryFile()
        let queue = try DatabaseQueue(path: file.path)
        try queue.writeWithoutTransaction { try $0.execute(sql: "CREATE TABLE bookmark (url TEXT)") }
        try queue.close()
        let contents = try file.bytes

        // When
        let error = #expect(throws: StoreError.self) { try Store.open(at: file.path) }

        // Then
        #expect(error?.kind == .other)
        #expect(try file.bytes == contents)
    }

    @Test("a file that is no database is refused and left as it is")
    func noDatabase() throws {
        // Given
        let file = try TemporaryFile()
        let contents = Data("household: {}\n".utf8) + Data(count: 8_192)
        try file.write(contents)

        // When
        let error = #expect(throws: StoreError.self) { try Store.open(at: file.path) }

        // Then
        #expect(error?.kind == .damaged)
        #expect(try file.bytes == contents)
    }

    @Test("a directory that is not there is said to be so")
    func noDirectory() throws {
        let error = #expect(throws: StoreError.self) { try Store.open(at: "/nowhere/at/all/household.sqlite") }
        #expect(
            error?.sentence
                == "cannot open the database /nowhere/at/all/household.sqlite: its directory is not there"
        )
    }
}
