import ICalendar
import Notifications

/// Puts into the outbox what people are to be told.
struct TellingWorker: Worker {
    let planner: Planner
    /// Nil: nobody gets a digest.
    let digests: (any DigestMaking)?

    /// What was put in is to be sent at once: the next moment is now, so that everybody is woken.
    func work() async throws -> Instant? {
        let next = try await planner.tell()
        guard let digests else { return next }
        let (owed, later) = try await planner.owedDigests()
        var isPosted = false
        for digest in owed {
            let message = try await digests.digest(of: digest.person, on: digest.date, id: digest.messageID)
            guard let message else { continue }
            try await planner.post(digest.letters(message, at: planner.clock()))
            isPosted = true
        }
        if isPosted { return planner.clock() }
        return [next, later].compactMap(\.self).min()
    }
}

/// Sends what is due.
struct SendingWorker: Worker {
    let sender: Sender

    /// - Parameters:
    ///   - links: nil: messages are sent without links.
    ///   - channels: those that there are now.
    init(
        planner: Planner,
        links: ActionLinks? = nil,
        channels: @escaping @Sendable () -> [String: any Channel]
    ) {
        sender = Sender(
            outbox: StoredOutbox(store: planner.store),
            channels: channels,
            clock: planner.clock,
            hold: { await planner.silence(over: $0, at: $1) },
            complete: { links?.completed($0) ?? $0.withoutActions }
        )
    }

    func work() async throws -> Instant? { try await sender.sendDue() }
}
