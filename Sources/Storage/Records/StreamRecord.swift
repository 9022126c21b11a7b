import GRDB
import Household
import ICalendar

/// A row of `stream`, and the hours, resources and deadlines that it owns.
struct StreamRecord: Record {
    static let table = Table(
        "stream",
        columns: [
            "id", "name", "owner", "kind", "client", "attention", "rate_amount", "rate_per", "weekly_min", "weekly_max",
        ]
    )
    private static let hours = list("stream_hours", Window.self, ["days", "begins", "ends"])
    private static let resources = list("stream_resource", ID<Resource>.self, ["resource"])
    private static let deadlines = list("deadline", Deadline.self, ["id", "title", "due", "remaining"])

    private let stream: Stream

    init(_ stream: Stream) { self.stream = stream }

    init(from row: inout RowReader) throws(UnreadableRow) {
        stream = Stream(
            id: try row.next(),
            name: try row.next(),
            owner: try row.next(),
            kind: try row.next(),
            client: try row.next(),
            attention: try row.next(),
            rate: Self.rate(amount: try row.next(), per: try row.next()),
            weekly: WeeklyHours(min: try row.next(), max: try row.next())
        )
    }

    var columns: [DatabaseValue] {
        Storage.columns(
            stream.id,
            stream.name,
            stream.owner,
            stream.kind,
            stream.client,
            stream.attention,
            stream.rate?.amount,
            stream.rate?.per,
            stream.weekly.min,
            stream.weekly.max
        )
    }

    static func load(_ db: Database) throws -> [Stream] {
        let hours = try hours.all(db)
        let resources = try resources.all(db)
        let deadlines = try deadlines.all(db)
        return try all(db).map { record in
            var stream = record.stream
            stream.hours = hours[stream.id] ?? []
            stream.resources = resources[stream.id] ?? []
            stream.deadlines = deadlines[stream.id] ?? []
            return stream
        }
    }

    func save(_ db: Database) throws {
        try upsert(db)
        try Self.hours.replace(db, of: stream.id, with: stream.hours)
        try Self.resources.replace(db, of: stream.id, with: stream.resources)
        try Self.deadlines.replace(db, of: stream.id, with: stream.deadlines)
    }

    private static func rate(amount: String?, per: Rate.Unit?) -> Rate? {
        guard let amount, let per else { return nil }
        return Rate(amount: amount, per: per)
    }

    private static func list<Element: RowPart>(
        _ name: String,
        _: Element.Type,
        _ columns: [String]
    ) -> ListTable<ID<Stream>, Element> {
        ListTable(name, owner: ["stream"], columns: columns)
    }
}

extension Deadline: RowPart {
    init(from row: inout RowReader) throws(UnreadableRow) {
        self.init(id: try row.next(), title: try row.next(), due: try row.next(), remaining: try row.next())
    }

    var columns: [DatabaseValue] { Storage.columns(id, title, due, remaining) }
}
