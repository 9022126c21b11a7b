import GRDB
public import ICalendar

/// A calendar object from elsewhere, as it was received, so that it can be given back unharmed.
public struct CalendarObject: Hashable, Sendable {
    public var uid: String
    /// The iCalendar text.
    public var text: String
    /// The name of the file or feed.
    public var source: String
    public var importedAt: Instant

    public init(uid: String, text: String, source: String, importedAt: Instant) {
        self.uid = uid
        self.text = text
        self.source = source
        self.importedAt = importedAt
    }
}

extension CalendarObject: Record {
    static let table = Table("calendar_object", columns: ["uid", "content", "source", "imported_at"], order: "uid")

    init(from row: inout RowReader) throws(UnreadableRow) {
        self.init(uid: try row.next(), text: try row.next(), source: try row.next(), importedAt: try row.next())
    }

    var columns: [DatabaseValue] { Storage.columns(uid, text, source, importedAt) }
}

extension Store {
    /// The object with this UID, as it was received last.
    public func calendarObject(uid: String) throws(StoreError) -> CalendarObject? {
        try read("read the imported object") { db in
            let sql = "SELECT uid, content, source, imported_at FROM calendar_object WHERE uid = ?"
            return try CalendarObject.fetch(db, sql: sql, arguments: [uid]).first
        }
    }
}
