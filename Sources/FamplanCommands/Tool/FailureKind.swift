internal import FamplanAPI

/// What a failure is, for programs: docs/errors.md has a line for each.
enum FailureKind: Hashable, Sendable {
    /// What the daemon says no with; also what is such a no before it is asked.
    case daemon(ErrorKind)
    case own(Own)

    /// What goes wrong before the daemon can answer, or without it.
    enum Own: String, CaseIterable, Sendable {
        /// The arguments can't be read.
        case usage
        /// Nobody answers at the socket.
        case unreachable
        /// The daemon was reached, and no whole answer came back.
        case connection
        /// A file can't be read or written, or is not what it should be.
        case file
        /// Whoever was asked gave no more answers.
        case stopped
    }

    /// As it stands in an error document.
    var word: String {
        switch self {
        case .daemon(let kind): kind.rawValue
        case .own(let kind): kind.rawValue
        }
    }

    var status: ExitStatus {
        switch self {
        case .daemon(let kind): ExitStatus(kind)
        case .own(.usage): .usage
        case .own(.unreachable): .unreachable
        case .own(.connection), .own(.file), .own(.stopped): .failed
        }
    }
}
