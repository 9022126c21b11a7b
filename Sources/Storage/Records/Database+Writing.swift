import GRDB

extension Database {
    /// Runs a statement that writes; it is prepared once for each connection.
    func run(_ sql: String, _ values: [DatabaseValue] = []) throws {
        for value in values {
            // SQLite's texts end at a NUL: what follows it would be lost without a word.
            guard case .string(let text) = value.storage, text.utf8.contains(0) else { continue }
            throw StoreError(.constraint, "cannot save a text with a NUL character; remove it")
        }
        try cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
    }
}
