import GRDB
import Household
import ICalendar

extension ID: ColumnValue {
    init?(stored: String) { self.init(trusted: stored) }
    var stored: String { rawValue }
}

extension CivilDate: ColumnValue {
    init?(stored: String) { self.init(stored) }
    var stored: String { description }
}

extension CivilTime: ColumnValue {
    init?(stored: String) { self.init(stored) }
    var stored: String { description }
}

extension CivilDateTime: ColumnValue {
    init?(stored: String) { self.init(stored) }
    var stored: String { description }
}

extension Instant: ColumnValue {
    init?(stored: Int) { self.init(secondsSinceEpoch: stored) }
    var stored: Int { secondsSinceEpoch }
}

extension Weekday: ColumnValue {
    init?(stored: Int) { self.init(rawValue: stored) }
    var stored: Int { rawValue }
}

extension RecurrenceRule: ColumnValue {
    init?(stored: String) { try? self.init(stored) }
    var stored: String { description }
}

/// Days of the week as one number: 1 for Monday, 2 for Tuesday, 4 for Wednesday and so on, added up.
struct DaySet: ColumnValue {
    let days: Set<Weekday>

    init(_ days: Set<Weekday>) { self.days = days }

    init?(stored: Int) {
        days = Set(Weekday.allCases.filter { stored & Self.bit($0) != 0 })
    }

    var stored: Int { days.reduce(0) { $0 | Self.bit($1) } }

    private static func bit(_ day: Weekday) -> Int { 1 << (day.rawValue - 1) }
}

extension Window: RowPart {
    init(from row: inout RowReader) throws(UnreadableRow) {
        let days: DaySet = try row.next()
        self.init(days: days.days, from: try row.next(), to: try row.next())
    }

    var columns: [DatabaseValue] { Storage.columns(DaySet(days), from, to) }
}

extension ClosedRange: RowPart where Bound == CivilDate {
    init(from row: inout RowReader) throws(UnreadableRow) {
        let (first, last): (CivilDate, CivilDate) = (try row.next(), try row.next())
        guard first <= last else { throw row.unreadable }
        self = first...last
    }

    var columns: [DatabaseValue] { Storage.columns(lowerBound, upperBound) }
}
