internal import Glibc

/// Where the daemon listens.
public enum SocketPath {
    /// Where the machine's own daemon listens.
    public static let ofSystem = "/run/famplan/famplan.sock"

    /// The socket to ask: the option, else `FAMPLAN_SOCKET`, else the user's own daemon's where it is there, else the
    /// machine's. What is empty counts as not given.
    ///
    /// - Parameters:
    ///   - option: What `--socket` said.
    ///   - environment: Looks up one variable.
    ///   - exists: Whether there is something at a path; ``isThere(_:)`` outside of tests.
    public static func resolved(
        option: String?,
        environment: (String) -> String?,
        exists: (String) -> Bool
    ) -> String {
        for given in [option, environment("FAMPLAN_SOCKET")] {
            if let given, !given.isEmpty { return given }
        }
        if let runtime = environment("XDG_RUNTIME_DIR"), !runtime.isEmpty {
            let own = runtime + "/famplan/famplan.sock"
            if exists(own) { return own }
        }
        return ofSystem
    }

    /// Whether there is something at `path`, of whatever type.
    public static func isThere(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }
}
