/// What came fifth: people are told what others change in their plan, and dates in their own language.
enum V5 {
    static let changesAndLanguage = [language, changes, told]

    private static let language = """
        ALTER TABLE person ADD COLUMN language TEXT
            CHECK (length(language) BETWEEN 2 AND 35 AND language NOT GLOB '*[^A-Za-z0-9-]*');
        """

    private static let changes = "ALTER TABLE notify_channel ADD COLUMN changes INTEGER CHECK (changes IN (0, 1))"

    /// The last change of the history of which a person needs to be told nothing more. Whoever has channels already is
    /// told of what comes from now on.
    private static let told = """
        CREATE TABLE told_change (
            person TEXT NOT NULL PRIMARY KEY,
            change INTEGER NOT NULL CHECK (change >= 0)
        ) STRICT, WITHOUT ROWID;

        INSERT INTO told_change
        SELECT DISTINCT person, (SELECT coalesce(max(id), 0) FROM change) FROM notify_channel;
        """
}
