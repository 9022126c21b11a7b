import GRDB
import Household
import ICalendar

/// A row of `stream`, and the hours, resources and deadlines that it owns.
struct StreamRecord: Record {
    static let table = Table(
        "stream",
        columns: [
            "id", "name", "owner", "kind", "client", "attention", "billable", "currency", "budget_hours",
            "budget_amount",
            "target", "archived", "weekly_min", "weekly_max",
        ]
    )
    private static let rates = list("stream_rate", Rate.self, ["from_day", "amount", "currency", "per"])
    private static let revenue = list("stream_revenue", Revenue.self, ["from_day", "amount", "currency"])
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
            billable: try row.next() as Bool,
            currency: try row.next(),
            budget: Budget(hours: try row.next(), amount: try row.next()),
            target: try row.next(),
            archived: try row.next(),
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
            stream.billable,
            stream.currency,
            stream.budget.hours,
            stream.budget.amount,
            stream.target,
            stream.archived,
            stream.weekly.min,
            stream.weekly.max
        )
    }

    static func load(_ db: Database) throws -> [Stream] {
        let rates = try rates.all(db)
        let revenue = try revenue.all(db)
        let hours = try hours.all(db)
        let resources = try resources.all(db)
        let deadlines = try deadlines.all(db)
        return try all(db).map { record in
            var stream = record.stream
            stream.rates = rates[stream.id] ?? []
            stream.revenue = revenue[stream.id] ?? []
            stream.hours = hours[stream.id] ?? []
            stream.resources = resources[stream.id] ?? []
            stream.deadlines = deadlines[stream.id] ?? []
            return stream
        }
    }

    func save(_ db: Database) throws {
        try upsert(db)
        try Self.rates.replace(db, of: stream.id, with: stream.rates)
        try Self.revenue.replace(db, of: stream.id, with: stream.revenue)
        try Self.hours.replace(db, of: stream.id, with: stream.hours)
        try Self.resources.replace(db, of: stream.id, with: stream.resources)
        try Self.deadlines.replace(db, of: stream.id, with: stream.deadlines)
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
