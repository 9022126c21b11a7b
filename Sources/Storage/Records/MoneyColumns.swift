import GRDB
import Household
import ICalendar

extension Amount: ColumnValue {
    init?(stored: String) { self.init(stored) }
    var stored: String { description }
}

extension Currency: ColumnValue {
    init?(stored: String) { self.init(stored) }
    var stored: String { code }
}

extension Exchange: RowPart {
    init(from row: inout RowReader) throws(UnreadableRow) {
        self.init(currency: try row.next(), rate: try row.next())
    }

    var columns: [DatabaseValue] { Storage.columns(currency, rate) }
}

extension Rate: RowPart {
    init(from row: inout RowReader) throws(UnreadableRow) {
        self.init(from: try row.next(), amount: try row.next(), currency: try row.next(), per: try row.next())
    }

    var columns: [DatabaseValue] { Storage.columns(from, amount, currency, per) }
}

extension Revenue: RowPart {
    init(from row: inout RowReader) throws(UnreadableRow) {
        self.init(from: try row.next(), amount: try row.next(), currency: try row.next())
    }

    var columns: [DatabaseValue] { Storage.columns(from, amount, currency) }
}
