import FoundationEssentials
import Glibc

/// The folder that holds the database, held by one daemon at a time.
///
/// The lock is the kernel's (flock(2)): it goes with the process, however that ends.
final class StateDirectory: Sendable {
    let path: String
    private let descriptor: CInt

    /// Makes the folder, for its owner alone, and locks it.
    init(_ path: String) throws(ConfigurationFault) {
        self.path = path
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw ConfigurationFault("cannot make the state folder \(path): \(String(cString: strerror(errno)))")
        }
        descriptor = open("\(path)/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw ConfigurationFault("cannot open \(path)/lock: \(String(cString: strerror(errno)))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = Self.holder(descriptor)
            close(descriptor)
            throw ConfigurationFault("\(path) is held by another famplan-daemon\(holder): one at a time")
        }
        let line = "\(getpid())\n"
        _ = ftruncate(descriptor, 0)
        _ = pwrite(descriptor, line, line.utf8.count, 0)
    }

    deinit {
        close(descriptor)
    }

    var databasePath: String { "\(path)/famplan.sqlite" }
    var backupsPath: String { "\(path)/backups" }

    private static func holder(_ descriptor: CInt) -> String {
        var bytes = [UInt8](repeating: 0, count: 20)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0, let pid = Int(String(decoding: bytes.prefix(count), as: UTF8.self).filter(\.isNumber)) else {
            return ""
        }
        return " (process \(pid))"
    }
}
