import GRDB
public import Household

extension Store {
    /// Opens the database at `path`, or makes a new one.
    ///
    /// Only its owner can read the file. One that a newer famplan wrote, and one of another program, is refused and left
    /// as it is.
    ///
    /// - Parameters:
    ///   - settings: the settings of a household that is made now.
    ///   - folder: where a copy goes of an older one, before it is brought up to date.
    ///   - busyTimeout: how long to wait for another process that is writing, in seconds.
    public static func open(
        at path: String,
        settings: Settings = Settings(),
        keepingIn folder: String? = nil,
        busyTimeout: Double = 5
    ) throws(StoreError) -> Store {
        do {
            let file = DatabaseFile(path: path)
            try file.create()
            let pool = try DatabasePool(path: path, configuration: configuration(busyTimeout: busyTimeout))
            try file.protect()
            return try Store(pool, settings: settings, keepingIn: folder)
        } catch {
            throw StoreError(cannot: "open the database \(path)", error)
        }
    }

    /// A database that ends with the store: for tests and trials.
    public static func inMemory(settings: Settings = Settings()) throws(StoreError) -> Store {
        do {
            let queue = try DatabaseQueue(configuration: configuration(busyTimeout: 0))
            return try Store(queue, settings: settings)
        } catch {
            throw StoreError(cannot: "make a database in memory", error)
        }
    }

    private static func configuration(busyTimeout: Double) -> Configuration {
        var configuration = Configuration()
        configuration.label = "famplan"
        configuration.busyMode = .timeout(busyTimeout)
        configuration.maximumReaderCount = Readers.most
        configuration.prepareDatabase { db in
            // The schema is data too: one that was tampered with calls nothing with side effects.
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
            // Before WAL is turned on, and so before the first write.
            if !db.configuration.readonly { try Origin.check(db) }
        }
        return configuration
    }
}
