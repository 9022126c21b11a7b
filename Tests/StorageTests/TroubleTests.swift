import Foundation
import GRDB
import Glibc
import Household
import ICalendar
import Testing

@testable import Storage

@Suite("Trouble with the file")
struct TroubleTests {
    @Test("a file in which pages are damaged is not sound")
    func damaged() throws {
        // Given
        let file = try TemporaryFile()
        let store = try Store.open(at: file.path)
        try store.commit(.of(Family.arrival))
        #expect(try store.isSound())
        try store.close()

        // When
        var bytes = try file.bytes
        for index in stride(from: 2 * 4_096, to: bytes.count, by: 3) { bytes[index] = 0xFF }
        try file.write(bytes)

        // Then
        #expect(throws: StoreError.self) {
            let store = try Store.open(at: file.path)
            #expect(try !store.isSound())
            _ = try store.current
        }
    }

    @Test("a value that is none is damage, and the row is named, not what it says")
    func unreadable() throws {
        // Given
        let store = try Store.withFamily()

        // When
        try store.run("PRAGMA ignore_check_constraints = ON; UPDATE entry SET start = '2026-02-31T14:00', title = 'x'")

        // Then
        let error = #expect(throws: StoreError.self) { try store.current }
        #expect(error?.kind == .damaged)
        #expect(error?.sentence == "cannot read the household: “start” of entry “swimming” cannot be understood")
    }

    @Test("a text that SQLite would cut is refused")
    func nul() throws {
        let store = try Store.withFamily()
        var entry = Family.entry("run")
        entry.title = "Run\0way"
        let error = #expect(throws: StoreError.self) { try store.commit(.of([Change(adding: .entry(entry))])) }
        #expect(error?.kind == .constraint)
        #expect(try store.count("entry") == 1)
    }

    @Test("a full disk is an error, and what was there stays")
    func full() throws {
        // Given
        let file = try TemporaryFile()
        let store = try Store.open(at: file.path)
        try store.commit(.of(Family.arrival))
        let before = try store.current

        // When
        try store.run("PRAGMA max_page_count = 1")
        let changes = (1...500).map { Change(adding: .entry(Family.entry("entry-\($0)"))) }
        let error = #expect(throws: StoreError.self) { try store.commit(.of(changes)) }

        // Then
        #expect(error?.kind == .full)
        #expect(try store.current == before)
        #expect(try store.count("change") == 1)
    }

    @Test("a file that cannot be written is an error")
    func readOnly() throws {
        let store = try Store.withFamily()
        try store.run("PRAGMA query_only = ON")
        let error = #expect(throws: StoreError.self) { try store.commit(.of([])) }
        #expect(error?.kind == .readOnly)
    }

    @Test("while another process writes, a change is refused after the wait")
    func busy() throws {
        // Given
        let file = try TemporaryFile()
        let store = try Store.open(at: file.path)
        try store.commit(.of(Family.arrival))
        let other = try Store.open(at: file.path, busyTimeout: 0.02)

        // When
        let error = try store.writer.writeWithoutTransaction { db in
            try db.beginTransaction(.immediate)
            defer { try? db.rollback() }
            return #expect(throws: StoreError.self) { try other.commit(.of([])) }
        }

        // Then
        #expect(error?.kind == .busy)
        #expect(
            error?.sentence == "cannot save the change: another program is writing to it; try again"
        )
        #expect(try other.current.people.count == 3)
        try other.commit(.of([Change(removing: .entry(Family.swimming))]))
        #expect(try store.current.entries.isEmpty)
    }

    @Test(
        "what the system says of a file is told by its kind",
        arguments: [
            (ENOSPC, StoreError.Kind.full), (EDQUOT, .full), (EROFS, .readOnly), (EACCES, .readOnly), (EIO, .other),
        ]
    )
    func fileErrors(code: Int32, kind: StoreError.Kind) {
        #expect(StoreError(cannot: "open the database", FileError(code: code)).kind == kind)
    }

    @Test(
        "what SQLite says is told by its kind",
        arguments: [
            (ResultCode.SQLITE_BUSY, StoreError.Kind.busy), (.SQLITE_BUSY_SNAPSHOT, .busy), (.SQLITE_LOCKED, .busy),
            (.SQLITE_FULL, .full), (.SQLITE_IOERR_SHMSIZE, .full), (.SQLITE_READONLY_DIRECTORY, .readOnly),
            (.SQLITE_CORRUPT_INDEX, .damaged), (.SQLITE_NOTADB, .damaged), (.SQLITE_CONSTRAINT_CHECK, .constraint),
            (.SQLITE_IOERR_READ, .other),
        ]
    )
    func codes(code: ResultCode, kind: StoreError.Kind) {
        #expect(StoreError(cannot: "save the change", DatabaseError(resultCode: code)).kind == kind)
    }
}
