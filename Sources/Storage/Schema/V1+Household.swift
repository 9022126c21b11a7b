extension V1 {
    /// What holds for all, places and things. Home is there from the beginning and cannot be changed or removed.
    static let household = """
        CREATE TABLE settings (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            name TEXT NOT NULL,
            time_zone TEXT NOT NULL CHECK (length(time_zone) > 0),
            week_start INTEGER NOT NULL CHECK (week_start BETWEEN 1 AND 7),
            currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
            coverage TEXT NOT NULL CHECK (coverage IN ('available', 'assigned')),
            minimum_gap INTEGER NOT NULL CHECK (minimum_gap >= 0)
        ) STRICT;

        -- days: 1 for Monday, 2 for Tuesday, 4 for Wednesday … 64 for Sunday, added up.
        CREATE TABLE protected_time (
            settings INTEGER NOT NULL REFERENCES settings (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 127),
            begins TEXT NOT NULL CHECK ((time(begins, '+0 days') IN (begins, begins || ':00')) IS TRUE),
            ends TEXT NOT NULL CHECK (
                ends = '24:00' OR (time(ends, '+0 days') IN (ends, ends || ':00')) IS TRUE
            ),
            label TEXT,
            PRIMARY KEY (settings, ordinal)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE place (
            position INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^a-z0-9.-]*'),
            name TEXT NOT NULL,
            minutes_from_home INTEGER NOT NULL CHECK (minutes_from_home >= 0),
            CHECK ((id = 'home') = (position = 0)),
            CHECK (id <> 'home' OR (name = 'Home' AND minutes_from_home = 0))
        ) STRICT;

        INSERT INTO place (position, id, name, minutes_from_home) VALUES (0, 'home', 'Home', 0);

        CREATE TRIGGER home_stays BEFORE DELETE ON place WHEN old.id = 'home'
        BEGIN
            SELECT RAISE(ABORT, 'home always exists');
        END;

        CREATE TABLE travel (
            position INTEGER PRIMARY KEY,
            first_place TEXT NOT NULL REFERENCES place (id),
            second_place TEXT NOT NULL REFERENCES place (id),
            minutes INTEGER NOT NULL CHECK (minutes >= 0),
            UNIQUE (first_place, second_place),
            CHECK (first_place < second_place)
        ) STRICT;

        CREATE TABLE resource (
            position INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^a-z0-9.-]*'),
            name TEXT NOT NULL
        ) STRICT;
        """
}
