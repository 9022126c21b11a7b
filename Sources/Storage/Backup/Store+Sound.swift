import GRDB
public import Household
public import ICalendar

extension Store {
    /// Opens the database at `path` as ``open(at:settings:keepingIn:busyTimeout:)`` does, if SQLite finds all of its pages well.
    public static func openSound(at path: String, settings: Settings, keepingIn folder: String) throws(StoreError)
        -> Store
    {
        let store = try open(at: path, settings: settings, keepingIn: folder)
        guard try store.isSound() else {
            try? store.close()
            throw StoreError(
                .damaged,
                "cannot open the database \(path): SQLite's check finds something wrong with it; restore a backup"
            )
        }
        return store
    }

    /// Reads all of it: every page, every index and every reference.
    ///
    /// - Throws: what is wrong.
    public func check() throws(StoreError) {
        try read("check the database") { db in try Soundness.check(db) }
    }

    /// Gives up what waits to be sent.
    ///
    /// - Returns: how many letters that were.
    public func dropPendingOutbox(because reason: String, at now: Instant) throws(StoreError) -> Int {
        try transaction("save the outbox") { db in
            try db.run(
                "UPDATE outbox SET state = 'dropped', error = ?, settled_at = ? WHERE state = 'pending'",
                columns(reason, now)
            )
            return db.changesCount
        }
    }
}
