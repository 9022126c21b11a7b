internal import FamplanAPI

/// What the process ends with. Scripts rely on these numbers.
public enum ExitStatus: Int32, Sendable, CaseIterable {
    case done = 0
    case failed = 1
    /// What was asked can't be read.
    case usage = 2
    /// Conflicts were found, or would be made by a change that must not.
    case conflicts = 3
    /// No such id, or more than one.
    case notFound = 4
    case notAllowed = 5
    /// Nobody answers at the socket (EX_UNAVAILABLE of sysexits.h); nothing was done.
    case unreachable = 69
    /// Try again (EX_TEMPFAIL); nothing was done.
    case busy = 75
}

extension ExitStatus {
    init(_ kind: ErrorKind) {
        self =
            switch kind {
            case .invalid: .usage
            case .notFound: .notFound
            case .conflicts: .conflicts
            case .notAllowed: .notAllowed
            case .busy: .busy
            case .invalidFile, .clash, .tooLarge, .noRoute, .storage, .internal: .failed
            }
    }
}
