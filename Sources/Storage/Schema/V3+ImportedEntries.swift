extension V3 {
    /// What an import made of each event, the latest last: what a calendar file said before is held against what it says
    /// now. Not a reference to `entry`: that one may be gone. Without a change: there was nothing to change.
    static let importedEntries = """
        CREATE TABLE imported_entry (
            id INTEGER PRIMARY KEY,
            uid TEXT NOT NULL CHECK (length(uid) > 0),
            entry TEXT NOT NULL CHECK (length(entry) BETWEEN 1 AND 64 AND entry NOT GLOB '*[^a-z0-9.-]*'),
            content TEXT NOT NULL CHECK (content GLOB '{*}'),
            change INTEGER REFERENCES change (id)
        ) STRICT;

        CREATE INDEX imported_entry_uid ON imported_entry (uid);
        """
}
