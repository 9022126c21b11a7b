import Household
public import Logging

/// A line in the daemon's log that somebody would have been told something: for trying things out. Without what is told.
public struct JournalChannel: Channel {
    private let logger: Logger

    public init(logger: Logger) {
        self.logger = logger
    }

    public func send(_ message: Message, to address: String?) async -> Delivery {
        logger.notice(
            "a message for a person",
            metadata: [
                "event": "message", "kind": "\(message.kind.rawValue)", "severity": "\(message.severity.rawValue)",
                "person": "\(message.person)",
            ]
        )
        return .sent
    }
}
