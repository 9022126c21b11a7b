import Crypto
import FamplanAPI
import FoundationEssentials
import Glibc
import ICalendar
import Storage

/// Makes copies of the household's database. Runs on a queue of its own, because it waits for the disk.
actor Backups {
    private let queue = QueueExecutor(label: "famplan.backup")
    let store: Store
    /// Where copies are made and kept.
    let folder: String
    /// Why the last daily one was not made; nil if it was.
    var failure: StoreError?

    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    init(of planner: Planner, folder: String) {
        store = planner.store
        self.folder = folder
    }

    /// A checked copy without a name: it is gone with its descriptor, however the daemon ends.
    func copy() throws -> (file: Descriptor, contents: BackupContents) {
        let path = try newPartial()
        let contents = try store.copy(to: path)
        defer { unlink(path) }
        let file = try Descriptor(open(path, O_RDONLY | O_CLOEXEC))
        return (file, try BackupContents(of: file, contents))
    }

    /// A path for what is not yet whole.
    nonisolated func newPartial() throws(StoreError) -> String {
        try makeFolder()
        return "\(folder)/\(UUID().uuidString)\(Self.partial)"
    }

    private static let partial = ".partial"

    /// Takes away what a daemon that was cut off has left half done.
    nonisolated func tidy() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where name.contains(Self.partial) { unlink("\(folder)/\(name)") }
    }

    nonisolated func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Where a database goes that another takes the place of: a path at which nothing is.
    nonisolated func nameForReplaced(at now: Instant, in zone: Zone) -> String {
        let wall = zone.wall(of: now)
        let time = "\(wall.time)".replacing(":", with: ".")
        var path = "\(folder)/replaced-\(wall.date)-\(time).sqlite"
        var number = 1
        while isThere(path) {
            number += 1
            path = "\(folder)/replaced-\(wall.date)-\(time)-\(number).sqlite"
        }
        return path
    }

    private nonisolated func makeFolder() throws(StoreError) {
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            let reason = String(cString: strerror(errno))
            throw StoreError(.other, "cannot make the folder \(folder): \(reason)", cause: error)
        }
    }
}

extension BackupContents {
    init(of file: Descriptor, _ contents: DatabaseCopy.Contents) throws(SystemError) {
        var hash = SHA256()
        var bytes = 0
        try file.readParts { part in
            hash.update(data: part)
            bytes += part.count
        }
        let digits = hash.finalize().map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }
        self.init(
            bytes: bytes,
            sha256: digits.joined(),
            schemaVersion: contents.schemaVersion,
            counts: contents.counts
        )
    }
}
