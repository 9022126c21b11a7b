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
    /// (EX_CONFIG, sysexits(3)) where it can't start as told, 74 (EX_IOERR) where its data can't be used.
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
            let configuration = try DaemonConfiguration(arguments, environment: environment)
            let services = try await build(configuration, environment: environment)
            try await services.run()
            return 0
        } catch let fault as ConfigurationFault {
            for line in fault.lines { complain(line) }
            return 78
        } catch {
            complain(
                "cannot start: \(ErrorBody(of: error).error.kind == .internal ? "\(error)" : ErrorBody(of: error).error.message)"
            )
            return 74
        }
    }

    private static func complain(_ message: String) {
        let line = "famplan-daemon: \(message)\n"
        _ = write(STDERR_FILENO, line, line.utf8.count)
    }
}
