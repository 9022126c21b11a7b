import GRDB
import Household
import ICalendar

/// A row of `person`, and the windows, rules and channels that it owns.
struct PersonRecord: Record {
    static let table = Table(
        "person",
        columns: [
            "id", "name", "role", "unix_user", "work_per_day", "work_per_week", "work_rest", "born", "escort",
            "alone_up_to", "digest_at", "balance_on", "quiet_from", "quiet_to", "language",
        ]
    )
    private static let care = ListTable<ID<Person>, CareWindow>(
        "care_window",
        owner: ["person"],
        columns: ["days", "begins", "ends", "level"]
    )
    private static let helps = ListTable<ID<Person>, Window>(
        "help_window",
        owner: ["person"],
        columns: ["days", "begins", "ends"]
    )
    private static let rules = ListTable<ID<Person>, RuleRow>(
        "person_rule",
        owner: ["person"],
        columns: ["kind", "setting"]
    )
    private static let channels = ListTable<ID<Person>, NotificationSettings.Subscription>(
        "notify_channel",
        owner: ["person"],
        columns: ["channel", "address", "severity", "digest", "reminders", "changes"]
    )

    private let person: Person

    init(_ person: Person) { self.person = person }

    init(from row: inout RowReader) throws(UnreadableRow) {
        person = Person(
            id: try row.next(),
            name: try row.next(),
            role: try row.next(),
            unixUser: try row.next(),
            work: WorkLimits(perDay: try row.next(), perWeek: try row.next(), rest: try row.next()),
            born: try row.next(),
            escort: try row.next(),
            aloneUpTo: try row.next(),
            notify: try NotificationSettings(from: &row)
        )
    }

    var columns: [DatabaseValue] {
        Storage.columns(
            person.id,
            person.name,
            person.role,
            person.unixUser,
            person.work.perDay,
            person.work.perWeek,
            person.work.rest,
            person.born,
            person.escort,
            person.aloneUpTo
        ) + person.notify.columns
    }

    static func load(_ db: Database) throws -> [Person] {
        let care = try care.all(db)
        let helps = try helps.all(db)
        let rules = try rules.all(db)
        let channels = try channels.all(db)
        return try all(db).map { record in
            var person = record.person
            person.care = care[person.id] ?? []
            person.helps = helps[person.id] ?? []
            person.rules = RuleRow.rules(rules[person.id])
            person.notify.channels = channels[person.id] ?? []
            return person
        }
    }

    func save(_ db: Database) throws {
        try upsert(db)
        try Self.care.replace(db, of: person.id, with: person.care)
        try Self.helps.replace(db, of: person.id, with: person.helps)
        try Self.rules.replace(db, of: person.id, with: RuleRow.rows(person.rules))
        try Self.channels.replace(db, of: person.id, with: person.notify.channels)
    }

    /// Takes the Unix account from a person, so that another of the same change can get it.
    static func releaseAccount(_ db: Database, of id: ID<Person>) throws {
        try db.run("UPDATE person SET unix_user = NULL WHERE id = ?", Storage.columns(id))
    }
}

extension CareWindow: RowPart {
    init(from row: inout RowReader) throws(UnreadableRow) {
        self.init(window: try Window(from: &row), level: try row.next())
    }

    var columns: [DatabaseValue] { window.columns + Storage.columns(level) }
}
