extension V1 {
    /// What was found wrong, and when, for good: people and entries named may be gone by now.
    static let conflicts = """
        CREATE TABLE conflict (
            id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^a-z0-9.-]*'),
            kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 64 AND kind NOT GLOB '*[^a-z-]*'),
            severity TEXT NOT NULL CHECK (severity IN ('notice', 'warning', 'critical')),
            status TEXT NOT NULL CHECK (status IN ('open', 'accepted', 'resolved')),
            starts INTEGER NOT NULL,
            ends INTEGER NOT NULL,
            -- What it is about besides people: `resource car`, `deadline q4-report northwind`, `fetching`.
            subject TEXT,
            message TEXT NOT NULL,
            found_at INTEGER NOT NULL,
            last_seen_at INTEGER NOT NULL,
            resolved_at INTEGER,
            accepted_by TEXT,
            accepted_reason TEXT,
            accepted_at INTEGER,
            accepted_until INTEGER,
            CHECK (starts <= ends),
            CHECK ((accepted_by IS NULL) = (accepted_at IS NULL)),
            CHECK ((accepted_by IS NULL) = (accepted_reason IS NULL)),
            CHECK (accepted_by IS NOT NULL OR accepted_until IS NULL),
            CHECK (status <> 'accepted' OR accepted_by IS NOT NULL),
            CHECK ((status = 'resolved') = (resolved_at IS NOT NULL))
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX conflict_status ON conflict (status, starts);

        CREATE TABLE conflict_person (
            conflict TEXT NOT NULL REFERENCES conflict (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            person TEXT NOT NULL,
            PRIMARY KEY (conflict, ordinal)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE conflict_occurrence (
            conflict TEXT NOT NULL REFERENCES conflict (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            entry TEXT NOT NULL,
            original_start INTEGER NOT NULL,
            PRIMARY KEY (conflict, ordinal)
        ) STRICT, WITHOUT ROWID;
        """
}
