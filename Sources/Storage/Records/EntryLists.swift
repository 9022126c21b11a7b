import GRDB
import Household
import ICalendar

/// The tables of what an entry has several of.
enum EntryLists {
    static let people = table("entry_person", ID<Person>.self, ["person"])
    static let children = table("entry_child", ID<Person>.self, ["person"])
    static let resources = table("entry_resource", ID<Resource>.self, ["resource"])
    static let also = table("entry_also", CivilDateTime.self, ["start"])
    static let exceptDays = table("entry_except_days", ClosedRange<CivilDate>.self, ["first_day", "last_day"])
    static let exceptStarts = table("entry_except_start", CivilDateTime.self, ["start"])

    /// Writes the lists of an entry in the place of those it has.
    static func save(_ entry: Entry, _ db: Database) throws {
        try people.replace(db, of: entry.id, with: entry.people)
        try children.replace(db, of: entry.id, with: entry.children)
        try resources.replace(db, of: entry.id, with: entry.resources ?? [])
        try also.replace(db, of: entry.id, with: entry.repetition.also)
        try exceptDays.replace(db, of: entry.id, with: entry.repetition.exceptDays)
        try exceptStarts.replace(db, of: entry.id, with: entry.repetition.exceptStarts)
    }

    private static func table<Element: RowPart>(
        _ name: String,
        _: Element.Type,
        _ columns: [String]
    ) -> ListTable<ID<Entry>, Element> {
        ListTable(name, owner: ["entry"], columns: columns)
    }
}

/// Reads all entries with everything they have: one query for each table, however many entries there are.
struct EntryLoader {
    private let people: [ID<Entry>: [ID<Person>]]
    private let children: [ID<Entry>: [ID<Person>]]
    private let resources: [ID<Entry>: [ID<Resource>]]
    private let also: [ID<Entry>: [CivilDateTime]]
    private let exceptDays: [ID<Entry>: [ClosedRange<CivilDate>]]
    private let exceptStarts: [ID<Entry>: [CivilDateTime]]
    private let overrides: [ID<Entry>: [Override]]
    private let feeds: [ID<Feed>: FeedRecord]
    private var rules: [String: RecurrenceRule] = [:]

    static func load(_ db: Database) throws -> [Entry] {
        var loader = try EntryLoader(db)
        return try EntryRecord.all(db).map { record throws(UnreadableRow) in try loader.entry(record) }
    }

    private init(_ db: Database) throws {
        people = try EntryLists.people.all(db)
        children = try EntryLists.children.all(db)
        resources = try EntryLists.resources.all(db)
        also = try EntryLists.also.all(db)
        exceptDays = try EntryLists.exceptDays.all(db)
        exceptStarts = try EntryLists.exceptStarts.all(db)
        overrides = try OverrideRecord.load(db)
        feeds = Dictionary(uniqueKeysWithValues: try FeedRecord.load(db).map { ($0.id, $0) })
    }

    private mutating func entry(_ record: EntryRecord) throws(UnreadableRow) -> Entry {
        var entry = record.entry
        entry.people = people[entry.id] ?? []
        entry.children = children[entry.id] ?? []
        entry.resources = record.hasOwnResources ? resources[entry.id] ?? [] : nil
        entry.repetition = Repetition(
            rule: try rule(record),
            also: also[entry.id] ?? [],
            exceptDays: exceptDays[entry.id] ?? [],
            exceptStarts: exceptStarts[entry.id] ?? []
        )
        entry.overrides = overrides[entry.id] ?? []
        entry.feed = record.feed.flatMap { feeds[$0] }.map { feed in
            EntryFeed(id: feed.id, name: feed.name, closes: record.closes ? feed.closes : [])
        }
        return entry
    }

    private mutating func rule(_ record: EntryRecord) throws(UnreadableRow) -> RecurrenceRule? {
        guard let text = record.rule else { return nil }
        if let known = rules[text] { return known }
        guard let rule = RecurrenceRule(stored: text) else {
            throw UnreadableRow(table: EntryRecord.table.name, row: "“\(record.entry.id)”", column: "rule")
        }
        rules[text] = rule
        return rule
    }
}
