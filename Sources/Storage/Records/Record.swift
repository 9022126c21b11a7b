import GRDB

/// A row of a table of its own. Records know SQLite and nothing of what the values mean.
protocol Record: RowPart {
    static var table: Table { get }
}

/// A table and the statements that records need; they are prepared once for each connection.
struct Table: Sendable {
    let name: String
    let select: String
    let upsert: String
    let delete: String

    /// - Parameters:
    ///   - key: the columns by which a row is found; the first of `columns`.
    ///   - order: the order of reading.
    init(_ name: String, key: Int = 1, columns: [String], order: String = "position") {
        let list = columns.joined(separator: ", ")
        let key = columns.prefix(key)
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        let updates = columns.dropFirst(key.count).map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        self.name = name
        select = "SELECT \(list) FROM \(name) ORDER BY \(order)"
        upsert = """
            INSERT INTO \(name) (\(list)) VALUES (\(marks)) \
            ON CONFLICT (\(key.joined(separator: ", "))) DO UPDATE SET \(updates)
            """
        delete = "DELETE FROM \(name) WHERE " + key.map { "\($0) = ?" }.joined(separator: " AND ")
    }
}

extension Record {
    /// All rows, in order.
    static func all(_ db: Database) throws -> [Self] {
        try fetch(db, sql: table.select)
    }

    /// The rows that a query gives, which selects the table's columns.
    static func fetch(_ db: Database, sql: String, arguments: StatementArguments = []) throws -> [Self] {
        var records: [Self] = []
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
        while let row = try rows.next() {
            var reader = RowReader(row, of: table.name)
            records.append(try Self(from: &reader))
        }
        return records
    }

    /// Inserts the row, or updates the one with its key; that one keeps its position.
    func upsert(_ db: Database) throws {
        try db.run(Self.table.upsert, columns)
    }

    /// Removes the row with the key, if there is one.
    static func delete(_ db: Database, key: [DatabaseValue]) throws {
        try db.run(table.delete, key)
    }
}
