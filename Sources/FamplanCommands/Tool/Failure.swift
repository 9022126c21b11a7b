internal import FamplanAPI
internal import FamplanClient

/// Why a command did not do what it was asked, in words, for programs, and as an exit status.
struct Failure: Error {
    var kind: FailureKind
    var message: String
    var details: [String] = []
    /// Conflicts that a refused change would have made.
    var created: [ConflictItem] = []
    /// The daemon's own error document.
    var raw: [UInt8]?

    static func usage(_ message: String) -> Failure {
        Failure(kind: .own(.usage), message: message)
    }

    var status: ExitStatus { kind.status }

    init(kind: FailureKind, message: String, details: [String] = []) {
        self.kind = kind
        self.message = message
        self.details = details
    }

    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as ClientError: self.init(error)
        case let error as FileError:
            self.init(kind: .own(.file), message: "cannot \(error.action) \(error.name): \(error.reason)")
        default: self.init(kind: .daemon(.internal), message: String(describing: error))
        }
    }

    private init(_ error: ClientError) {
        let (kind, message, details) = Self.words(error)
        self.init(kind: kind, message: message, details: details)
        if case .refused(_, let body, let raw) = error {
            created = body.error.created ?? []
            self.raw = raw
        }
    }
}

extension Failure {
    private static func words(_ error: ClientError) -> (kind: FailureKind, message: String, details: [String]) {
        switch error {
        case .unreachable(let path, let reason):
            (.own(.unreachable), "cannot reach the daemon at \(path): \(reason)", howToStart(path))
        case .notAllowed(let path):
            (
                .daemon(.notAllowed), "cannot open the daemon’s socket \(path): permission denied",
                howToOpen(path)
            )
        case .interrupted:
            (.own(.connection), "the daemon closed the connection before it answered", whatNow)
        case .timedOut(let seconds):
            (.own(.connection), "the daemon has not answered for \(seconds) s", whatNow)
        case .tooLarge(let limit):
            (
                .own(.connection), "the daemon’s answer is larger than \(limit >> 20) MiB",
                ["Ask for a shorter time with --from and --to."]
            )
        case .unreadable(let status, let reason):
            (
                .own(.connection), "cannot read the daemon’s answer (HTTP \(status)): \(reason)",
                ["This is famplan \(Version.current); is the daemon of the same version? famplan status tells."]
            )
        case .refused(_, let body, _):
            (.daemon(body.error.kind), body.error.message, body.error.details)
        }
    }

    private static func howToStart(_ path: String) -> [String] {
        [
            "Start it: systemctl start famplan",
            "From a checkout: make run, or famplan-daemon --state DIR --socket \(path)",
            "Another socket is named with --socket or FAMPLAN_SOCKET.",
        ]
    }

    private static func howToOpen(_ path: String) -> [String] {
        let isOfTheMachine = path.hasPrefix("/run/famplan")
        return [
            isOfTheMachine
                ? "The group family may: sudo adduser YOU family, which counts from your next login."
                : "Whose it is: ls -l \(path)",
            "Another socket, such as that of a daemon of your own, is named with --socket PATH or FAMPLAN_SOCKET.",
        ]
    }

    private static let whatNow = ["Whether a change was made is not known: famplan history tells."]
}
