/// Calendars elsewhere that the household follows, and which entries come from them.
enum V10 {
    static let all = [feeds, closes, entries]

    /// `fields` is what every entry is to be, `state` what is remembered between two looks: the address is in it, which is
    /// a secret. What it says is not the database's to know.
    private static let feeds = """
        CREATE TABLE feed (
            position INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^a-z0-9.-]*'),
            name TEXT NOT NULL CHECK (length(name) > 0),
            role TEXT NOT NULL CHECK (role IN ('busy', 'school', 'closure', 'info')),
            fields TEXT NOT NULL CHECK (fields GLOB '{*}'),
            every INTEGER CHECK (every > 0),
            allow_private INTEGER NOT NULL CHECK (allow_private IN (0, 1)),
            state TEXT NOT NULL CHECK (state GLOB '{*}'),
            good_body BLOB,
            bad_body BLOB
        ) STRICT;
        """

    /// Not references to `entry`: one that is gone and comes back is closed again.
    private static let closes = """
        CREATE TABLE feed_closes (
            feed TEXT NOT NULL REFERENCES feed (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            entry TEXT NOT NULL CHECK (length(entry) BETWEEN 1 AND 64 AND entry NOT GLOB '*[^a-z0-9.-]*'),
            PRIMARY KEY (feed, ordinal)
        ) STRICT, WITHOUT ROWID;
        """

    /// `closes`: whether it closes what its feed closes; what is cancelled does not.
    private static let entries = """
        ALTER TABLE entry ADD COLUMN feed TEXT REFERENCES feed (id);
        ALTER TABLE entry ADD COLUMN closes INTEGER NOT NULL DEFAULT 0
            CHECK (closes = 0 OR (closes = 1 AND feed IS NOT NULL));
        CREATE INDEX entry_feed ON entry (feed) WHERE feed IS NOT NULL;
        """
}
