/// What links in messages have done, so that each does it once.
enum V6 {
    /// A token is named by what it says, which is no secret; it is remembered until it would have run out anyway.
    static let actionTokens = """
        CREATE TABLE spent_token (
            claim TEXT PRIMARY KEY CHECK (length(claim) BETWEEN 1 AND 300 AND claim NOT GLOB '*[^a-z0-9._-]*'),
            at INTEGER NOT NULL,
            expires INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
