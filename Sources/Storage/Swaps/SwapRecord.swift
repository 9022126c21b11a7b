import FoundationEssentials
import GRDB
import Household
import ICalendar

extension Swap.State: WordColumnValue {}

/// A row of `swap`.
struct SwapRecord: Record {
    private static let names = [
        "id", "asker", "asked", "wanted_entry", "wanted_of", "wanted_following", "wanted_parts", "wanted_terms",
        "offered_entry", "offered_of", "offered_following", "offered_parts", "offered_terms", "reason", "asked_at",
        "until", "counters", "state", "settled_at", "settled_by", "words", "change",
    ]
    static let table = Table("swap", columns: names, order: "id")

    /// As SQL lists them.
    static let columnNames = names.joined(separator: ", ")

    let swap: Swap

    init(_ swap: Swap) { self.swap = swap }

    init(from row: inout RowReader) throws(UnreadableRow) {
        let id: Int = try row.next()
        let (asker, asked): (ID<Person>, ID<Person>) = (try row.next(), try row.next())
        guard let wanted = try Swap.Side(from: &row) else { throw row.unreadable }
        let offered = try Swap.Side(from: &row)
        var swap = Swap(
            id: id,
            asker: asker,
            asked: asked,
            wanted: wanted,
            offered: offered,
            reason: try row.next(),
            askedAt: try row.next(),
            until: try row.next(),
            counters: try row.next(),
            state: try row.next()
        )
        let at: Instant? = try row.next()
        let (by, words): (String?, String?) = (try row.next(), try row.next())
        let change: Int? = try row.next()
        swap.settlement = at.map { Swap.Settlement(at: $0, by: by, words: words, change: change) }
        self.swap = swap
    }

    /// All but the id.
    private var values: [DatabaseValue] {
        Storage.columns(swap.asker, swap.asked) + Swap.Side.columns(swap.wanted) + Swap.Side.columns(swap.offered)
            + Storage.columns(swap.reason, swap.askedAt, swap.until, swap.counters, swap.state)
            + Storage.columns(
                swap.settlement?.at,
                swap.settlement?.by,
                swap.settlement?.words,
                swap.settlement?.change
            )
    }

    var columns: [DatabaseValue] { Storage.columns(swap.id) + values }

    /// Writes a new one, and gives its number.
    func insert(_ db: Database) throws -> Int {
        let fields = Self.names.dropFirst().joined(separator: ", ")
        let marks = values.map { _ in "?" }.joined(separator: ", ")
        try db.run("INSERT INTO swap (\(fields)) VALUES (\(marks))", values)
        return Int(db.lastInsertedRowID)
    }
}

extension Swap.Side {
    /// Nil where there is none.
    fileprivate init?(from row: inout RowReader) throws(UnreadableRow) {
        let entry: ID<Entry>? = try row.next()
        let of: CivilDateTime? = try row.next()
        let following: Bool? = try row.next()
        let parts: String? = try row.next()
        let terms: String? = try row.next()
        guard let entry, let of, let following, let parts, let terms else { return nil }
        let decoded = try? JSONDecoder().decode(Swap.Terms.self, from: Data(terms.utf8))
        guard let decoded else { throw row.unreadable }
        self.init(
            entry: entry,
            of: of,
            isFollowing: following,
            parts: parts.split(separator: " ").compactMap { Swap.Part(rawValue: String($0)) },
            terms: decoded
        )
    }

    fileprivate static func columns(_ side: Swap.Side?) -> [DatabaseValue] {
        Storage.columns(
            side?.entry,
            side?.of,
            side?.isFollowing,
            side.map { $0.parts.map(\.rawValue).joined(separator: " ") },
            side.flatMap { Self.text($0.terms) }
        )
    }

    private static func text(_ terms: Swap.Terms) -> String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Nothing in it can fail: plain text and numbers.
        return (try? encoder.encode(terms)).map { String(decoding: $0, as: UTF8.self) }
    }
}
