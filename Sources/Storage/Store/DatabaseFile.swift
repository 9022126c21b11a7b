import Glibc

/// The files of a database, which only their owner can read.
struct DatabaseFile {
    let path: String

    /// Makes an empty file, if there is none.
    ///
    /// SQLite would make one that everybody can read. One that exists is not even opened: closing it would end the locks
    /// that this process holds on it.
    func create() throws(FileError) {
        let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR)
        guard descriptor >= 0 || errno == EEXIST else { throw FileError(code: errno) }
        if descriptor >= 0 { Glibc.close(descriptor) }
    }

    /// Takes the files from everybody but their owner.
    func protect() throws(FileError) {
        for suffix in ["", "-wal", "-shm"] {
            guard chmod(path + suffix, S_IRUSR | S_IWUSR) == 0 || errno == ENOENT else {
                throw FileError(code: errno)
            }
        }
    }
}

/// What the system said of a file.
struct FileError: Error, CustomStringConvertible {
    /// An `errno`.
    let code: Int32

    var description: String { String(cString: strerror(code)) }
}
