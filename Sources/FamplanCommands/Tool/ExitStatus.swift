internal import FamplanAPI
internal import FamplanClient

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

    init(_ error: ClientError) {
        self =
            switch error {
            case .unreachable: .unreachable
            case .notAllowed: .notAllowed
            case .refused(_, let body, _): ExitStatus(body.error.kind)
            // The change may have been made: not a case for trying again blindly.
            case .interrupted, .timedOut, .tooLarge, .unreadable: .failed
            }
    }
}
