/// Makes the links of messages, at the moment at which they are sent: what lies in the outbox has none.
public struct ActionLinks: Sendable {
    private let address: String
    private let key: ActionKey

    /// - Parameter address: what links begin with, without a slash at its end.
    public init(address: String, key: ActionKey) {
        self.address = address
        self.key = key
    }

    /// The message as it is sent.
    public func completed(_ message: Message) -> Message {
        message.linked { "\(address)/a/\(ActionToken($0, of: message).text(key: key))" }
    }
}

extension Message {
    /// As it is sent where no links lead anywhere.
    public var withoutActions: Message {
        var message = linked { _ in nil }
        message.actions = []
        return message
    }

    /// As it is sent, for showing: each link without what makes it work.
    ///
    /// - Parameter address: what links begin with; nil: none are sent.
    public func shown(linking address: String?) -> Message {
        guard let address else { return withoutActions }
        return linked { _ in "\(address)/a/…" }
    }

    fileprivate func linked(_ url: (Action) -> String?) -> Message {
        guard kind.hasSlots else { return self }
        var message = self
        for index in actions.indices { message.actions[index].url = url(actions[index]) }
        let links = message.actions.compactMap { action in
            action.url.map { (action.conflict, (words: action.words, url: $0)) }
        }
        let byConflict = Dictionary(links) { first, _ in first }
        message.text = ActionSlot.fill(text: text, byConflict)
        message.html = html.map { ActionSlot.fill(html: $0, actions.map(\.conflict), byConflict) }
        return message
    }
}

extension Message.Kind {
    /// Whether such messages are about conflicts that somebody can live with; the texts of others are not looked through.
    fileprivate var hasSlots: Bool {
        switch self {
        case .digest, .conflicts, .escalation: true
        case .resolved, .reminder, .change, .swap, .service, .test: false
        }
    }
}
