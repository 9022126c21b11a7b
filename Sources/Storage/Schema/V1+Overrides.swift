extension V1 {
    /// NULL, and no list of its own: as the entry has it.
    static let overrides = """
        CREATE TABLE entry_override (
            entry TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
            original_start TEXT NOT NULL CHECK (
                (strftime('%Y-%m-%dT%H:%M:%S', original_start, '+0 days')
                    IN (original_start, original_start || ':00')) IS TRUE
            ),
            cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
            start TEXT CHECK (
                start IS NULL OR (strftime('%Y-%m-%dT%H:%M:%S', start, '+0 days') IN (start, start || ':00')) IS TRUE
            ),
            length INTEGER CHECK (length >= 0),
            title TEXT,
            note TEXT,
            place TEXT REFERENCES place (id),
            attention TEXT CHECK (attention IN ('free', 'light', 'focus', 'call')),
            busy INTEGER CHECK (busy IN (0, 1)),
            tentative INTEGER CHECK (tentative IN (0, 1)),
            own_people INTEGER NOT NULL CHECK (own_people IN (0, 1)),
            own_children INTEGER NOT NULL CHECK (own_children IN (0, 1)),
            own_resources INTEGER NOT NULL CHECK (own_resources IN (0, 1)),
            drop_off TEXT REFERENCES person (id),
            pick_up TEXT REFERENCES person (id),
            PRIMARY KEY (entry, original_start),
            CHECK (
                NOT cancelled OR (
                    coalesce(start, length, title, note, place, attention, busy, tentative, drop_off, pick_up) IS NULL
                    AND own_people + own_children + own_resources = 0
                )
            )
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE entry_override_person (
            entry TEXT NOT NULL,
            original_start TEXT NOT NULL,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            person TEXT NOT NULL REFERENCES person (id),
            PRIMARY KEY (entry, original_start, ordinal),
            UNIQUE (person, entry, original_start),
            FOREIGN KEY (entry, original_start) REFERENCES entry_override (entry, original_start) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE entry_override_child (
            entry TEXT NOT NULL,
            original_start TEXT NOT NULL,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            person TEXT NOT NULL REFERENCES person (id),
            PRIMARY KEY (entry, original_start, ordinal),
            UNIQUE (person, entry, original_start),
            FOREIGN KEY (entry, original_start) REFERENCES entry_override (entry, original_start) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE entry_override_resource (
            entry TEXT NOT NULL,
            original_start TEXT NOT NULL,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            resource TEXT NOT NULL REFERENCES resource (id),
            PRIMARY KEY (entry, original_start, ordinal),
            UNIQUE (resource, entry, original_start),
            FOREIGN KEY (entry, original_start) REFERENCES entry_override (entry, original_start) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        """
}
