import Logging
import NIOPosix
import Notifications
import Synchronization

extension Channels {
    /// The channels that are configured.
    init(_ configuration: [String: ChannelConfiguration], of parts: ChannelParts) {
        self.init(configuration.mapValues(parts.channel))
    }
}

/// What channels are made of, for as long as the daemon runs. What they need in common is made only where one needs it.
final class ChannelParts: Sendable {
    private let environment: [String: String]
    private let logger: Logger
    private let group = MultiThreadedEventLoopGroup.singleton
    private let madeClient = Mutex<WebClient?>(nil)

    init(environment: [String: String], logger: Logger) {
        var seen = ["PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"]
        for name in ["HOME", "TZ", "CREDENTIALS_DIRECTORY"] { seen[name] = environment[name] }
        self.environment = seen
        self.logger = logger
    }

    /// One for all: it holds connections.
    var client: WebClient {
        madeClient.withLock { made in
            let client = made ?? WebClient(group: group)
            made = client
            return client
        }
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
