import GRDB
import Household

extension Store {
    /// Writes the change with its history and conflicts; when this returns, it survives a power cut.
    ///
    /// - Parameter dryRun: does the same and takes all of it back: throws what the real one would.
    /// - Returns: the change's id in the history.
    @discardableResult
    public func commit(_ commit: Commit, dryRun: Bool = false) throws(StoreError) -> Int {
        try transaction("save the change", keeping: !dryRun) { db in
            for object in commit.calendarObjects { try object.upsert(db) }
            for zone in commit.customZones { try zone.upsert(db) }
            try Outcome(of: commit.changes).write(db)
            let id = try ChangeRecord.insert(commit, db)
            try LoggedChanges(changes: commit.logged).write(db, by: id)
            for conflict in commit.conflicts { try ConflictRecord.save(conflict, seenAt: commit.at, db) }
            for entry in commit.imported { try ImportedEntry(entry, by: id).insert(db) }
            if let applied = commit.applied { try AppliedItem.replaceAll(db, with: applied) }
            if let swap = commit.swap { try Self.settle(swap, change: id, db) }
            return id
        }
    }
}
