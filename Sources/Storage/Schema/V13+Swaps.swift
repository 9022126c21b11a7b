/// What one parent asked the other to take over, and what became of it.
enum V13 {
    static let all = [swap, told]

    /// Not references to `person` and `entry`: what was agreed stays agreed when they are gone. `terms` are how it was when
    /// it was asked for. Of one occurrence one ask is open at a time.
    private static let swap = """
        CREATE TABLE swap (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            asker TEXT NOT NULL CHECK (length(asker) > 0),
            asked TEXT NOT NULL CHECK (length(asked) > 0 AND asked <> asker),
            wanted_entry TEXT NOT NULL,
            wanted_of TEXT NOT NULL,
            wanted_following INTEGER NOT NULL CHECK (wanted_following IN (0, 1)),
            wanted_parts TEXT NOT NULL CHECK (length(wanted_parts) > 0),
            wanted_terms TEXT NOT NULL CHECK (wanted_terms GLOB '{*}'),
            offered_entry TEXT,
            offered_of TEXT CHECK ((offered_of IS NULL) = (offered_entry IS NULL)),
            offered_following INTEGER CHECK (offered_following IN (0, 1)),
            offered_parts TEXT CHECK (length(offered_parts) > 0),
            offered_terms TEXT CHECK (offered_terms GLOB '{*}'),
            reason TEXT NOT NULL,
            asked_at INTEGER NOT NULL,
            until INTEGER NOT NULL CHECK (until > asked_at),
            counters INTEGER REFERENCES swap (id) CHECK (counters < id),
            state TEXT NOT NULL DEFAULT 'open' CHECK (
                state IN ('open', 'accepted', 'declined', 'countered', 'withdrawn', 'expired', 'stale')
            ),
            settled_at INTEGER,
            settled_by TEXT CHECK (length(settled_by) > 0),
            words TEXT,
            change INTEGER REFERENCES change (id),
            CHECK ((offered_following IS NULL) = (offered_entry IS NULL)),
            CHECK ((offered_parts IS NULL) = (offered_entry IS NULL)),
            CHECK ((offered_terms IS NULL) = (offered_entry IS NULL)),
            CHECK ((state = 'open') = (settled_at IS NULL)),
            CHECK ((state IN ('open', 'expired')) = (settled_by IS NULL)),
            CHECK ((state = 'accepted') = (change IS NOT NULL)),
            CHECK (state <> 'open' OR words IS NULL)
        ) STRICT;

        CREATE UNIQUE INDEX swap_open ON swap (wanted_entry, wanted_of, wanted_parts) WHERE state = 'open';
        CREATE UNIQUE INDEX swap_change ON swap (change) WHERE change IS NOT NULL;
        CREATE UNIQUE INDEX swap_counters ON swap (counters) WHERE counters IS NOT NULL;
        """

    /// What there is to tell of a swap, and was told to whoever wants to be told: the ask, that it runs out, its end.
    private static let told = """
        CREATE TABLE told_swap (
            swap INTEGER NOT NULL REFERENCES swap (id) ON DELETE CASCADE,
            news TEXT NOT NULL CHECK (news IN ('ask', 'reminder', 'end')),
            PRIMARY KEY (swap, news)
        ) STRICT, WITHOUT ROWID;
        """
}
