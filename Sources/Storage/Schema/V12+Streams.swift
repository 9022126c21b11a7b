/// What came twelfth: rates over time, several currencies, budgets, targets, streams that are no more.
enum V12 {
    static let streams = [columns, rates, revenue, exchange, move, streamHistory, settingsHistory]

    private static let columns = """
        ALTER TABLE stream ADD COLUMN billable INTEGER NOT NULL DEFAULT 1 CHECK (billable IN (0, 1));
        ALTER TABLE stream ADD COLUMN currency TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]');
        ALTER TABLE stream ADD COLUMN budget_hours INTEGER CHECK (budget_hours >= 0);
        ALTER TABLE stream ADD COLUMN budget_amount TEXT
            CHECK (budget_amount GLOB '[0-9]*' AND budget_amount NOT GLOB '*[^0-9.]*');
        ALTER TABLE stream ADD COLUMN target TEXT CHECK (target GLOB '[0-9]*' AND target NOT GLOB '*[^0-9.]*');
        ALTER TABLE stream ADD COLUMN archived TEXT
            CHECK (archived IS NULL OR (date(archived, '+0 days') = archived) IS TRUE);
        """

    private static let rates = """
        CREATE TABLE stream_rate (
            stream TEXT NOT NULL REFERENCES stream (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            from_day TEXT CHECK (from_day IS NULL OR (date(from_day, '+0 days') = from_day) IS TRUE),
            amount TEXT NOT NULL CHECK (amount GLOB '[0-9]*' AND amount NOT GLOB '*[^0-9.]*'),
            currency TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
            per TEXT NOT NULL CHECK (per IN ('hour', 'day', 'month', 'project')),
            PRIMARY KEY (stream, ordinal)
        ) STRICT, WITHOUT ROWID;
        """

    private static let revenue = """
        CREATE TABLE stream_revenue (
            stream TEXT NOT NULL REFERENCES stream (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            from_day TEXT CHECK (from_day IS NULL OR (date(from_day, '+0 days') = from_day) IS TRUE),
            amount TEXT NOT NULL CHECK (amount GLOB '[0-9]*' AND amount NOT GLOB '*[^0-9.]*'),
            currency TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
            PRIMARY KEY (stream, ordinal)
        ) STRICT, WITHOUT ROWID;
        """

    private static let exchange = """
        CREATE TABLE settings_exchange (
            settings INTEGER NOT NULL REFERENCES settings (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
            rate TEXT NOT NULL CHECK (rate GLOB '[0-9]*' AND rate NOT GLOB '*[^0-9.]*'),
            PRIMARY KEY (settings, ordinal),
            UNIQUE (settings, currency)
        ) STRICT, WITHOUT ROWID;
        """

    /// The one rate that a stream had is its first. No stream pays a billion: such an amount is let go, as are decimals
    /// beyond the sixth.
    private static let move = """
        INSERT INTO stream_rate (stream, ordinal, from_day, amount, currency, per)
        SELECT id, 0, NULL,
            CASE WHEN instr(rate_amount, '.') THEN substr(rate_amount, 1, instr(rate_amount, '.') + 6) ELSE rate_amount END,
            NULL, rate_per
        FROM stream WHERE rate_amount IS NOT NULL AND CAST(rate_amount AS REAL) < 1e9;

        UPDATE stream SET rate_amount = NULL, rate_per = NULL, billable = (kind <> 'admin');
        """

    /// A text that is damaged stays as it is.
    private static let streamHistory = [
        ("change_item", "before"), ("change_item", "after"), ("applied_item", "content"),
    ]
    .map { table, column in
        """
        UPDATE \(table) SET \(column) = json_remove(json_set(\(column),
            '$.rates', json(CASE
                WHEN CAST(\(column) ->> '$.rate.amount' AS REAL) < 1e9 THEN json_array(json_object(
                    'amount', CASE WHEN instr(\(column) ->> '$.rate.amount', '.')
                        THEN substr(\(column) ->> '$.rate.amount', 1, instr(\(column) ->> '$.rate.amount', '.') + 6)
                        ELSE \(column) ->> '$.rate.amount' END,
                    'per', \(column) ->> '$.rate.per'))
                ELSE '[]' END),
            '$.revenue', json('[]'), '$.budget', json('{}'),
            '$.billable', json(iif(\(column) ->> '$.kind' = 'admin', 'false', 'true'))), '$.rate')
        WHERE noun = 'stream' AND json_valid(\(column));
        """
    }
    .joined(separator: "\n")

    private static let settingsHistory = """
        UPDATE change_item SET before = json_set(before, '$.exchange', json('[]'))
        WHERE noun = 'household' AND json_valid(before);
        UPDATE change_item SET after = json_set(after, '$.exchange', json('[]'))
        WHERE noun = 'household' AND json_valid(after);
        UPDATE applied_item SET content = json_set(content, '$.exchange', json('[]'))
        WHERE noun = 'household' AND json_valid(content);
        """
}
