/// What was really done, and its history. Persons, streams and children are named and not referred to: what was done stays
/// done, whatever becomes of them.
enum V11 {
    static let all = [loggedTime, history]

    private static let loggedTime = """
        CREATE TABLE logged_time (
            id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id > 0),
            person TEXT NOT NULL CHECK (length(person) BETWEEN 1 AND 64 AND person NOT GLOB '*[^a-z0-9.-]*'),
            -- Work on a stream, or care for children: their ids with a space between.
            stream TEXT CHECK (length(stream) BETWEEN 1 AND 64 AND stream NOT GLOB '*[^a-z0-9.-]*'),
            children TEXT CHECK (length(children) > 0 AND children NOT GLOB '*[^a-z0-9. -]*'),
            starts INTEGER NOT NULL,
            ends INTEGER CHECK (ends > starts),
            note TEXT CHECK (length(note) BETWEEN 1 AND 1000),
            entry TEXT CHECK (length(entry) BETWEEN 1 AND 64 AND entry NOT GLOB '*[^a-z0-9.-]*'),
            original_start INTEGER,
            private INTEGER NOT NULL CHECK (private IN (0, 1)),
            CHECK ((stream IS NULL) <> (children IS NULL)),
            CHECK ((entry IS NULL) = (original_start IS NULL))
        ) STRICT;

        -- One timer runs for a person.
        CREATE UNIQUE INDEX logged_time_running ON logged_time (person) WHERE ends IS NULL;
        -- No two of a person overlap: those that could are neighbours here.
        CREATE UNIQUE INDEX logged_time_person ON logged_time (person, starts);
        CREATE INDEX logged_time_stream ON logged_time (stream, starts) WHERE stream IS NOT NULL;
        """

    private static let history = """
        CREATE TABLE change_logged_time (
            id INTEGER PRIMARY KEY,
            change INTEGER NOT NULL REFERENCES change (id),
            logged_time INTEGER NOT NULL,
            before TEXT CHECK (before GLOB '{*}'),
            after TEXT CHECK (after GLOB '{*}'),
            CHECK (coalesce(before, after) IS NOT NULL)
        ) STRICT;

        CREATE INDEX change_logged_time_change ON change_logged_time (change);
        CREATE INDEX change_logged_time_time ON change_logged_time (logged_time, change);
        """
}
