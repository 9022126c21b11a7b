import GRDB
import Household
import ICalendar

/// A run of columns in a row: how a part of a record is read and written.
protocol RowPart {
    /// Reads the columns, in the order in which ``columns`` gives them.
    init(from row: inout RowReader) throws(UnreadableRow)
    var columns: [DatabaseValue] { get }
}

/// A value that stands in one column.
protocol ColumnValue: RowPart {
    associatedtype Stored: DatabaseValueConvertible, StatementColumnConvertible

    /// Nil where what is stored says nothing that we know.
    init?(stored: Stored)
    var stored: Stored { get }
}

extension ColumnValue {
    init(from row: inout RowReader) throws(UnreadableRow) {
        self = try row.next()
    }

    var columns: [DatabaseValue] { [stored.databaseValue] }
}

/// The values of a row's columns, one for each argument; nil is NULL.
func columns<each Value: ColumnValue>(_ value: repeat (each Value)?) -> [DatabaseValue] {
    var result: [DatabaseValue] = []
    for value in repeat each value {
        result.append(value?.stored.databaseValue ?? .null)
    }
    return result
}

/// A value that SQLite holds as it is.
protocol PlainColumnValue: ColumnValue, DatabaseValueConvertible, StatementColumnConvertible where Stored == Self {}

extension PlainColumnValue {
    init?(stored: Self) { self = stored }
    var stored: Self { self }
}

extension String: PlainColumnValue {}
extension Int: PlainColumnValue {}
extension Double: PlainColumnValue {}
extension Bool: PlainColumnValue {}

/// An enumeration, held as the word that stands for it everywhere else.
protocol WordColumnValue: ColumnValue, RawRepresentable where RawValue == String, Stored == String {}

extension WordColumnValue {
    init?(stored: String) { self.init(rawValue: stored) }
    var stored: String { rawValue }
}

extension Attention: WordColumnValue {}
extension CareLevel: WordColumnValue {}
extension ConflictKind: WordColumnValue {}
extension ConflictStatus: WordColumnValue {}
extension Coverage: WordColumnValue {}
extension EntryKind: WordColumnValue {}
extension Item.Noun: WordColumnValue {}
extension Movable: WordColumnValue {}
extension Rate.Unit: WordColumnValue {}
extension Role: WordColumnValue {}
extension RuleSetting: WordColumnValue {}
extension Severity: WordColumnValue {}
extension StreamKind: WordColumnValue {}
