/// A program of the family's own: the message as JSON on its stdin (docs/notifications.md says which keys).
///
/// Exit status 0 is sent, 75 delayed, any other refused.
public struct ExecChannel: Channel {
    private let command: Command

    public init(command: Command) {
        self.command = command
    }

    public func send(_ message: Message, to address: String?) async -> Delivery {
        let ending = await command.run(input: MessageBody(message, to: address).bytes)
        return ending.delivery(command: command.name, delayed: [75])
    }
}
