import CSystemd
import FamplanAPI
import Glibc
import Logging
import NIOPosix
import ServiceLifecycle

/// The daemon as the process sees it: told how, it runs until it is told to stop.
public enum Daemon {
    /// What `--version` prints.
    public static let version = Version.current

    /// Serves until SIGTERM or SIGINT, answering what is in flight. Gives the process's exit status: 0, or 78
    /// (EX_CONFIG, sysexits(3)) where it can't start as told, 74 (EX_IOERR) where something else is in the way. A database that
    /// can't be used is no reason to end: see ``Maintenance``.
    ///
    /// Call it from the main actor: a task that has been on Swift's own pool keeps that awake.
    public nonisolated(nonsending) static func run(
        _ arguments: Arguments,
        environment: [String: String]
    ) async -> Int32 {
        // What it makes is for its owner; the socket is opened to its group once it stands.
        umask(0o077)
        return await withTaskExecutorPreference(PoolExecutor(.singleton)) {
            await serve(arguments, environment: environment)
        }
    }

    private static func serve(_ arguments: Arguments, environment: [String: String]) async -> Int32 {
        do {
            let hangUps = try HangUps.ofProcess()
            let supervision = try Supervision.ofProcess(environment: environment)
            let read: @Sendable () throws(ConfigurationFault) -> DaemonConfiguration = {
                () throws(ConfigurationFault) in
                var configuration = try DaemonConfiguration(arguments, environment: environment)
                if let socket = supervision.socket { configuration.socketPath = socket.path }
                return configuration
            }
            let services = try await build(
                try read(),
                supervision,
                environment: environment,
                hangUps: hangUps,
                read: read
            )
            try await services.run()
            return 0
        } catch let fault as ConfigurationFault {
            for line in fault.lines { complain(line, environment) }
            return 78
        } catch {
            let body = ErrorBody(of: error).error
            // The journal is read by others than the family, and what is stored is named by its ids.
            let kind = "\(type(of: error)) (\(body.kind.rawValue))"
            complain("cannot start: \(body.kind == .internal ? "\(error)" : body.message)", journal: kind, environment)
            return 74
        }
    }

    /// - Parameter journal: what is said instead in a log that more people can read.
    private static func complain(_ message: String, journal: String? = nil, _ environment: [String: String]) {
        if JournalStream.isOpen(as: STDERR_FILENO, environment: environment) {
            let reason = journal.map { "cannot start: \($0); run by hand, famplan-daemon says more" } ?? message
            Logger.ofDaemon(LogLevel(.info), environment: environment).log(.cannotStart, .critical, "\(reason)")
        } else {
            let line = "famplan-daemon: \(message)\n"
            _ = write(STDERR_FILENO, line, line.utf8.count)
        }
    }
}
