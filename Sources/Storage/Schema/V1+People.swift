extension V1 {
    static let people = """
        CREATE TABLE person (
            position INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^a-z0-9.-]*'),
            name TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role IN ('parent', 'child', 'carer')),
            unix_user TEXT UNIQUE CHECK (length(unix_user) > 0),
            work_per_day INTEGER CHECK (work_per_day >= 0),
            work_per_week INTEGER CHECK (work_per_week >= 0),
            work_rest INTEGER CHECK (work_rest >= 0),
            born TEXT CHECK (date(born, '+0 days') IS born),
            escort INTEGER NOT NULL CHECK (escort IN (0, 1)),
            alone_up_to INTEGER NOT NULL CHECK (alone_up_to >= 0)
        ) STRICT;

        CREATE TABLE care_window (
            person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 127),
            begins TEXT NOT NULL CHECK ((time(begins, '+0 days') IN (begins, begins || ':00')) IS TRUE),
            ends TEXT NOT NULL CHECK (
                ends = '24:00' OR (time(ends, '+0 days') IN (ends, ends || ':00')) IS TRUE
            ),
            level TEXT NOT NULL CHECK (level IN ('nearby', 'present', 'hands-on')),
            PRIMARY KEY (person, ordinal)
        ) STRICT, WITHOUT ROWID;
        """
}
