import Household
import Notifications
import Yams

/// Reads `channels:` of `famplan.yaml`: names, and for each its kind and the keys of that.
///
/// The first mistake is told with its line, key and value, and what is near to it.
struct ChannelsFile {
    let file: String
    let credentials: Credentials

    private static let sendmail = ["/usr/sbin/sendmail"]
    private static let apprise = ["/usr/bin/apprise"]
    private static let ntfy = "https://ntfy.sh"

    /// By name.
    func channels(_ node: Node) throws(ConfigurationFault) -> [String: ChannelConfiguration] {
        guard node.null == nil else { return [:] }
        guard let mapping = node.mapping else {
            throw ConfigurationFault("\(file):\(node.line): channels: not a list of `name: { kind: … }` lines")
        }
        var channels: [String: ChannelConfiguration] = [:]
        for (key, value) in mapping {
            let name = key.scalar?.string ?? "?"
            guard Credentials.isName(name) else {
                throw ConfigurationFault(
                    "\(file):\(key.line): channels › \(name): not a name: 1 to 32 of a to z, 0 to 9 and - make one"
                )
            }
            channels[name] = try channel(ChannelKeys(file: file, name: name, node: value, line: key.line))
        }
        return channels
    }

    private func channel(_ keys: ChannelKeys) throws(ConfigurationFault) -> ChannelConfiguration {
        switch try keys.kind() {
        case .email: .email(from: try sender(keys), command: try keys.command() ?? Self.sendmail)
        case .ntfy: try ntfy(keys)
        case .webhook: try webhook(keys)
        case .exec: .exec(command: try keys.required("command", or: "[/usr/local/bin/tell]", keys.command()))
        case .apprise:
            .apprise(
                configuration: try appriseConfiguration(keys),
                tag: try keys.text("tag", "a tag: letters, digits, - and _", where: NtfyChannel.isTopic),
                command: try keys.command() ?? Self.apprise
            )
        case .journal: .journal
        }
    }

    private func sender(_ keys: ChannelKeys) throws(ConfigurationFault) -> MailAddress {
        let text = try keys.text("from", "a mail address (famplan@home.example)") { MailAddress($0) != nil }
        return try keys.required("from", or: "famplan@home.example", text.flatMap { MailAddress($0) })
    }

    private func ntfy(_ keys: ChannelKeys) throws(ConfigurationFault) -> ChannelConfiguration {
        let address = "an address of the web (\(Self.ntfy))"
        return .ntfy(
            server: try keys.text("server", address, where: WebClient.canPost) ?? Self.ntfy,
            token: try keys.secret("token", credentials),
            topic: try keys.text("topic", "a topic: 1 to 64 letters, digits, - and _", where: NtfyChannel.isTopic),
            click: try keys.text("click", address, where: WebClient.canPost)
        )
    }

    private func webhook(_ keys: ChannelKeys) throws(ConfigurationFault) -> ChannelConfiguration {
        let url = try keys.required("url", or: "hook-url, the name of a credential", keys.secret("url", credentials))
        guard url.canBePostedTo else {
            throw keys.fault("url", "what this credential holds is not an address of the web (https://…)")
        }
        return .webhook(url: url, key: try keys.secret("key", credentials))
    }

    /// Apprise reads its configuration itself: only a file will do.
    private func appriseConfiguration(_ keys: ChannelKeys) throws(ConfigurationFault) -> String {
        let name = try keys.required(
            "config",
            or: "apprise-config, the name of a credential",
            keys.credential("config")
        )
        guard let path = credentials.path(of: name) else {
            throw keys.missing(name, of: "config", credentials, "a file in $CREDENTIALS_DIRECTORY")
        }
        return path
    }
}

extension Node {
    /// From 1 on.
    var line: Int { mark?.line ?? 1 }
}
