import Crypto
import FamplanAPI
import FoundationEssentials
import Glibc
import Storage

/// Makes copies of the household's database. Runs on a queue of its own, because it waits for the disk.
actor Backups {
    private let queue = QueueExecutor(label: "famplan.backup")
    private let store: Store
    /// Where copies are made and kept.
    private let folder: String

    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    init(of planner: Planner, folder: String) {
        store = planner.store
        self.folder = folder
    }

    /// A checked copy without a name: it is gone with its descriptor, however the daemon ends.
    func copy() throws -> (file: Descriptor, contents: BackupContents) {
        try makeFolder()
        let path = "\(folder)/\(UUID().uuidString).partial"
        let contents = try store.copy(to: path)
        defer { unlink(path) }
        let file = try Descriptor(open(path, O_RDONLY | O_CLOEXEC))
        return (file, try BackupContents(of: file, contents))
    }

    private func makeFolder() throws(StoreError) {
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
