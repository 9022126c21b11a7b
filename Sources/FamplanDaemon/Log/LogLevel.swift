import Logging
import Synchronization

/// How much is said in the log, for every logger at once; can change while the daemon runs.
final class LogLevel: Sendable {
    private let level: Mutex<Logger.Level>

    init(_ level: Logger.Level) {
        self.level = Mutex(level)
    }

    var now: Logger.Level {
        get { level.withLock { $0 } }
        set { level.withLock { $0 = newValue } }
    }
}

/// A handler whose level is everybody's, unless its logger was given one of its own.
struct LeveledLogHandler: LogHandler {
    private var inner: any LogHandler
    private let level: LogLevel
    private var own: Logger.Level?

    init(_ inner: any LogHandler, level: LogLevel) {
        self.inner = inner
        self.level = level
    }

    var logLevel: Logger.Level {
        get { own ?? level.now }
        set { own = newValue }
    }

    var metadata: Logger.Metadata {
        get { inner.metadata }
        set { inner.metadata = newValue }
    }

    var metadataProvider: Logger.MetadataProvider? {
        get { inner.metadataProvider }
        set { inner.metadataProvider = newValue }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { inner[metadataKey: key] }
        set { inner[metadataKey: key] = newValue }
    }

    func log(event: LogEvent) { inner.log(event: event) }
}
