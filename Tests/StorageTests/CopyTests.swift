import Foundation
import GRDB
import Testing

@testable import Storage

@Suite("Copies of a database")
struct CopyTests {
    @Test("a copy holds what the database holds, for its owner alone, and says what that is")
    func whole() throws {
        // Given
        let (file, copy) = (try TemporaryFile(), try TemporaryFile())
        let store = try Store.open(at: file.path)
        try store.commit(.of(Family.arrival))

        // When
        let contents = try store.copy(to: copy.path)

        // Then
        #expect(contents.counts["person"] == 3)
        #expect(contents.counts["entry"] == 1)
        #expect(contents.counts["change"] == 1)
        #expect(contents.schemaVersion == Migrations.migrator.migrations.last)
        #expect(try copy.mode() == 0o600)
        #expect(try Store.open(at: copy.path).contents == store.contents)
    }

    @Test("what was deleted does not come along")
    func deleted() throws {
        let (file, copy) = (try TemporaryFile(), try TemporaryFile())
        let store = try Store.open(at: file.path)
        try store.run("CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('SECRET-OF-THE-PAST'); DROP TABLE note")
        try store.copy(to: copy.path)
        #expect(try copy.bytes.firstRange(of: Data("SECRET-OF-THE-PAST".utf8)) == nil)
    }

    @Test("a copy is made while somebody writes, and holds nothing of what is not done")
    func meanwhile() throws {
        let (file, copy) = (try TemporaryFile(), try TemporaryFile())
        let store = try Store.open(at: file.path)
        try store.commit(.of(Family.arrival))
        let contents = try store.writer.writeWithoutTransaction { db in
            try db.beginTransaction(.immediate)
            defer { try? db.rollback() }
            try db.execute(sql: "UPDATE change SET summary = 'not yet'")
            return try store.copy(to: copy.path)
        }
        #expect(contents.counts["change"] == 1)
        #expect(try Store.open(at: copy.path).contents == store.contents)
    }

    @Test("a file that is there already is left as it is")
    func there() throws {
        let copy = try TemporaryFile()
        try copy.write(Data("mine".utf8))
        #expect(throws: StoreError.self) { try Store.withFamily().copy(to: copy.path) }
        #expect(try copy.bytes == Data("mine".utf8))
    }

    @Test("a copy of which rows name what is not there is refused, and nothing is left of it")
    func references() throws {
        let copy = try TemporaryFile()
        let store = try Store.withFamily()
        try store.run("PRAGMA foreign_keys = OFF; DELETE FROM person; PRAGMA foreign_keys = ON")
        let error = #expect(throws: StoreError.self) { try store.copy(to: copy.path) }
        #expect(error?.kind == .damaged)
        #expect(error?.sentence.contains("name what is not there") == true)
        #expect(!FileManager.default.fileExists(atPath: copy.path))
    }
}
