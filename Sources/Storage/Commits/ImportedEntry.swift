import GRDB
public import Household

/// What an import made of an event: a row of `imported_entry`.
struct ImportedEntry {
    private static let fields = "uid, entry, content, change"

    private let uid: String
    private let id: ID<Entry>
    private let text: String
    /// The change by which it came; nil where nothing had to be changed.
    private let change: Int?

    /// - Parameter entry: as the file says it, with the UID of its event.
    init(_ entry: Entry, by change: Int?) throws {
        uid = entry.uid ?? ""
        id = entry.id
        text = try ItemText.write(.entry(entry))
        self.change = change
    }

    func insert(_ db: Database) throws {
        try db.run("INSERT INTO imported_entry (\(Self.fields)) VALUES (?, ?, ?, ?)", columns)
    }

    /// The latest of every entry of these UIDs, in order of their first import; what came by a change that was undone
    /// was never said.
    static func latest(_ db: Database, uids: Set<String>) throws -> [Entry] {
        let undone = try ChangeRecord.undone(db)
        let sql = "SELECT \(fields) FROM imported_entry ORDER BY id"
        var order: [[String]] = []
        var latest: [[String]: ImportedEntry] = [:]
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql))
        while let row = try rows.next() {
            var reader = RowReader(row, of: "imported_entry")
            let record = try ImportedEntry(from: &reader)
            guard uids.contains(record.uid), record.change.map({ undone[$0] == nil }) ?? true else { continue }
            let key = [record.uid, record.id.rawValue]
            if latest.updateValue(record, forKey: key) == nil { order.append(key) }
        }
        return try order.compactMap { key throws(UnreadableRow) in try latest[key]?.entry() }
    }

    private func entry() throws(UnreadableRow) -> Entry {
        guard case .entry(let entry)? = ItemText.read(text, .entry) else {
            throw UnreadableRow(table: "imported_entry", row: "“\(id)”", column: "content")
        }
        return entry
    }
}

extension ImportedEntry: RowPart {
    init(from row: inout RowReader) throws(UnreadableRow) {
        uid = try row.next()
        id = try row.next()
        text = try row.next()
        change = try row.next()
    }

    var columns: [DatabaseValue] { Storage.columns(uid, id, text, change) }
}

extension Store {
    /// What imports said last of the events with these UIDs, in order of their first import. Entries that are gone from
    /// the household are among them; those of an import that was undone are not.
    public func importedEntries(uids: Set<String>) throws(StoreError) -> [Entry] {
        try read("read what was imported") { db in try ImportedEntry.latest(db, uids: uids) }
    }

    /// Remembers what an imported file said that changed nothing.
    public func record(imported entries: [Entry]) throws(StoreError) {
        try transaction("remember what was imported") { db in
            for entry in entries { try ImportedEntry(entry, by: nil).insert(db) }
        }
    }
}
