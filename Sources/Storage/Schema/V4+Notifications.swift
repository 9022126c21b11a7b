/// What people want to be told, what is on its way to them, and what they have been told.
enum V4 {
    static let notifications = [settings, channels, outbox, told, history]

    private static let settings = """
        ALTER TABLE person ADD COLUMN digest_at TEXT
            CHECK (digest_at IS NULL OR (time(digest_at, '+0 days') IN (digest_at, digest_at || ':00')) IS TRUE);
        ALTER TABLE person ADD COLUMN balance_on INTEGER CHECK (balance_on BETWEEN 1 AND 7);
        ALTER TABLE person ADD COLUMN quiet_from TEXT
            CHECK (quiet_from IS NULL OR (time(quiet_from, '+0 days') IN (quiet_from, quiet_from || ':00')) IS TRUE);
        ALTER TABLE person ADD COLUMN quiet_to TEXT CHECK (
            (quiet_from IS NULL) = (quiet_to IS NULL) AND (
                quiet_to IS NULL OR quiet_to = '24:00'
                OR (time(quiet_to, '+0 days') IN (quiet_to, quiet_to || ':00')) IS TRUE
            )
        );
        """

    private static let channels = """
        CREATE TABLE notify_channel (
            person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            channel TEXT NOT NULL CHECK (length(channel) BETWEEN 1 AND 64 AND channel NOT GLOB '*[^a-z0-9.-]*'),
            address TEXT CHECK (length(address) > 0),
            severity TEXT NOT NULL CHECK (severity IN ('notice', 'warning', 'critical')),
            digest INTEGER NOT NULL CHECK (digest IN (0, 1)),
            reminders INTEGER NOT NULL CHECK (reminders IN (0, 1)),
            PRIMARY KEY (person, ordinal),
            UNIQUE (person, channel, address)
        ) STRICT, WITHOUT ROWID;
        """

    /// Not references to `person` and `conflict`: what was said stays said when they are gone. An address is empty where
    /// the channel has one for all. `next_try` is when it goes out, at first and after each try.
    private static let outbox = """
        CREATE TABLE outbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            message TEXT NOT NULL CHECK (length(message) > 0 AND message NOT GLOB '*[^A-Za-z0-9.-]*'),
            channel TEXT NOT NULL CHECK (length(channel) BETWEEN 1 AND 64 AND channel NOT GLOB '*[^a-z0-9.-]*'),
            address TEXT NOT NULL,
            content TEXT NOT NULL CHECK (content GLOB '{*}'),
            next_try INTEGER NOT NULL,
            not_after INTEGER,
            attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
            first_try INTEGER CHECK ((attempts > 0) = (first_try IS NOT NULL)),
            error TEXT,
            state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sent', 'dead', 'dropped')),
            settled_at INTEGER CHECK ((state = 'pending') = (settled_at IS NULL)),
            UNIQUE (message, channel, address)
        ) STRICT;

        CREATE INDEX outbox_pending ON outbox (next_try) WHERE state = 'pending';
        """

    /// Conflicts that a person was told of and not yet that they are gone.
    private static let told = """
        CREATE TABLE told_conflict (
            person TEXT NOT NULL,
            conflict TEXT NOT NULL,
            severity TEXT NOT NULL CHECK (severity IN ('notice', 'warning', 'critical')),
            at INTEGER NOT NULL,
            PRIMARY KEY (person, conflict)
        ) STRICT, WITHOUT ROWID;
        """

    /// Whoever was there before wanted to be told nothing; a text that is damaged stays as it is.
    private static let history = """
        UPDATE change_item SET before = json_set(before, '$.notify', json('{"channels":[]}'))
        WHERE noun = 'person' AND json_valid(before);
        UPDATE change_item SET after = json_set(after, '$.notify', json('{"channels":[]}'))
        WHERE noun = 'person' AND json_valid(after);
        UPDATE applied_item SET content = json_set(content, '$.notify', json('{"channels":[]}'))
        WHERE noun = 'person' AND json_valid(content);
        """
}
