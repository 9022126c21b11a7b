import GRDB
public import Household

extension Store {
    /// Up to which change of the history each person was told what there was to tell.
    public func toldChanges() throws(StoreError) -> [ID<Person>: Int] {
        try read("read what was told") { db in
            let rows = try Row.fetchCursor(db.cachedStatement(sql: "SELECT person, change FROM told_change"))
            var told: [ID<Person>: Int] = [:]
            while let row = try rows.next() {
                var reader = RowReader(row, of: "told_change")
                let person: ID<Person> = try reader.next()
                told[person] = try reader.next()
            }
            return told
        }
    }
}

extension Telling {
    /// Writes up to where people were told, and forgets those who are not told any more.
    func keepToldChanges(_ db: Database) throws {
        for (person, change) in toldChanges.sorted(by: { $0.key < $1.key }) {
            try db.run(
                "INSERT OR REPLACE INTO told_change (person, change) VALUES (?, ?)",
                columns(person, change)
            )
        }
        for person in unlistening.sorted() {
            try db.run("DELETE FROM told_change WHERE person = ?", columns(person))
        }
    }
}
