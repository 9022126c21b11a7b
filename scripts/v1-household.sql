-- The tables of the first version, as they were released: what torture_disk.py has brought up to date.
PRAGMA application_id = 1717661040;

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

CREATE TABLE calendar_object (
    uid TEXT NOT NULL PRIMARY KEY CHECK (length(uid) > 0),
    content TEXT NOT NULL,
    source TEXT NOT NULL,
    imported_at INTEGER NOT NULL
) STRICT;

CREATE TABLE custom_zone (
    name TEXT NOT NULL PRIMARY KEY CHECK (length(name) > 0),
    content TEXT NOT NULL
) STRICT;

-- The household as the file said that was applied last.
CREATE TABLE applied_item (
    position INTEGER PRIMARY KEY,
    noun TEXT NOT NULL CHECK (
        noun IN ('household', 'place', 'travel', 'resource', 'person', 'stream', 'entry', 'goal')
    ),
    item TEXT NOT NULL,
    content TEXT NOT NULL CHECK (content GLOB '{*}'),
    UNIQUE (noun, item)
) STRICT;

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

CREATE TABLE goal (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^a-z0-9.-]*'),
    kind TEXT NOT NULL CHECK (kind IN ('care-share', 'together', 'one-on-one', 'own-time')),
    person TEXT REFERENCES person (id),
    child TEXT REFERENCES person (id),
    percent_low REAL CHECK (percent_low >= 0),
    percent_high REAL CHECK (percent_high <= 100),
    weeks INTEGER CHECK (weeks > 0),
    seconds INTEGER CHECK (seconds >= 0),
    CHECK (percent_low <= percent_high),
    CHECK ((person IS NOT NULL) = (kind <> 'together')),
    CHECK ((child IS NOT NULL) = (kind = 'one-on-one')),
    CHECK ((percent_low IS NOT NULL) = (kind = 'care-share')),
    CHECK ((percent_high IS NOT NULL) = (kind = 'care-share')),
    CHECK ((weeks IS NOT NULL) = (kind = 'care-share')),
    CHECK ((seconds IS NOT NULL) = (kind <> 'care-share'))
) STRICT;

CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL CHECK (length(actor) > 0),
    summary TEXT NOT NULL,
    undoes INTEGER REFERENCES change (id) CHECK (undoes < id)
) STRICT;

CREATE INDEX change_undoes ON change (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE change_item (
    id INTEGER PRIMARY KEY,
    change INTEGER NOT NULL REFERENCES change (id),
    noun TEXT NOT NULL CHECK (
        noun IN ('household', 'place', 'travel', 'resource', 'person', 'stream', 'entry', 'goal')
    ),
    item TEXT NOT NULL,
    before TEXT CHECK (before GLOB '{*}'),
    after TEXT CHECK (after GLOB '{*}'),
    CHECK (coalesce(before, after) IS NOT NULL)
) STRICT;

CREATE INDEX change_item_change ON change_item (change);
CREATE INDEX change_item_item ON change_item (item, noun, change);

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

CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES ('v1-household');
