import GRDB
import Household
import ICalendar

/// The one row of `settings`, and the lists that it owns.
struct SettingsRecord: Record {
    static let table = Table(
        "settings",
        columns: [
            "id", "name", "time_zone", "week_start", "currency", "coverage", "minimum_gap", "weight_care",
            "weight_work",
            "weight_admin", "weight_own",
        ],
        order: "id"
    )
    private static let protected = ListTable<Int, ProtectedTime>(
        "protected_time",
        owner: ["settings"],
        columns: ["days", "begins", "ends", "label"]
    )
    private static let rules = ListTable<Int, RuleRow>(
        "settings_rule",
        owner: ["settings"],
        columns: ["kind", "setting"]
    )
    private static let exchange = ListTable<Int, Exchange>(
        "settings_exchange",
        owner: ["settings"],
        columns: ["currency", "rate"]
    )
    private static let onlyID = 1

    private let settings: Settings

    init(_ settings: Settings) { self.settings = settings }

    init(from row: inout RowReader) throws(UnreadableRow) {
        let _: Int = try row.next()
        var settings = Settings(
            name: try row.next(),
            timeZone: try row.next(),
            weekStart: try row.next(),
            currency: try row.next(),
            coverage: try row.next(),
            minimumGap: try row.next()
        )
        settings.weights = Self.weights(try row.next(), try row.next(), try row.next(), try row.next())
        self.settings = settings
    }

    var columns: [DatabaseValue] {
        Storage.columns(
            Self.onlyID,
            settings.name,
            settings.timeZone,
            settings.weekStart,
            settings.currency,
            settings.coverage,
            settings.minimumGap,
            settings.weights?.care,
            settings.weights?.work,
            settings.weights?.admin,
            settings.weights?.own
        )
    }

    private static func weights(_ care: Int?, _ work: Int?, _ admin: Int?, _ own: Int?) -> HourWeights? {
        guard let care, let work, let admin, let own else { return nil }
        return HourWeights(care: care, work: work, admin: admin, own: own)
    }

    /// The household's settings; nil before the first were written.
    static func load(_ db: Database) throws -> Settings? {
        guard var settings = try all(db).first?.settings else { return nil }
        settings.protected = try protected.all(db)[onlyID] ?? []
        settings.exchange = try exchange.all(db)[onlyID] ?? []
        settings.rules = RuleRow.rules(try rules.all(db)[onlyID])
        return settings
    }

    func save(_ db: Database) throws {
        try upsert(db)
        try Self.protected.replace(db, of: Self.onlyID, with: settings.protected)
        try Self.exchange.replace(db, of: Self.onlyID, with: settings.exchange)
        try Self.rules.replace(db, of: Self.onlyID, with: RuleRow.rows(settings.rules))
    }
}

extension ProtectedTime: RowPart {
    init(from row: inout RowReader) throws(UnreadableRow) {
        self.init(window: try Window(from: &row), label: try row.next())
    }

    var columns: [DatabaseValue] { window.columns + Storage.columns(label) }
}
