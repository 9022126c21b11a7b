import Foundation
import GRDB
import Testing

@testable import Storage

@Suite("Putting a database in the place of another")
struct ReplacingTests {
    /// A database with the family, one without anybody that is to take its place, and where the first is to go.
    private func files() throws -> (folder: URL, path: String, staged: String, kept: String) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("replacing-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let staged = folder.appendingPathComponent("staged").path
        try Store.open(at: staged).close()
        return (
            folder, folder.appendingPathComponent("famplan.sqlite").path, staged,
            folder.appendingPathComponent("kept").path
        )
    }

    @Test("whoever holds the store reads the new one from then on, and the one before is kept whole")
    func replaced() throws {
        let (folder, path, staged, kept) = try files()
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try Store.open(at: path)
        let other = store
        try store.commit(.of(Family.arrival))
        let before = try store.contents

        try store.replace(path, with: staged, keeping: kept)

        #expect(try other.count("person") == 0)
        #expect(try Store.open(at: kept).contents == before)
        try other.commit(.of(Family.arrival))
        try store.close()
        #expect(try Store.open(at: path).contents == before)
    }

    @Test("the log of a database that was cut off goes with it, and never with the new one")
    func log() throws {
        let (folder, path, staged, kept) = try files()
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try Store.open(at: path)
        try store.commit(.of(Family.arrival))
        // As a crash leaves them: the log is not in the file yet.
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: path + suffix, toPath: kept + ".old" + suffix)
        }
        try store.close()
        for suffix in ["", "-wal"] {
            try? FileManager.default.removeItem(atPath: path + suffix)
            try FileManager.default.moveItem(atPath: kept + ".old" + suffix, toPath: path + suffix)
        }
        let maintenance = try Store.inMemory()

        try maintenance.replace(path, with: staged, keeping: kept)

        #expect(try maintenance.count("person") == 0)
        #expect(try Store.open(at: kept).count("person") == 3)
    }

    @Test("where the new one is not there, all stays as it was")
    func failed() throws {
        let (folder, path, staged, kept) = try files()
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try Store.open(at: path)
        try store.commit(.of(Family.arrival))
        try FileManager.default.removeItem(atPath: staged)

        #expect(throws: StoreError.self) { try store.replace(path, with: staged, keeping: kept) }

        #expect(try store.count("person") == 3)
        #expect(!FileManager.default.fileExists(atPath: kept))
    }

    @Test("before an older database is brought up to date, it is copied; one that is up to date is not")
    func migrated() throws {
        let (folder, path, _, _) = try files()
        defer { try? FileManager.default.removeItem(at: folder) }
        let backups = folder.appendingPathComponent("backups").path
        let queue = try DatabaseQueue(path: path)
        try Migrations.migrator.migrate(queue, upTo: "v3-cleared-fields")
        try queue.close()

        for _ in 1...2 { try Store.open(at: path, keepingIn: backups).close() }

        #expect(try FileManager.default.contentsOfDirectory(atPath: backups) == ["before-v4-notifications.sqlite"])
        let kept = try DatabaseCopy(path: "\(backups)/before-v4-notifications.sqlite").check()
        #expect(kept.schemaVersion == "v3-cleared-fields")
    }

    @Test("where no copy can be made, nothing is brought up to date")
    func notMigrated() throws {
        let (folder, path, _, kept) = try files()
        defer { try? FileManager.default.removeItem(at: folder) }
        let queue = try DatabaseQueue(path: path)
        try Migrations.migrator.migrate(queue, upTo: "v3-cleared-fields")
        try queue.close()
        // A file where the folder should be.
        try Data("x".utf8).write(to: URL(fileURLWithPath: kept))

        #expect(throws: StoreError.self) { try Store.open(at: path, keepingIn: kept) }

        let after = try DatabaseQueue(path: path)
        #expect(try after.read(Migrations.migrator.completedMigrations).last == "v3-cleared-fields")
    }
}
