import GRDB

extension Store {
    /// Makes sure that the tables, and what is done by itself when they change, are those that famplan makes: whatever else a
    /// file brought, such as a trigger, would go on working in the daemon. What Litestream adds may stay.
    ///
    /// - Throws: where anything is there besides, is missing, or is another.
    public func checkSchema() throws(StoreError) {
        let fresh = try Store.inMemory()
        guard try schema() == fresh.schema() else {
            throw StoreError(.other, "cannot use the database: it has tables or triggers that famplan did not make")
        }
    }

    /// What makes each table, index, view and trigger.
    private func schema() throws(StoreError) -> Set<String> {
        try read("look at the tables") { db in
            try String.fetchSet(
                db,
                sql: """
                    SELECT type || ' ' || name || ' ' || tbl_name || ' ' || ifnull(sql, '') FROM sqlite_schema
                    WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
                        AND NOT (type IN ('table', 'index') AND tbl_name IN ('_litestream_seq', '_litestream_lock'))
                    """
            )
        }
    }
}
