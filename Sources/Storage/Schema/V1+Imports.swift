extension V1 {
    /// What came from elsewhere, as it was received.
    static let imports = """
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
        """
}
