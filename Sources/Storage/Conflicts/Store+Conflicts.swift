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
    /// The conflicts of an interval that are resolved, in order of their starts.
    public func pastConflicts(overlapping interval: Interval) throws(StoreError) -> [PastConflict] {
        let found = try read("read the conflicts") { db in
            try ConflictRecord.loadPast(
                db,
                where: "status = 'resolved' AND starts <= ? AND ends >= ?",
                arguments: [interval.end.secondsSinceEpoch, interval.start.secondsSinceEpoch]
            )
        }
        return found.filter { $0.known.conflict.interval.overlaps(interval) }
    }

    /// Writes down that conflicts were found again.
    ///
    /// - Parameter day: once a day is enough: nothing is written of those that were seen since this moment.
    public func record(
        seen ids: some Sequence<ID<Conflict>>,
        at now: Instant,
        unlessSince day: Instant
    ) throws(StoreError) {
        let unseen = try read("read the conflicts") { db in
            let sql = "SELECT id FROM conflict WHERE status IN ('open', 'accepted') AND last_seen_at < ?"
            return try String.fetchSet(db.cachedStatement(sql: sql), arguments: [day.secondsSinceEpoch])
        }
        let again = ids.filter { unseen.contains($0.rawValue) }
        guard !again.isEmpty else { return }
        try transaction("save when conflicts were seen") { db in
            for id in again { try db.run("UPDATE conflict SET last_seen_at = ? WHERE id = ?", columns(now, id)) }
        }
    }

    /// The conflict of that id, whatever became of it.
    public func conflict(_ id: ID<Conflict>) throws(StoreError) -> KnownConflict? {
        try read("read a conflict") { db in
            try ConflictRecord.load(db, where: "id = ?", arguments: [id.rawValue]).first
        }
    }
}
