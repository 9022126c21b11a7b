import FoundationEssentials
import Glibc

/// A file for its owner to write and its group to read, which is whole at every moment.
struct SharedFile {
    let path: String

    init(_ path: String) {
        self.path = path
    }

    /// Why it could not be written.
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    /// Makes the folder that files are to be in, if its own folder is there.
    static func makeFolder(_ path: String) throws(Failure) {
        if mkdir(path, 0o750) == 0 {
            // Whatever the umask: a service's is strict.
            chmod(path, 0o750)
        } else if errno != EEXIST {
            throw failure("make", path)
        }
    }

    /// Gives it another text, by rename(2); leaves it alone where it has that already, so that its time says when it changed.
    func replace(with text: String) throws(Failure) {
        let octets = Array(text.utf8)
        if let there = FileManager.default.contents(atPath: path), there.elementsEqual(octets) { return }
        let new = "\(path).new"
        // What was left of a try that was cut off.
        unlink(new)
        let file = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard file >= 0 else { throw Self.failure("write", new) }
        let isWritten = fchmod(file, 0o640) == 0 && Self.write(octets, to: file) && fsync(file) == 0
        guard close(file) == 0, isWritten, rename(new, path) == 0 else {
            let failure = Self.failure("write", path)
            unlink(new)
            throw failure
        }
    }

    private static func write(_ octets: [UInt8], to file: CInt) -> Bool {
        var rest = octets[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { return false }
            rest = rest.dropFirst(max(count, 0))
        }
        return true
    }

    private static func failure(_ action: String, _ path: String) -> Failure {
        Failure(description: "cannot \(action) \(path): \(String(cString: strerror(errno)))")
    }
}
