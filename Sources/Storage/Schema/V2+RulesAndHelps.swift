/// What is said of kinds of conflicts, and when a carer usually helps.
enum V2 {
    static let all = [rules, helps, history]

    private static let rules = """
        CREATE TABLE settings_rule (
            settings INTEGER NOT NULL REFERENCES settings (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 64 AND kind NOT GLOB '*[^a-z-]*'),
            setting TEXT NOT NULL CHECK (setting IN ('off', 'notice', 'warning', 'critical')),
            PRIMARY KEY (settings, ordinal),
            UNIQUE (settings, kind)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE person_rule (
            person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 64 AND kind NOT GLOB '*[^a-z-]*'),
            setting TEXT NOT NULL CHECK (setting IN ('off', 'notice', 'warning', 'critical')),
            PRIMARY KEY (person, ordinal),
            UNIQUE (person, kind)
        ) STRICT, WITHOUT ROWID;
        """

    private static let helps = """
        CREATE TABLE help_window (
            person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 127),
            begins TEXT NOT NULL CHECK ((time(begins, '+0 days') IN (begins, begins || ':00')) IS TRUE),
            ends TEXT NOT NULL CHECK (
                ends = '24:00' OR (time(ends, '+0 days') IN (ends, ends || ':00')) IS TRUE
            ),
            PRIMARY KEY (person, ordinal)
        ) STRICT, WITHOUT ROWID;
        """

    /// Whoever was there before had no rules and no times; a text that is damaged stays as it is.
    private static let history = """
        UPDATE change_item SET before = json_set(before, '$.rules', json('{}'))
        WHERE noun IN ('household', 'person') AND json_valid(before);
        UPDATE change_item SET after = json_set(after, '$.rules', json('{}'))
        WHERE noun IN ('household', 'person') AND json_valid(after);
        UPDATE applied_item SET content = json_set(content, '$.rules', json('{}'))
        WHERE noun IN ('household', 'person') AND json_valid(content);

        UPDATE change_item SET before = json_set(before, '$.helps', json('[]'))
        WHERE noun = 'person' AND json_valid(before);
        UPDATE change_item SET after = json_set(after, '$.helps', json('[]'))
        WHERE noun = 'person' AND json_valid(after);
        UPDATE applied_item SET content = json_set(content, '$.helps', json('[]'))
        WHERE noun = 'person' AND json_valid(content);
        """
}
