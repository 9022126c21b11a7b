internal import FamplanAPI
internal import FamplanClient
internal import Synchronization

/// Watches, and goes on when the daemon was gone.
final class Watch: Sendable {
    private let session: Session
    private let state = Mutex(State())

    private struct State {
        var told = WatchLines()
        var isGone = false
    }

    init(session: Session) {
        self.session = session
    }

    /// Until it is cancelled, or what is wrong won't pass by itself.
    func run() async throws {
        while true {
            let after = state.withLock { $0.told.after }
            do {
                try await session.client.watch(after: after) { try self.tell($0) }
            } catch let error as ClientError {
                try Task.checkCancellation()
                guard state.withLock({ $0.told.after }) != nil, error.passes else { throw error }
                try sayGone()
            }
            // Of the command line, not of the daemon: nobody can tell it when there is a daemon again.
            try await session.console.pause(1)
        }
    }

    private func sayGone() throws {
        let isNews = state.withLock { state in
            defer { state.isGone = true }
            return !state.isGone
        }
        if isNews { try session.note("famplan: the daemon is gone; watching goes on once it is back (Ctrl-C ends it)") }
    }

    private func tell(_ answer: Answer<WatchEvent>) throws {
        let document = try answer.document()
        let (lines, isBack) = try state.withLock { state in
            defer { state.isGone = false }
            return (try state.told.lines(for: document, look: session.look), state.isGone)
        }
        if isBack { try session.note("famplan: the daemon is back") }
        guard !session.json else { return try session.printDocument(answer.raw) }
        if !lines.isEmpty { try session.console.print(lines) }
    }
}

extension ClientError {
    /// Whether it may be otherwise in a while.
    fileprivate var passes: Bool {
        switch self {
        case .unreachable, .interrupted, .timedOut: true
        case .refused(_, let body, _): body.error.kind == .busy
        case .notAllowed, .tooLarge, .unreadable: false
        }
    }
}
