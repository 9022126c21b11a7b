import HouseholdFile
import Notifications

/// Reads the keys of one channel.
struct ChannelReader {
    private static let sendmail = ["/usr/sbin/sendmail"]
    private static let apprise = ["/usr/bin/apprise"]
    private static let ntfy = "https://ntfy.sh"
    private static let web = "an address of the web (\(ntfy))"

    private var keys: Keys
    private let credentials: Credentials

    /// Nil, and noted, where something is wrong.
    static func channel(_ keys: inout Keys, _ credentials: Credentials) -> ChannelConfiguration? {
        // Which keys are right depends on the kind.
        guard let kind = keys.needed("kind", ChannelKind.words.joined(separator: ", "), ChannelKind.read) else {
            return nil
        }
        var reader = ChannelReader(keys: keys, credentials: credentials)
        let channel = reader.channel(kind)
        reader.keys.finish()
        return channel
    }

    private mutating func channel(_ kind: ChannelKind) -> ChannelConfiguration? {
        switch kind {
        case .email: email()
        case .ntfy: push()
        case .webhook: webhook()
        case .exec: keys.neededCommand("[/usr/local/bin/tell]").map { .exec(command: $0) }
        case .apprise: apprise()
        case .journal: .journal
        }
    }

    private mutating func email() -> ChannelConfiguration? {
        let from = keys.needed("from", "famplan@home.example") { text throws(Complaint) in
            guard let address = MailAddress(text) else {
                throw Complaint("“\(Words.shortened(text))” is not a mail address (famplan@home.example)")
            }
            return address
        }
        let command = keys.command()
        return from.map { .email(from: $0, command: command ?? Self.sendmail) }
    }

    private mutating func push() -> ChannelConfiguration? {
        let server = keys.given("server", Self.address)
        let token = keys.secret("token", credentials)
        let topic = keys.given("topic") { text throws(Complaint) in
            guard NtfyChannel.isTopic(text) else {
                throw Complaint("“\(Words.shortened(text))” is not a topic: 1 to 64 letters, digits, - and _")
            }
            return text
        }
        let click = keys.given("click", Self.address)
        return .ntfy(server: server ?? Self.ntfy, token: token, topic: topic, click: click)
    }

    private mutating func webhook() -> ChannelConfiguration? {
        let url = keys.neededAddress("url", "hook-url, the name of a credential", credentials)
        let key = keys.secret("key", credentials)
        return url.map { .webhook(url: $0, key: key) }
    }

    /// Apprise reads its configuration itself: only a file will do.
    private mutating func apprise() -> ChannelConfiguration? {
        let credentials = credentials
        let path = keys.needed("config", "apprise-config, the name of a credential") { text throws(Complaint) in
            let name = try Credentials.name(text)
            if let path = credentials.path(of: name) { return path }
            throw credentials.missing(name, "a file in $CREDENTIALS_DIRECTORY")
        }
        let tag = keys.given("tag") { text throws(Complaint) in
            guard NtfyChannel.isTopic(text) else {
                throw Complaint("“\(Words.shortened(text))” is not a tag: letters, digits, - and _")
            }
            return text
        }
        let command = keys.command()
        return path.map { .apprise(configuration: $0, tag: tag, command: command ?? Self.apprise) }
    }

    /// What stands before an `@` in an address may be a password.
    private static func address(_ text: String) throws(Complaint) -> String {
        if WebClient.canPost(to: text) { return text }
        let shown = text.lastIndex(of: "@").map { "…\(text[$0...])" } ?? text
        throw Complaint("“\(Words.shortened(shown))” is not \(web)")
    }
}

extension ChannelKind {
    static let words = allCases.map(\.rawValue)

    static func read(_ text: String) throws(Complaint) -> ChannelKind {
        if let kind = ChannelKind(rawValue: text) { return kind }
        throw Complaint(unknown("kind", text, among: words))
    }
}
