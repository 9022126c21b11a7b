import GRDB
import Household

/// A row of `change_item`: what a change did to one thing.
struct ChangeItemRecord: RowPart {
    private static let fields = "change, noun, item, before, after"

    private let change: Int
    private let noun: Item.Noun
    private let item: String
    private let before: String?
    private let after: String?

    init(_ change: Change, of id: Int) throws {
        self.change = id
        noun = change.item.noun
        item = change.item.id
        before = try change.before.map(ItemText.write)
        after = try change.after.map(ItemText.write)
    }

    init(from row: inout RowReader) throws(UnreadableRow) {
        change = try row.next()
        noun = try row.next()
        item = try row.next()
        before = try row.next()
        after = try row.next()
    }

    var columns: [DatabaseValue] { Storage.columns(change, noun, item, before, after) }

    func insert(_ db: Database) throws {
        try db.run("INSERT INTO change_item (\(Self.fields)) VALUES (?, ?, ?, ?, ?)", columns)
    }

    /// What the selected changes did, by their ids.
    ///
    /// - Parameter ids: a query that selects ids of changes.
    static func load(_ db: Database, of ids: String, arguments: StatementArguments) throws -> [Int: [Change]] {
        let sql = "SELECT \(fields) FROM change_item WHERE change IN (\(ids)) ORDER BY id"
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
        var changes: [Int: [Change]] = [:]
        while let row = try rows.next() {
            var reader = RowReader(row, of: "change_item")
            let record = try ChangeItemRecord(from: &reader)
            changes[record.change, default: []].append(try record.read())
        }
        return changes
    }

    private func read() throws(UnreadableRow) -> Change {
        switch (try thing(before, "before"), try thing(after, "after")) {
        case (let before?, let after?): return Change(from: before, to: after)
        case (let before?, nil): return Change(removing: before)
        case (nil, let after?): return Change(adding: after)
        case (nil, nil): throw unreadable("after")
        }
    }

    private func thing(_ text: String?, _ column: String) throws(UnreadableRow) -> Item? {
        guard let text else { return nil }
        guard let item = ItemText.read(text, noun) else { throw unreadable(column) }
        return item
    }

    private func unreadable(_ column: String) -> UnreadableRow {
        UnreadableRow(table: "change", row: "\(change), \(noun.rawValue) “\(item)”", column: column)
    }
}
