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

/// Whom the daemon calls to show that it is alive.
struct HeartbeatConfiguration: Hashable, Sendable {
    /// The credential's.
    var name: String
    var address: Secret
}

/// What a channel's `kind` can be.
enum ChannelKind: String, CaseIterable {
    case email, ntfy, webhook, exec, apprise, journal
}
