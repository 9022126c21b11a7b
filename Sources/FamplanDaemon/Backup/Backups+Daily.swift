import FoundationEssentials
import Glibc
import ICalendar
import Storage

/// The daemon's own backups: one for each day, by its name.
extension Backups {
    /// The days that have one, the earliest first.
    nonisolated var days: [CivilDate] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.compactMap { name in
            guard name.hasSuffix(Self.suffix) else { return nil }
            return CivilDate(String(name.dropLast(Self.suffix.count)))
        }.sorted()
    }

    private static let suffix = ".sqlite"

    nonisolated func path(of day: CivilDate) -> String { "\(folder)/\(day)\(Self.suffix)" }

    /// Makes the day's, and then lets go of those that the plan does not keep. Where it fails, none is let go.
    func makeDaily(_ day: CivilDate, keeping plan: BackupPlan) throws {
        do {
            let partial = try newPartial()
            try store.copy(to: partial)
            guard rename(partial, path(of: day)) == 0 else {
                let code = errno
                unlink(partial)
                throw SystemError(code: code)
            }
            try DatabaseCopy(path: path(of: day)).flushName()
        } catch {
            failure =
                error as? StoreError ?? StoreError(.other, "cannot make the backup of \(day): \(error)", cause: error)
            throw error
        }
        failure = nil
        // A day ahead of this one is a clock's that was wrong: it says nothing of how many there are.
        for old in plan.removable(days.filter { $0 <= day }) { unlink(path(of: old)) }
    }
}
