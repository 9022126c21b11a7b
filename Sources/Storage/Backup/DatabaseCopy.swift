import GRDB
import Glibc

/// A database in a file of its own that nobody else has open: a backup, one that is to be restored.
public struct DatabaseCopy: Sendable {
    public let path: String

    public init(path: String) {
        self.path = path
    }

    /// What a sound copy holds.
    public struct Contents: Hashable, Sendable {
        /// The name of the last step that led to its tables.
        public let schemaVersion: String
        /// How many there are of each noun of the household, and of changes in the history.
        public let counts: [String: Int]
    }

    /// Reads all of it: that every page and every row is as SQLite wants it, that whatever is named is there, that a famplan
    /// wrote it and none that is newer.
    ///
    /// - Throws: what is wrong with it.
    public func check() throws(StoreError) -> Contents {
        defer { removeLogs() }
        do {
            return try CopyInspector.shared().look(into: path)
        } catch {
            throw StoreError(cannot: "use the copy \(path)", error)
        }
    }

    /// Makes an empty file for it, which only its owner can read.
    func create() throws(FileError) {
        let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR)
        guard descriptor >= 0 else { throw FileError(code: errno) }
        Glibc.close(descriptor)
    }

    /// Takes it away, with what SQLite keeps beside it.
    public func remove() {
        unlink(path)
        removeLogs()
    }

    /// What SQLite makes beside a file even to read it, if that was last open with a log.
    private func removeLogs() {
        for suffix in ["-journal", "-wal", "-shm"] { unlink(path + suffix) }
    }

    /// Has its name reach the disk.
    public func flushName() throws(StoreError) {
        do { try FileFolder.flush(of: path) } catch { throw StoreError(cannot: "keep \(path)", error) }
    }

    /// Has it reach the disk.
    func flush() throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(code: errno) }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileError(code: errno) }
    }
}
