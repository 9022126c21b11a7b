internal import Glibc

/// A file that is there whole or not at all: what is written goes into one beside it, for its owner alone, until it is
/// finished.
public struct NewFile: Sendable {
    public var write: @Sendable ([UInt8]) throws(FileError) -> Void
    /// Has it reach the disk and gives it its name.
    public var finish: @Sendable () throws(FileError) -> Void
    /// Leaves nothing of it.
    public var discard: @Sendable () -> Void

    public init(
        write: @escaping @Sendable ([UInt8]) throws(FileError) -> Void,
        finish: @escaping @Sendable () throws(FileError) -> Void,
        discard: @escaping @Sendable () -> Void
    ) {
        self.write = write
        self.finish = finish
        self.discard = discard
    }

    /// Begins one on the disk.
    ///
    /// - Parameter replacing: Whether it may take the place of a file of that name.
    static func onDisk(_ name: String, replacing: Bool) throws(FileError) -> NewFile {
        try check(name, replacing: replacing)
        let partial = "\(name).partial-\(getpid())"
        let file = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw FileAccess.failure("write", partial) }
        return NewFile(
            write: { bytes throws(FileError) in try FileAccess.write(bytes, to: file, name: partial) },
            finish: { () throws(FileError) in
                guard fsync(file) == 0, Glibc.close(file) == 0 else { throw FileAccess.failure("write", partial) }
                try place(partial, at: name, replacing: replacing)
            },
            discard: { unlink(partial) }
        )
    }

    /// A device, a pipe and a folder are never replaced.
    private static func check(_ name: String, replacing: Bool) throws(FileError) {
        var status = stat()
        guard lstat(name, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw FileError(action: "write", name: name, reason: "it is there and is not a plain file; name another")
        }
        guard replacing else { throw isThere(name) }
    }

    private static func place(_ partial: String, at name: String, replacing: Bool) throws(FileError) {
        // What came to be there in the meantime is not replaced either; some disks know no links.
        let isPlaced = !replacing && link(partial, name) == 0
        if !isPlaced {
            if !replacing, access(name, F_OK) == 0 { throw isThere(name) }
            guard rename(partial, name) == 0 else { throw FileAccess.failure("write", name) }
        } else {
            unlink(partial)
        }
        let slash = name.lastIndex(of: "/")
        let folder = open(slash.map { "\(name[...$0])" } ?? ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        Glibc.close(folder)
    }

    private static func isThere(_ name: String) -> FileError {
        FileError(action: "write", name: name, reason: "it is there already (--force replaces it)")
    }
}
