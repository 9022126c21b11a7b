import Household

/// Push messages by ntfy, published as JSON to the server's root.
public struct NtfyChannel: Channel {
    private let server: String
    private let token: Secret?
    private let topic: String?
    private let click: String?
    private let client: WebClient
    /// From 4,096 bytes on ntfy makes a message a file.
    private static let mostBytes = 4_095
    private static let mostTitleBytes = 250
    private static let mostButtons = 3
    private static let mostLabelBytes = 80

    /// - Parameters:
    ///   - server: `https://ntfy.sh`.
    ///   - token: of the user that may publish.
    ///   - topic: for those who have none of their own.
    ///   - click: what a tap on the message opens.
    public init(server: String, token: Secret?, topic: String?, click: String?, client: WebClient) {
        self.server = server
        self.token = token
        self.topic = topic
        self.click = click
        self.client = client
    }

    public func send(_ message: Message, to address: String?) async -> Delivery {
        guard let topic = address ?? topic else { return .refused(why: "no topic is given for this person") }
        guard Self.isTopic(topic) else {
            return .refused(why: "the topic is none: 1 to 64 letters, digits, - and _ make one")
        }
        let headers = token.map { [(name: "Authorization", value: "Bearer \($0.value)")] } ?? []
        return await client.post(json(of: publication(message, topic)), to: server, headers: headers)
    }

    /// Whether ntfy takes it for a topic.
    public static func isTopic(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.unicodeScalars.allSatisfy {
                $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" || $0 == "_")
            }
    }

    private func publication(_ message: Message, _ topic: String) -> Publication {
        let (priority, tag) =
            switch message.severity {
            case .notice: (2, "calendar")
            case .warning: (3, "warning")
            case .critical: (5, "rotating_light")
            }
        return Publication(
            topic: topic,
            title: message.discreetTitle.onOneLine.cut(toBytes: Self.mostTitleBytes),
            message: message.short.withPlainLines.cut(toBytes: Self.mostBytes),
            priority: priority,
            tags: [message.kind == .resolved ? "white_check_mark" : tag, message.kind.rawValue],
            click: click,
            actions: buttons(message.actions)
        )
    }

    /// Those of the most urgent; nil where there is nothing to press.
    private func buttons(_ actions: [Message.Action]) -> [Button]? {
        let buttons = actions.prefix(Self.mostButtons).compactMap { action in
            action.url.map { url in
                // The message goes with the last thing that can be done about it, not before.
                Button(
                    label: action.label.onOneLine.cut(toBytes: Self.mostLabelBytes),
                    url: url,
                    clear: actions.count == 1
                )
            }
        }
        return buttons.isEmpty ? nil : buttons
    }

    private struct Publication: Encodable {
        var topic: String
        var title: String
        var message: String
        var priority: Int
        var tags: [String]
        var click: String?
        var actions: [Button]?
    }

    /// A request that the phone makes when it is pressed.
    private struct Button: Encodable {
        var action = "http"
        var label: String
        var url: String
        var method = "POST"
        /// Whether the message goes when the request was answered well.
        var clear: Bool
    }
}
