/// A way to reach people: mail, ntfy, a webhook.
///
/// At least once: what was sent just before a crash is sent again, under the same id.
public protocol Channel: Sendable {
    /// Sends one message, and says what became of it when the far end has taken it, or has not.
    ///
    /// Ends within the channel's own time limit; stops when cancelled. Never throws: whatever goes wrong is a delivery.
    ///
    /// - Parameter address: whom it is for, in the channel's own terms: a mail address, a topic; nil where the channel has
    ///   one for all.
    func send(_ message: Message, to address: String?) async -> Delivery
}

/// What became of a message.
public enum Delivery: Hashable, Sendable {
    case sent
    /// Not now; later perhaps. `after`: how many seconds the far end asks to wait, where it does.
    case delayed(after: Int?, why: String)
    /// Never: trying again would end the same.
    case refused(why: String)
}
