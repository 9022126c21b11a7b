import CSystemd
import Glibc

/// The service manager that has started the daemon, and what it is told (sd_notify(3)).
struct ServiceManager: Sendable {
    private let tell: @Sendable (String) -> Void
    /// The seconds within which it wants a sign of life; nil: it does not wait for any.
    let watchdogSeconds: Int?

    init(watchdogSeconds: Int? = nil, tell: @escaping @Sendable (String) -> Void) {
        self.watchdogSeconds = watchdogSeconds
        self.tell = tell
    }

    /// The one of this process; nil where none listens. For the start: children shall not take its watchdog for theirs.
    static func ofProcess(environment: [String: String]) -> ServiceManager? {
        var microseconds: UInt64 = 0
        let isWatched = sd_watchdog_enabled(1, &microseconds) > 0
        guard environment["NOTIFY_SOCKET"] != nil else { return nil }
        return ServiceManager(watchdogSeconds: isWatched ? Int(microseconds / 1_000_000) : nil) { sd_notify(0, $0) }
    }

    /// The daemon answers from now on.
    func ready() { tell("READY=1") }

    /// The configuration is being read again. In one datagram, with the time, as systemd wants it since version 253.
    func reloading() {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        tell("RELOADING=1\nMONOTONIC_USEC=\(now.tv_sec * 1_000_000 + now.tv_nsec / 1_000)")
    }

    /// The configuration was read again, or was not, as the line says.
    func reloaded(_ line: String) { tell("READY=1\nSTATUS=\(line)") }

    /// The daemon ends once it has answered what it was asked.
    func stopping() { tell("STOPPING=1") }

    /// The daemon does its work.
    func alive() { tell("WATCHDOG=1") }

    /// One line about how things are, for everybody who may see the machine's services: without names.
    func status(_ line: String) { tell("STATUS=\(line)") }
}
