extension V1 {
    /// Which columns a goal has depends on its kind.
    static let goals = """
        CREATE TABLE goal (
            position INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^a-z0-9.-]*'),
            kind TEXT NOT NULL CHECK (kind IN ('care-share', 'together', 'one-on-one', 'own-time')),
            person TEXT REFERENCES person (id),
            child TEXT REFERENCES person (id),
            percent_low REAL CHECK (percent_low >= 0),
            percent_high REAL CHECK (percent_high <= 100),
            weeks INTEGER CHECK (weeks > 0),
            seconds INTEGER CHECK (seconds >= 0),
            CHECK (percent_low <= percent_high),
            CHECK ((person IS NOT NULL) = (kind <> 'together')),
            CHECK ((child IS NOT NULL) = (kind = 'one-on-one')),
            CHECK ((percent_low IS NOT NULL) = (kind = 'care-share')),
            CHECK ((percent_high IS NOT NULL) = (kind = 'care-share')),
            CHECK ((weeks IS NOT NULL) = (kind = 'care-share')),
            CHECK ((seconds IS NOT NULL) = (kind <> 'care-share'))
        ) STRICT;
        """
}
