import FamplanAPI
import Glibc

/// Who may get at the daemon's files, and whether there is room for more.
struct FilesCheck {
    let configuration: DaemonConfiguration
    let databasePath: String

    private static let least = 16 << 20

    var findings: [DoctorFinding] {
        let loose = [
            tooOpen(configuration.stateDirectory, mayHave: 0, "chmod 700"),
            tooOpen(databasePath, mayHave: 0, "chmod 600"),
            // The group is who may ask; what they may stands in the household file.
            tooOpen(configuration.socketPath, mayHave: 0o660, "chmod 660"),
        ].compactMap(\.self)
        return
            (loose.isEmpty
            ? [.ok("permissions", "state folder, database and socket are only for whom they should be")] : loose)
            + [room]
    }

    private func tooOpen(_ path: String, mayHave: UInt32, _ command: String) -> DoctorFinding? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        let others = status.st_mode & 0o077 & ~mayHave
        guard others == 0 else {
            return .warning("permissions", "others than the daemon can get at \(path)", "\(command) \(path)")
        }
        guard status.st_uid == geteuid() else {
            return .warning(
                "permissions",
                "\(path) belongs to another user than the daemon's",
                "chown it to the daemon's user"
            )
        }
        return nil
    }

    /// Room is needed for the log, a copy, and a migration's copy.
    private var room: DoctorFinding {
        var status = statvfs()
        guard statvfs(configuration.stateDirectory, &status) == 0 else {
            return .problem(
                "disk",
                "cannot look at \(configuration.stateDirectory): \(String(cString: strerror(errno)))",
                "see whether it is mounted"
            )
        }
        let free = Int(status.f_bavail) * Int(status.f_frsize)
        let needed = max(Self.least, 3 * size(of: databasePath))
        let words = "\(free >> 20) MiB are free on the disk of \(configuration.stateDirectory)"
        if free < needed {
            return .problem("disk", words, "make room: changes and backups need some (\(needed >> 20) MiB are enough)")
        }
        if free < 8 * needed { return .warning("disk", words, "make room before it is needed") }
        return .ok("disk", words)
    }

    private func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
}
