import FamplanAPI
import Glibc
import Household
import HummingbirdCore
import ICalendar
import NIOCore
import Storage

/// A backup that is about to be restored.
struct PreparedRestore: Sendable {
    /// A file in the backups' folder: today's tables, everything counted as told, nobody has it open.
    let path: String
    let contents: DatabaseCopy.Contents
    let lastChange: Instant?
    let notSent: Int
}

extension Backups {
    /// The largest backup that is taken, in bytes.
    private static let mostBytes = 1 << 30

    /// Writes what comes to a file of its own.
    ///
    /// - Returns: its path; where this fails nothing is left.
    nonisolated func receive(_ parts: RequestBody) async throws -> String {
        let path = try newPartial()
        do {
            let file = try Descriptor(Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600))
            var count = 0
            for try await part in parts {
                count += part.readableBytes
                guard count <= Self.mostBytes else {
                    throw ErrorBody(
                        .tooLarge,
                        "cannot restore this file: it is larger than \(Self.mostBytes >> 30) GiB"
                    )
                }
                try file.append(part.readableBytesView)
            }
            return path
        } catch {
            unlink(path)
            guard let error = error as? SystemError else { throw error }
            let isFull = error.code == ENOSPC || error.code == EDQUOT
            throw ErrorBody(
                .storage,
                "cannot take in the file that is to be restored: "
                    + (isFull ? "there is no room left on the disk; make some and try again" : "\(error)"),
                details: ["Nothing was changed."]
            )
        }
    }

    /// Checks a file and brings it up to date, without touching the household's database.
    ///
    /// - Throws: why it can't be restored; the file is gone then.
    func prepare(_ path: String, like planner: Planner) async throws -> PreparedRestore {
        let copy = DatabaseCopy(path: path)
        do {
            let contents = try copy.check()
            let store = try Store.open(at: path)
            do {
                try store.checkSchema()
                let lastChange = try store.lastChange()?.at
                let notSent = try await planner.trying(store).countAllAsTold()
                try store.close()
                return PreparedRestore(path: path, contents: contents, lastChange: lastChange, notSent: notSent)
            } catch {
                try? store.close()
                throw error
            }
        } catch {
            copy.remove()
            throw Self.refusal(error)
        }
    }

    private static func refusal(_ error: any Error) -> any Error {
        guard let error = error as? StoreError else { return error }
        let why =
            switch error.kind {
            case .damaged:
                "it is damaged, or is no backup of famplan's; try another (those of the daemon's own lie in backups/)"
            case .newer: "a newer famplan wrote it; install that version first"
            default: error.sentence
            }
        // What was sent is to blame; where the disk is, that is said.
        let kind: ErrorKind = [.damaged, .newer, .other].contains(error.kind) ? .invalid : .storage
        return ErrorBody(kind, "cannot restore this file: \(why)", details: ["Nothing was changed."])
    }
}

extension Planner {
    /// One that works on another database with the same clock.
    fileprivate func trying(_ store: Store) throws -> Planner {
        let household = try store.household(zones: zones, customZone: ImportedZones.zone)
        return try Planner(
            store: store,
            household: household,
            zones: zones,
            horizonDays: horizonDays,
            clock: clock
        )
    }
}

extension Descriptor {
    /// Writes all of it.
    func append(_ bytes: ByteBufferView) throws(SystemError) {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw SystemError(code: errno) }
            rest = rest.dropFirst(count)
        }
    }
}
