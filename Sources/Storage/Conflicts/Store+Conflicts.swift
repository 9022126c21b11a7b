import GRDB
public import Household
public import ICalendar

extension Store {
    /// Writes what was found by looking again, without a change: new conflicts, changed ones and resolved ones.
    public func record(conflicts: [KnownConflict], seenAt: Instant) throws(StoreError) {
        try transaction("save the conflicts") { db in
            for conflict in conflicts { try ConflictRecord.save(conflict, seenAt: seenAt, db) }
        }
    }

    /// The conflicts that have been seen, in order of their starts.
    ///
    /// - Parameters:
    ///   - interval: only those that overlap it; of the empty ones, those that lie in it.
    ///   - unresolvedOnly: leaves out those that are resolved.
    public func conflicts(
        overlapping interval: Interval? = nil,
        unresolvedOnly: Bool
    ) throws(StoreError) -> [KnownConflict] {
        var conditions = [unresolvedOnly ? "status <> 'resolved'" : "TRUE"]
        var arguments: StatementArguments = []
        if let interval {
            conditions.append("starts <= ? AND ends >= ?")
            arguments = [interval.end.secondsSinceEpoch, interval.start.secondsSinceEpoch]
        }
        let condition = conditions.joined(separator: " AND ")
        let found = try read("read the conflicts") { db in
            try ConflictRecord.load(db, where: condition, arguments: arguments)
        }
        // What touches the interval was read; what overlaps it is for the interval to say.
        return found.filter { known in interval.map(known.conflict.interval.overlaps) ?? true }
    }
}

extension Store {
    /// The conflict of that id, whatever became of it.
    public func conflict(_ id: ID<Conflict>) throws(StoreError) -> KnownConflict? {
        try read("read a conflict") { db in
            try ConflictRecord.load(db, where: "id = ?", arguments: [id.rawValue]).first
        }
    }
}
