extension V1 {
    /// Who changed what, and when, for good: a change names things that may be gone by now. Ids are never used again.
    static let history = """
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
        """
}
