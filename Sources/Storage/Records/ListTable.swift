import GRDB

/// An ordered list that a row of another table owns: one row for each element.
struct ListTable<Owner: RowPart & Hashable, Element: RowPart>: Sendable {
    private let name: String
    private let select: String
    private let order: String
    private let insert: String
    private let delete: String

    init(_ name: String, owner: [String], columns: [String]) {
        let all = owner + ["ordinal"] + columns
        let marks = all.map { _ in "?" }.joined(separator: ", ")
        self.name = name
        select = "SELECT \((owner + columns).joined(separator: ", ")) FROM \(name)"
        order = " ORDER BY " + (owner + ["ordinal"]).joined(separator: ", ")
        insert = "INSERT INTO \(name) (\(all.joined(separator: ", "))) VALUES (\(marks))"
        delete = "DELETE FROM \(name) WHERE " + owner.map { "\($0) = ?" }.joined(separator: " AND ")
    }

    /// The lists by their owners; who owns none is not there.
    ///
    /// - Parameter condition: which rows: SQL that stands after `WHERE`.
    func all(
        _ db: Database,
        where condition: String? = nil,
        arguments: StatementArguments = []
    ) throws -> [Owner: [Element]] {
        let sql = select + (condition.map { " WHERE \($0)" } ?? "") + order
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
        var lists: [Owner: [Element]] = [:]
        // The rows of one owner come one after the other.
        var run: (owner: Owner, elements: [Element])?
        while let row = try rows.next() {
            var reader = RowReader(row, of: name)
            let owner = try Owner(from: &reader)
            let element = try Element(from: &reader)
            if run?.owner == owner {
                run?.elements.append(element)
            } else {
                if let run { lists[run.owner] = run.elements }
                run = (owner, [element])
            }
        }
        if let run { lists[run.owner] = run.elements }
        return lists
    }

    /// Writes a list in the place of what the owner has.
    func replace(_ db: Database, of owner: Owner, with elements: [Element]) throws {
        try db.run(delete, owner.columns)
        for (ordinal, element) in elements.enumerated() {
            try db.run(insert, owner.columns + [ordinal.databaseValue] + element.columns)
        }
    }
}
