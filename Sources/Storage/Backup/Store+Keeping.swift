import GRDB
import Glibc

extension Store {
    /// Copies a database that is about to be brought up to date: `before-v5-feeds.sqlite`.
    ///
    /// - Parameter folder: where the copy goes; it is made where it is not there.
    /// - Throws: before anything was changed.
    func keepBeforeMigrating(in folder: String) throws {
        let migrator = Migrations.migrator
        let done = try writer.read(migrator.completedMigrations)
        guard !done.isEmpty, let step = migrator.migrations.first(where: { !done.contains($0) }) else { return }
        guard mkdir(folder, S_IRWXU) == 0 || errno == EEXIST else { throw FileError(code: errno) }
        let partial = "\(folder)/before-\(step).partial"
        DatabaseCopy(path: partial).remove()
        try copy(to: partial)
        // One of that name may be there from another time: it is kept, too.
        var path = "\(folder)/before-\(step).sqlite"
        var number = 1
        while access(path, F_OK) == 0 {
            number += 1
            path = "\(folder)/before-\(step)-\(number).sqlite"
        }
        guard rename(partial, path) == 0 else { throw FileError(code: errno) }
        try FileFolder.flush(of: path)
    }
}
