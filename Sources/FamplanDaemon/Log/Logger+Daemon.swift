import Glibc
import Logging

extension Logger {
    /// The daemon's log: fields for the journal where that takes what is written to stderr, else lines on stderr.
    static func ofDaemon(_ level: LogLevel, environment: [String: String]) -> Logger {
        let isJournal = JournalStream.isOpen(as: STDERR_FILENO, environment: environment)
        return Logger(label: "famplan") { label in
            let handler: any LogHandler =
                if isJournal { JournalLogHandler(label: label) } else { StreamLogHandler.standardError(label: label) }
            return LeveledLogHandler(handler, level: level)
        }
    }
}

/// The stream that systemd connects a service's output with (systemd.exec(5), `$JOURNAL_STREAM`).
enum JournalStream {
    /// Whether a descriptor still is that stream: it may have been redirected since.
    static func isOpen(as descriptor: CInt, environment: [String: String]) -> Bool {
        var status = stat()
        guard let stream = environment["JOURNAL_STREAM"], fstat(descriptor, &status) == 0 else { return false }
        return stream == "\(status.st_dev):\(status.st_ino)"
    }
}
