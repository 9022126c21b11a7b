import Logging
import NIOPosix
import Notifications

extension Channels {
    /// The channels that are configured. What they need in common is made only where one needs it.
    init(_ configuration: [String: ChannelConfiguration], environment: [String: String], logger: Logger) {
        guard !configuration.isEmpty else {
            self.init()
            return
        }
        let parts = ChannelParts(environment: environment, logger: logger)
        self.init(configuration.mapValues(parts.channel))
    }
}

/// What channels are made of.
private final class ChannelParts {
    private let environment: [String: String]
    private let logger: Logger
    private let group = MultiThreadedEventLoopGroup.singleton
    private lazy var client = WebClient(group: group)

    init(environment: [String: String], logger: Logger) {
        var seen = ["PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"]
        for name in ["HOME", "TZ", "CREDENTIALS_DIRECTORY"] { seen[name] = environment[name] }
        self.environment = seen
        self.logger = logger
    }

    func channel(_ configuration: ChannelConfiguration) -> any Notifications.Channel {
        switch configuration {
        case .email(let from, let arguments): EmailChannel(from: from, command: command(arguments))
        case .ntfy(let server, let token, let topic, let click):
            NtfyChannel(server: server, token: token, topic: topic, click: click, client: client)
        case .webhook(let url, let key): WebhookChannel(address: url, key: key, client: client)
        case .exec(let arguments): ExecChannel(command: command(arguments))
        case .apprise(let configuration, let tag, let arguments):
            AppriseChannel(command: command(arguments), configuration: configuration, tag: tag)
        case .journal: JournalChannel(logger: logger)
        }
    }

    private func command(_ arguments: [String]) -> Command {
        Command(arguments, environment: environment, timers: group)
    }
}
