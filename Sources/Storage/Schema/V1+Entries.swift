extension V1 {
    /// An entry is either timed (`start`, `zone`, `seconds`) or all-day (`first_day`, `days`).
    static let entries = """
        CREATE TABLE entry (
            position INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^a-z0-9.-]*'),
            kind TEXT NOT NULL CHECK (kind IN ('work', 'care', 'school', 'appointment', 'away', 'family')),
            title TEXT NOT NULL,
            note TEXT,
            stream TEXT REFERENCES stream (id),
            place TEXT REFERENCES place (id),
            attention TEXT CHECK (attention IN ('free', 'light', 'focus', 'call')),
            busy INTEGER CHECK (busy IN (0, 1)),
            tentative INTEGER NOT NULL CHECK (tentative IN (0, 1)),
            supervised INTEGER NOT NULL CHECK (supervised IN (0, 1)),
            start TEXT CHECK (
                start IS NULL OR (strftime('%Y-%m-%dT%H:%M:%S', start, '+0 days') IN (start, start || ':00')) IS TRUE
            ),
            zone TEXT CHECK (length(zone) > 0),
            seconds INTEGER CHECK (seconds >= 0),
            first_day TEXT CHECK (date(first_day, '+0 days') IS first_day),
            days INTEGER CHECK (days > 0),
            rule TEXT CHECK (rule GLOB '*FREQ=*'),
            own_resources INTEGER NOT NULL CHECK (own_resources IN (0, 1)),
            drop_off TEXT REFERENCES person (id),
            pick_up TEXT REFERENCES person (id),
            remind INTEGER CHECK (remind >= 0),
            movable TEXT NOT NULL CHECK (movable IN ('fixed', 'day', 'week')),
            url TEXT,
            uid TEXT,
            CHECK (
                CASE WHEN start IS NULL
                THEN zone IS NULL AND seconds IS NULL AND first_day IS NOT NULL AND days IS NOT NULL
                ELSE seconds IS NOT NULL AND first_day IS NULL AND days IS NULL
                END
            )
        ) STRICT;

        CREATE INDEX entry_uid ON entry (uid) WHERE uid IS NOT NULL;
        """

    static let entryLists = """
        CREATE TABLE entry_person (
            entry TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            person TEXT NOT NULL REFERENCES person (id),
            PRIMARY KEY (entry, ordinal),
            UNIQUE (person, entry)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE entry_child (
            entry TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            person TEXT NOT NULL REFERENCES person (id),
            PRIMARY KEY (entry, ordinal),
            UNIQUE (person, entry)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE entry_resource (
            entry TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            resource TEXT NOT NULL REFERENCES resource (id),
            PRIMARY KEY (entry, ordinal),
            UNIQUE (resource, entry)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE entry_also (
            entry TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            start TEXT NOT NULL CHECK (
                (strftime('%Y-%m-%dT%H:%M:%S', start, '+0 days') IN (start, start || ':00')) IS TRUE
            ),
            PRIMARY KEY (entry, ordinal)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE entry_except_days (
            entry TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            first_day TEXT NOT NULL CHECK (date(first_day, '+0 days') IS first_day),
            last_day TEXT NOT NULL CHECK (date(last_day, '+0 days') IS last_day),
            PRIMARY KEY (entry, ordinal),
            CHECK (first_day <= last_day)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE entry_except_start (
            entry TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            start TEXT NOT NULL CHECK (
                (strftime('%Y-%m-%dT%H:%M:%S', start, '+0 days') IN (start, start || ':00')) IS TRUE
            ),
            PRIMARY KEY (entry, ordinal)
        ) STRICT, WITHOUT ROWID;
        """
}
