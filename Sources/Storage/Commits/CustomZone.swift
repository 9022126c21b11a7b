import GRDB

/// A time zone of an imported file that no list of zones has.
public struct CustomZone: Hashable, Sendable {
    /// The name (`TZID`) that entries use.
    public var name: String
    /// Its `VTIMEZONE`.
    public var text: String

    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}

extension CustomZone: Record {
    static let table = Table("custom_zone", columns: ["name", "content"], order: "name")

    init(from row: inout RowReader) throws(UnreadableRow) {
        self.init(name: try row.next(), text: try row.next())
    }

    var columns: [DatabaseValue] { Storage.columns(name, text) }

    /// The texts of all, by name.
    static func all(_ db: Database) throws -> [String: String] {
        let zones: [CustomZone] = try all(db)
        return Dictionary(uniqueKeysWithValues: zones.map { ($0.name, $0.text) })
    }
}
