import FamplanAPI
import Logging
import Storage
import Synchronization

/// Why the household's database can't be used, while it can't. What helps is answered then, and nothing else.
final class Maintenance: Sendable {
    private let trouble: Mutex<StoreError?>

    init(_ trouble: StoreError? = nil) {
        self.trouble = Mutex(trouble)
    }

    /// Nil while all is well.
    var error: StoreError? { trouble.withLock { $0 } }

    func begin(_ error: StoreError) { trouble.withLock { $0 = error } }

    func end() { trouble.withLock { $0 = nil } }

    /// What is answered to everything else.
    static func refusal(_ error: StoreError) -> ErrorBody {
        ErrorBody(
            .storage,
            error.sentence,
            details: [
                "Until it can be used, only famplan status, doctor and restore are answered.",
                "famplan doctor says what is wrong; famplan restore FILE takes a backup.",
            ]
        )
    }
}

extension Maintenance {
    /// Says in the log, at the start, that the database can't be used.
    func announce(to logger: Logger) {
        guard let error else { return }
        // The sentence can name what the family wrote: it is for famplan doctor.
        logger.log(
            .outOfUse,
            .error,
            "the database cannot be used: only famplan status, doctor and restore are answered (famplan doctor says why)",
            metadata: ["kind": "\(error.kind.rawValue)"]
        )
    }

    /// For the service manager; nil while all is well.
    var statusLine: String? {
        error.map { "the database cannot be used (\($0.kind.rawValue)): famplan doctor says why" }
    }
}
