import GRDB
import Glibc

extension Store {
    /// Takes the database in a file in place of one's own. Whoever holds this store reads and writes there from then on.
    ///
    /// However it is cut off, a whole database is at the path: the one before, or the new one.
    ///
    /// - Parameters:
    ///   - path: the database's, whether this store has it open or it could not be opened.
    ///   - staged: a checked database on the same disk, which nobody has open.
    ///   - kept: where the one before goes, with its log.
    public func replace(_ path: String, with staged: String, keeping kept: String) throws(StoreError) {
        var failure: (any Error)?
        do {
            try connection.replace { before in
                let isOwn = before.path == path
                // One that is damaged may not close well: it is kept as it is.
                if isOwn { try? Self.close(before) }
                do { try DatabaseFile(path: path).replace(with: staged, keeping: kept) } catch { failure = error }
                guard isOwn || failure == nil else { return before }
                let opened = try Self.open(at: path).writer
                if !isOwn { try? Self.close(before) }
                return opened
            }
            if let failure { throw failure }
        } catch {
            throw StoreError(cannot: "put the database in the place of \(path)", error)
        }
    }

    /// Takes another store's database for one's own, and closes the one before.
    public func adopt(_ other: Store) {
        connection.adopt(other.writer)
    }

    /// Ends all connections, and with the last one the write-ahead log.
    static func close(_ writer: any DatabaseWriter) throws {
        // Readers first: only the writer can end the log.
        (writer as? DatabasePool)?.releaseMemory()
        try writer.close()
    }
}

extension DatabaseFile {
    /// Puts a file in this one's place, and keeps what was there, with its log, under another name.
    fileprivate func replace(with staged: String, keeping kept: String) throws(FileError) {
        if access(path, F_OK) == 0 {
            // A second name for the old file, so that at no moment there is none at the path.
            guard link(path, kept) == 0 else { throw FileError(code: errno) }
            // The log of the one must never be taken for that of the other.
            guard rename(path + "-wal", kept + "-wal") == 0 || errno == ENOENT else { throw FileError(code: errno) }
            unlink(path + "-shm")
        }
        guard rename(staged, path) == 0 else {
            let code = errno
            rename(kept + "-wal", path + "-wal")
            unlink(kept)
            throw FileError(code: code)
        }
        try FileFolder.flush(of: path)
    }
}

/// The folder that a file is in.
enum FileFolder {
    /// Has the names in it reach the disk.
    static func flush(of path: String) throws(FileError) {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(code: errno) }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileError(code: errno) }
    }
}
