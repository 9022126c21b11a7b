import GRDB
import Household
import ICalendar

/// A row of `logged_time`.
struct LoggedTimeRecord: RowPart {
    static let table = "logged_time"
    static let fields = "id, person, stream, children, starts, ends, note, entry, original_start, private"

    let time: LoggedTime

    init(_ time: LoggedTime) { self.time = time }

    init(from row: inout RowReader) throws(UnreadableRow) {
        time = LoggedTime(
            id: try row.next(),
            person: try row.next(),
            activity: try Self.activity(&row),
            start: try row.next(),
            end: try row.next(),
            note: try row.next(),
            occurrence: Self.occurrence(entry: try row.next(), of: try row.next()),
            isPrivate: try row.next()
        )
    }

    var columns: [DatabaseValue] {
        let children = time.activity.children.map(\.rawValue).joined(separator: " ")
        return Storage.columns(
            time.id,
            time.person,
            time.activity.stream,
            time.activity.stream == nil ? children : nil,
            time.start,
            time.end,
            time.note,
            time.occurrence?.entry,
            time.occurrence?.of,
            time.isPrivate
        )
    }

    func insert(_ db: Database) throws {
        try db.run("INSERT INTO logged_time (\(Self.fields)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", columns)
    }

    static func fetch(_ db: Database, _ selection: String, _ arguments: StatementArguments) throws -> [LoggedTime] {
        let sql = "SELECT \(fields) FROM logged_time \(selection)"
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
        var times: [LoggedTime] = []
        while let row = try rows.next() {
            var reader = RowReader(row, of: table)
            times.append(try LoggedTimeRecord(from: &reader).time)
        }
        return times
    }

    private static func activity(_ row: inout RowReader) throws(UnreadableRow) -> Activity {
        let (stream, children): (ID<Stream>?, String?) = (try row.next(), try row.next())
        if let stream { return .work(stream: stream) }
        guard let children else { throw row.unreadable }
        return .care(children: children.split(separator: " ").map { ID(trusted: String($0)) })
    }

    private static func occurrence(entry: ID<Entry>?, of: Instant?) -> OccurrenceID? {
        guard let entry, let of else { return nil }
        return OccurrenceID(entry: entry, of: of)
    }
}
