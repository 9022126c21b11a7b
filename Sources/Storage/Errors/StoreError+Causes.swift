import GRDB
import Glibc

extension StoreError {
    /// Says what the error below means: `cannot read the household: …`.
    init(cannot task: String, _ cause: any Error) {
        if let error = cause as? StoreError {
            self = error
            return
        }
        let (kind, reason) = Self.reading(cause)
        self.init(kind, "cannot \(task): \(reason)", cause: cause)
    }

    private static func reading(_ cause: any Error) -> (Kind, String) {
        switch cause {
        case let error as DatabaseError: reading(error)
        case let error as FileError: reading(error)
        case let error as UnreadableRow: (.damaged, error.description)
        case let damage as Damage: (.damaged, "\(damage.finding); restore a backup")
        case Refusal.empty: (.other, "there is nothing in it")
        case Refusal.newer: (.newer, "a newer famplan wrote it; install that version, or restore a backup")
        case Refusal.otherProgram: (.other, "it belongs to another program; name another file")
        default: (.other, "\(cause)")
        }
    }

    private static func reading(_ error: DatabaseError) -> (Kind, String) {
        if error.extendedResultCode == .SQLITE_IOERR_SHMSIZE { return (.full, noRoom) }
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: return (.busy, "another program is writing to it; try again")
        case .SQLITE_FULL: return (.full, noRoom)
        case .SQLITE_READONLY, .SQLITE_PERM: return (.readOnly, notWritable)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: return (.damaged, "the file is damaged; restore a backup")
        case .SQLITE_CONSTRAINT: return (.constraint, constraint(error))
        case .SQLITE_CANTOPEN: return (.other, "the file or its directory cannot be opened")
        default: return (.other, error.message ?? "SQLite error \(error.extendedResultCode.rawValue)")
        }
    }

    private static func reading(_ error: FileError) -> (Kind, String) {
        switch error.code {
        case ENOSPC, EDQUOT: (.full, noRoom)
        case EROFS, EACCES, EPERM: (.readOnly, notWritable)
        case ENOENT: (.other, "its directory is not there")
        default: (.other, error.description)
        }
    }

    private static func constraint(_ error: DatabaseError) -> String {
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_FOREIGNKEY: "something names what is not there"
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY:
            "two have the same " + (error.message?.split(separator: ": ").last ?? "value")
        default: error.message ?? "a value is none that can be"
        }
    }

    private static let noRoom = "there is no room left on the disk; make some and try again"
    private static let notWritable = "the file or its directory cannot be written; look at its owner and permissions"
}
