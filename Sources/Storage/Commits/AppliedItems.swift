import GRDB
public import Household

/// What the household file said that was applied last: one thing of it.
struct AppliedItem: Record {
    static let table = Table("applied_item", key: 2, columns: ["noun", "item", "content"])

    let noun: Item.Noun
    let id: String
    let text: String

    init(_ item: Item) throws {
        noun = item.noun
        id = item.id
        text = try ItemText.write(item)
    }

    init(from row: inout RowReader) throws(UnreadableRow) {
        noun = try row.next()
        id = try row.next()
        text = try row.next()
    }

    var columns: [DatabaseValue] { Storage.columns(noun, id, text) }

    func item() throws(UnreadableRow) -> Item {
        guard let item = ItemText.read(text, noun) else {
            throw UnreadableRow(table: Self.table.name, row: "\(noun.rawValue) “\(id)”", column: "content")
        }
        return item
    }

    static func replaceAll(_ db: Database, with items: [Item]) throws {
        try db.run("DELETE FROM applied_item")
        for item in items { try AppliedItem(item).upsert(db) }
    }
}

extension Store {
    /// What the household file said that was applied last, in its order; empty before the first.
    public func appliedItems() throws(StoreError) -> [Item] {
        try read("read what was applied last") { db in
            try AppliedItem.all(db).map { record throws(UnreadableRow) in try record.item() }
        }
    }

    /// Remembers what a household file said that changed nothing.
    public func record(applied items: [Item]) throws(StoreError) {
        try transaction("remember what was applied") { db in try AppliedItem.replaceAll(db, with: items) }
    }
}
