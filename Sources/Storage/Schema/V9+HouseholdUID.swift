/// A name for this database that no other has, drawn by lot: what is written out for other programs carries it.
enum V9 {
    static let householdUID = """
        CREATE TABLE household_uid (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            uid TEXT NOT NULL CHECK (length(uid) = 16 AND uid NOT GLOB '*[^0-9a-f]*')
        ) STRICT;

        INSERT INTO household_uid (id, uid) VALUES (1, lower(hex(randomblob(8))));
        """
}
