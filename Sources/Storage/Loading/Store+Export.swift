import GRDB
public import Household
public import ICalendar

extension Store {
    /// Sixteen hexadecimal digits that are this household's alone, and its copies'.
    public func householdUID() throws(StoreError) -> String {
        try read("read the household's own name") { db in
            try String.fetchOne(db, sql: "SELECT uid FROM household_uid WHERE id = 1") ?? ""
        }
    }

    /// How often each entry was changed, its adding included, and when last.
    public func revisions() throws(StoreError) -> [ID<Entry>: Revision] {
        try read("read the history") { db in
            let sql = """
                SELECT change_item.item, count(*), max(change.at)
                FROM change_item JOIN change ON change.id = change_item.change
                WHERE change_item.noun = 'entry' GROUP BY change_item.item
                """
            return try Row.fetchAll(db, sql: sql).reduce(into: [:]) { revisions, row in
                let last = Instant(secondsSinceEpoch: row[2])
                revisions[ID(trusted: row[0])] = Revision(changes: row[1], last: last)
            }
        }
    }

    /// The objects with these UIDs, as they were received last, by their UIDs.
    public func calendarObjects(uids: Set<String>) throws(StoreError) -> [String: CalendarObject] {
        try read("read the imported objects") { db in
            let all: [CalendarObject] = try CalendarObject.all(db)
            return all.reduce(into: [:]) { if uids.contains($1.uid) { $0[$1.uid] = $1 } }
        }
    }
}

/// What the history knows of an entry.
public struct Revision: Hashable, Sendable {
    /// 1 or more.
    public var changes: Int
    public var last: Instant

    public init(changes: Int, last: Instant) {
        (self.changes, self.last) = (changes, last)
    }
}
