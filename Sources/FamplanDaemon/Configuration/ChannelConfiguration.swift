import Notifications

/// How one channel is reached.
enum ChannelConfiguration: Hashable, Sendable {
    /// Mail by a program with sendmail's interface.
    case email(from: MailAddress, command: [String])
    case ntfy(server: String, token: Secret?, topic: String?, click: String?)
    case webhook(url: Secret, key: Secret?)
    /// A program of the family's own.
    case exec(command: [String])
    /// `configuration`: the path of apprise's own.
    case apprise(configuration: String, tag: String?, command: [String])
    /// Lines in the daemon's log.
    case journal
}

/// What a channel's `kind` can be, and which keys go with it.
enum ChannelKind: String, CaseIterable {
    case email, ntfy, webhook, exec, apprise, journal

    /// Beside `kind`.
    var keys: [String] {
        switch self {
        case .email: ["from", "command"]
        case .ntfy: ["server", "token", "topic", "click"]
        case .webhook: ["url", "key"]
        case .exec: ["command"]
        case .apprise: ["config", "tag", "command"]
        case .journal: []
        }
    }
}
