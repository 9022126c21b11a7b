import FamplanAPI

extension ChannelStatus {
    /// By their names.
    static func all(_ channels: [String: ChannelConfiguration]) -> [ChannelStatus] {
        channels.sorted { $0.key < $1.key }
            .map { ChannelStatus(name: $0.key, kind: $0.value.kind.rawValue, address: $0.value.personalAddress) }
    }
}

extension ChannelConfiguration {
    var kind: ChannelKind {
        switch self {
        case .email: .email
        case .ntfy: .ntfy
        case .webhook: .webhook
        case .exec: .exec
        case .apprise: .apprise
        case .journal: .journal
        }
    }

    /// What each person must have of their own to be reached.
    fileprivate var personalAddress: String? {
        switch self {
        case .email: "mail"
        case .ntfy(_, _, let topic, _): topic == nil ? "topic" : nil
        case .webhook, .exec, .apprise, .journal: nil
        }
    }
}
