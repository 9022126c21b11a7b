/// How the calls went by which somebody outside sees that we are alive.
enum V8 {
    static let heartbeat = """
        CREATE TABLE heartbeat (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            -- Of the credential that holds the address, which is a secret and does not stand here.
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
            last_try INTEGER CHECK (failures = 0 OR last_try IS NOT NULL),
            last_success INTEGER,
            failures INTEGER NOT NULL CHECK (failures >= 0),
            last_error TEXT,
            failed_at INTEGER CHECK ((failed_at IS NULL) = (last_error IS NULL))
        ) STRICT;
        """
}
