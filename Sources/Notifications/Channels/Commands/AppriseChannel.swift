import Household

/// Apprise's own command, for the many services that it knows.
///
/// Title and text go through stdin together: what stands on a command line is seen by everybody on the machine.
public struct AppriseChannel: Channel {
    private let command: Command
    private let configuration: String
    private let tag: String?

    /// - Parameters:
    ///   - configuration: the path of apprise's configuration, which holds addresses that are secret.
    ///   - tag: which of its services; a person's address goes before it; nil: all that have none.
    public init(command: Command, configuration: String, tag: String?) {
        self.command = command
        self.configuration = configuration
        self.tag = tag
    }

    public func send(_ message: Message, to address: String?) async -> Delivery {
        let tag = (address ?? tag).map { ["-g", $0] } ?? []
        let kind = message.kind == .resolved ? "success" : Self.type(message.severity)
        let options = ["-t", "famplan", "-n", kind, "-i", "text", "-c", configuration] + tag
        let links = message.actions.compactMap { action in action.url.map { "\n\(action.label.onOneLine):\n\($0)\n" } }
        let text = "\(message.discreetTitle.onOneLine)\n\n\(message.short.withPlainLines)\n" + links.joined()
        let ending = await command.run(adding: options, input: Array(text.utf8))
        return ending.delivery(command: command.name, delayed: [1], words: Self.words)
    }

    private static func type(_ severity: Severity) -> String {
        switch severity {
        case .notice: "info"
        case .warning: "warning"
        case .critical: "failure"
        }
    }

    private static func words(_ status: Int32) -> String? {
        switch status {
        case 1: "a service did not take the message"
        case 2: "it does not understand its options"
        case 3: "no service has this tag"
        default: nil
        }
    }
}
