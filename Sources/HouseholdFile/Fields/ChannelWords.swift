import Household

/// What a command says of one channel: `email`, `phone=critical,no-digest`, `email=address=maya@home.example,changes`.
struct ChannelWords {
    private let channel: String
    private var address: String?
    private var severity: Severity?
    private var digest: Bool?
    private var reminders: Bool?
    private var changes: Bool?

    private static let words =
        Severity.allCases.map(\.rawValue)
        + ["digest", "reminders", "changes"].flatMap { [$0, "no-\($0)"] } + ["address=…"]

    init(_ text: String) throws(Complaint) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        channel = String(parts[0])
        guard parts.count == 2 else { return }
        for word in parts[1].split(separator: ",") { try read(word.filter { $0 != " " }) }
    }

    private mutating func read(_ word: String) throws(Complaint) {
        if word.hasPrefix("address=") {
            address = String(word.dropFirst("address=".count))
            return
        }
        if let severity = Severity(rawValue: word) {
            self.severity = severity
            return
        }
        let isOn = !word.hasPrefix("no-")
        switch isOn ? word : String(word.dropFirst(3)) {
        case "digest": digest = isOn
        case "reminders": reminders = isOn
        case "changes": changes = isOn
        default:
            let near = Spelling.nearest(to: word, among: Self.words).map { ": did you mean \($0)?" } ?? ""
            throw Complaint(
                "“\(Words.shortened(word))” of “\(channel)” is none of \(Self.words.joined(separator: ", "))\(near)"
            )
        }
    }

    /// Changes the channel of that name, or adds it. One that is there several times is found by its address.
    func lay(over channels: inout [NotificationSettings.Subscription]) throws(Complaint) {
        let named = channels.indices.filter { channels[$0].channel == channel }
        let index = named.count > 1 ? named.first { channels[$0].address == address } : named.first
        if index == nil, named.count > 1 {
            let addresses = named.map { channels[$0].address ?? "none" }.joined(separator: ", ")
            throw Complaint("“\(channel)” is there \(named.count) times: say which, by its address (\(addresses))")
        }
        var subscription = index.map { channels[$0] } ?? NotificationSettings.Subscription(channel: channel)
        if let address { subscription.address = address.isEmpty ? nil : address }
        subscription.severity = severity ?? subscription.severity
        subscription.digest = digest ?? subscription.digest
        subscription.reminders = reminders ?? subscription.reminders
        subscription.changes = changes ?? subscription.changes
        if let index { channels[index] = subscription } else { channels.append(subscription) }
    }
}
