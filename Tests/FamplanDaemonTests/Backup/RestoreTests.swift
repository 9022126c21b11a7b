import FamplanAPI
import Foundation
import Household
import ICalendar
import Notifications
import Storage
import Testing

@testable import FamplanDaemon

/// What a backup's people are told when it is taken back.
@Suite("a backup that is taken back")
struct RestoreTests {
    private let told = smallHousehold.replacing(
        "id: maya,",
        // Silent when it is restored: what is held back then does not come when the silence is over.
        with: "id: maya, notify: { digest: \"07:00\", quiet: { from: \"11:00\", to: \"12:30\" }, "
            + "channels: [ { channel: email, severity: notice } ] },"
    )

    private let dentist: EntryFields = [
        "kind": ["appointment"], "title": ["Dentist"], "people": ["kofi"], "start": ["2026-11-24T14:00"],
        "duration": ["1h"],
    ]

    /// No conflict, but a change that touches Maya.
    private let film: EntryFields = [
        "kind": ["family"], "title": ["Film"], "people": ["kofi", "maya"], "start": ["2026-11-26T20:30"],
        "duration": ["1h"],
    ]

    @Test("nobody is told again: not the day's overview, not conflicts, not what waited; what is new is told")
    func notAgain() async throws {
        // Given: a backup from before the morning's digest, with a conflict and a change that nobody was told of yet.
        let posting = try await Posting(told, at: "2026-11-23T06:00:00+01:00")
        try await posting.planner.add(dentist, by: .person(ID(trusted: "kofi")))
        try await posting.planner.add(film, by: .person(ID(trusted: "kofi")))
        let folder = try TemporaryFolder()
        let copy = "\(folder.path)/copy.sqlite"
        try await posting.planner.store.copy(to: copy)
        #expect(try await !posting.run(at: "2026-11-23T07:00:00+01:00").isEmpty)

        // When: it is prepared at noon.
        posting.clock.move(to: "2026-11-23T12:00:00+01:00")
        let backups = Backups(of: posting.planner, folder: folder.path)
        let prepared = try await backups.prepare(copy, like: posting.planner)
        let store = try Store.open(at: prepared.path)
        await posting.planner.store.adopt(store)
        try await posting.planner.readAgain()

        // Then
        #expect(try await posting.run(at: "2026-11-23T12:00:00+01:00") == [])
        #expect(try await posting.run(at: "2026-11-23T13:00:00+01:00") == [])
        try await posting.planner.add(
            dentist.merging(["start": ["2026-11-25T14:00"]]) { $1 },
            by: .person(ID(trusted: "kofi"))
        )
        let news = try await posting.run(at: "2026-11-23T14:00:00+01:00")
        #expect(news.count == 1)
        #expect(news.first?.hasPrefix("conflicts-") == true)
        #expect(try await posting.run(at: "2026-11-24T07:00:00+01:00").contains("digest-2026-11-24-maya"))
    }

    @Test(
        "a file that is no backup is refused and taken away, and says what it is",
        arguments: ["text", "other", "newer", "flipped", "trigger"]
    )
    func refused(kind: String) async throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/file"
        let store = try Store.open(at: path, settings: Settings(timeZone: "Europe/Berlin"))
        let planner = try await Planner.test(store: store)
        let copy = "\(folder.path)/copy"
        try store.copy(to: copy)
        switch kind {
        case "text": try Data("household: {}\n".utf8).write(to: URL(fileURLWithPath: copy))
        case "other": try run("DROP TABLE grdb_migrations; PRAGMA application_id = 7", on: copy)
        case "newer": try run("INSERT INTO grdb_migrations VALUES ('v99-future')", on: copy)
        case "trigger": try run("CREATE TRIGGER t AFTER INSERT ON change BEGIN DELETE FROM entry; END", on: copy)
        default:
            var bytes = try Data(contentsOf: URL(fileURLWithPath: copy))
            for index in stride(from: 5 * 4_096, to: bytes.count, by: 7) { bytes[index] ^= 0x40 }
            try bytes.write(to: URL(fileURLWithPath: copy))
        }
        let backups = Backups(of: planner, folder: folder.path)
        let words =
            [
                "newer": "a newer famplan wrote it", "other": "another program",
                "trigger": "triggers that famplan did not",
            ][kind]
            ?? "it is damaged, or is no"
        let said = await refusal { _ = try await backups.prepare(copy, like: planner) }
        #expect(said?.kind == .invalid)
        #expect(said?.message.hasPrefix("cannot restore this file: ") == true)
        #expect(said?.message.contains(words) == true)
        #expect(!FileManager.default.fileExists(atPath: copy))
    }

    /// As some other program would.
    private func run(_ sql: String, on path: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["sqlite3", path, sql]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }
}
