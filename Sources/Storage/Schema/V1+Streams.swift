extension V1 {
    static let streams = """
        CREATE TABLE stream (
            position INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^a-z0-9.-]*'),
            name TEXT NOT NULL,
            owner TEXT NOT NULL REFERENCES person (id),
            kind TEXT NOT NULL CHECK (kind IN ('client', 'employment', 'product', 'admin')),
            client TEXT,
            attention TEXT NOT NULL CHECK (attention IN ('free', 'light', 'focus', 'call')),
            rate_amount TEXT CHECK (rate_amount GLOB '[0-9]*' AND rate_amount NOT GLOB '*[^0-9.]*'),
            rate_per TEXT CHECK (rate_per IN ('hour', 'day', 'month', 'project')),
            weekly_min INTEGER CHECK (weekly_min >= 0),
            weekly_max INTEGER CHECK (weekly_max >= 0),
            CHECK ((rate_amount IS NULL) = (rate_per IS NULL))
        ) STRICT;

        CREATE TABLE stream_hours (
            stream TEXT NOT NULL REFERENCES stream (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 127),
            begins TEXT NOT NULL CHECK ((time(begins, '+0 days') IN (begins, begins || ':00')) IS TRUE),
            ends TEXT NOT NULL CHECK (
                ends = '24:00' OR (time(ends, '+0 days') IN (ends, ends || ':00')) IS TRUE
            ),
            PRIMARY KEY (stream, ordinal)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE stream_resource (
            stream TEXT NOT NULL REFERENCES stream (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            resource TEXT NOT NULL REFERENCES resource (id),
            PRIMARY KEY (stream, ordinal),
            UNIQUE (resource, stream)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE deadline (
            stream TEXT NOT NULL REFERENCES stream (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^a-z0-9.-]*'),
            title TEXT NOT NULL,
            due TEXT NOT NULL CHECK (
                (strftime('%Y-%m-%dT%H:%M:%S', due, '+0 days') IN (due, due || ':00')) IS TRUE
            ),
            remaining INTEGER NOT NULL CHECK (remaining >= 0),
            PRIMARY KEY (stream, ordinal),
            UNIQUE (stream, id)
        ) STRICT, WITHOUT ROWID;
        """
}
