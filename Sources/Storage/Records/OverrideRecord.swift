import GRDB
import Household
import ICalendar

/// A row of `entry_override`, and the lists that it owns.
struct OverrideRecord: Record {
    static let table = Table(
        "entry_override",
        key: 2,
        columns: [
            "entry", "original_start", "cancelled", "start", "length", "title", "note", "place", "attention", "busy",
            "tentative", "own_people", "own_children", "own_resources", "drop_off", "pick_up",
            "no_note", "no_place", "no_drop_off", "no_pick_up",
        ],
        order: "entry, original_start"
    )
    private static let people = list("entry_override_person", ID<Person>.self, "person")
    private static let children = list("entry_override_child", ID<Person>.self, "person")
    private static let resources = list("entry_override_resource", ID<Resource>.self, "resource")

    /// In the order of their columns.
    private static let clearable: [Override.Clearable] = [.note, .place, .dropOff, .pickUp]

    private let key: Key
    private let isCancelled: Bool
    /// A list that is there is empty until it is read from its own table.
    private let fields: Override.Fields

    struct Key: RowPart, Hashable {
        let entry: ID<Entry>
        let originalStart: CivilDateTime
    }

    init(_ override: Override, of entry: ID<Entry>) {
        key = Key(entry: entry, originalStart: override.of)
        switch override.change {
        case .cancelled: (isCancelled, fields) = (true, Override.Fields())
        case .changed(let fields): (isCancelled, self.fields) = (false, fields)
        }
    }

    init(from row: inout RowReader) throws(UnreadableRow) {
        key = try Key(from: &row)
        isCancelled = try row.next()
        var fields = Override.Fields()
        fields.start = try row.next()
        fields.length = try row.next()
        fields.title = try row.next()
        fields.note = try row.next()
        fields.place = try row.next()
        fields.attention = try row.next()
        fields.busy = try row.next()
        fields.tentative = try row.next()
        fields.people = try row.next() ? [] : nil
        fields.children = try row.next() ? [] : nil
        fields.resources = try row.next() ? [] : nil
        fields.dropOff = try row.next()
        fields.pickUp = try row.next()
        for field in Self.clearable where try row.next() { fields.clear(field) }
        self.fields = fields
    }

    var columns: [DatabaseValue] {
        key.columns
            + Storage.columns(
                isCancelled,
                fields.start,
                fields.length,
                fields.title,
                fields.note,
                fields.place,
                fields.attention,
                fields.busy,
                fields.tentative,
                fields.people != nil,
                fields.children != nil,
                fields.resources != nil,
                fields.dropOff,
                fields.pickUp
            )
            + Self.clearable.map { fields.hasCleared($0).databaseValue }
    }

    /// All overrides by their entries, in order of what they replace.
    static func load(_ db: Database) throws -> [ID<Entry>: [Override]] {
        let people = try people.all(db)
        let children = try children.all(db)
        let resources = try resources.all(db)
        return try all(db).reduce(into: [:]) { result, record in
            var fields = record.fields
            if fields.people != nil { fields.people = people[record.key] ?? [] }
            if fields.children != nil { fields.children = children[record.key] ?? [] }
            if fields.resources != nil { fields.resources = resources[record.key] ?? [] }
            let change: Override.Change = record.isCancelled ? .cancelled : .changed(fields)
            result[record.key.entry, default: []].append(Override(of: record.key.originalStart, change: change))
        }
    }

    /// Writes the overrides of an entry in the place of those it has.
    static func save(_ entry: Entry, _ db: Database) throws {
        try db.run("DELETE FROM entry_override WHERE entry = ?", Storage.columns(entry.id))
        for override in entry.overrides {
            try OverrideRecord(override, of: entry.id).insert(db)
        }
    }

    private func insert(_ db: Database) throws {
        try upsert(db)
        try Self.people.replace(db, of: key, with: fields.people ?? [])
        try Self.children.replace(db, of: key, with: fields.children ?? [])
        try Self.resources.replace(db, of: key, with: fields.resources ?? [])
    }

    private static func list<Element: RowPart>(
        _ name: String,
        _: Element.Type,
        _ column: String
    ) -> ListTable<Key, Element> {
        ListTable(name, owner: ["entry", "original_start"], columns: [column])
    }
}

extension OverrideRecord.Key {
    init(from row: inout RowReader) throws(UnreadableRow) {
        self.init(entry: try row.next(), originalStart: try row.next())
    }

    var columns: [DatabaseValue] { Storage.columns(entry, originalStart) }
}
