import GRDB

/// Reads the columns of one row, from left to right.
struct RowReader {
    private let row: Row
    private let table: String
    /// How many columns have been read.
    private var index = 0

    init(_ row: Row, of table: String) {
        self.row = row
        self.table = table
    }

    /// The next column, which is not NULL.
    mutating func next<Value: ColumnValue>() throws(UnreadableRow) -> Value {
        guard let value: Value = try next() else { throw unreadable }
        return value
    }

    /// The next column; nil where it is NULL.
    mutating func next<Value: ColumnValue>() throws(UnreadableRow) -> Value? {
        index += 1
        guard let stored = try decode(Value.Stored.self) else { return nil }
        guard let value = Value(stored: stored) else { throw unreadable }
        return value
    }

    /// Says that the column read last cannot be understood.
    var unreadable: UnreadableRow {
        let names = Array(row.columnNames)
        let key: DatabaseValue = row[0]
        let name = String.fromDatabaseValue(key).map { "“\($0)”" } ?? key.description
        return UnreadableRow(table: table, row: name, column: names[index - 1])
    }

    private func decode<Stored: DatabaseValueConvertible & StatementColumnConvertible>(
        _: Stored.Type
    ) throws(UnreadableRow) -> Stored? {
        do {
            return try row.decode(Stored?.self, atIndex: index - 1)
        } catch {
            throw unreadable
        }
    }
}

/// A row that cannot be understood: written by something else, or damaged.
struct UnreadableRow: Error, CustomStringConvertible {
    let table: String
    /// The first column: what the row is found by.
    let row: String
    let column: String

    var description: String { "“\(column)” of \(table) \(row) cannot be understood" }
}
