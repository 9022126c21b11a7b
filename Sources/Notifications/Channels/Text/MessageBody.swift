import FoundationEssentials
import Household

/// A message as programs get it: one JSON object.
///
/// Keys: `id`, `kind`, `severity`, `person`, `title`, `text`, `short`, `createdAt` (RFC 3339, UTC), and where there is one
/// `html`, `address` and `actions` (each a `label` and a `url`). Documented in docs/notifications.md; keys are only ever added.
struct MessageBody: Encodable {
    var id: String
    var kind: String
    var severity: String
    var person: String
    var address: String?
    var title: String
    var text: String
    var html: String?
    var short: String
    var createdAt: String
    var actions: [Link]?

    /// A link to what the person can do about it: GET asks, POST does it.
    struct Link: Encodable {
        var label: String
        var url: String
    }

    init(_ message: Message, to address: String?) {
        id = message.id
        kind = message.kind.rawValue
        severity = message.severity.rawValue
        person = message.person.rawValue
        self.address = address
        title = message.title.onOneLine
        text = message.text.withPlainLines
        html = message.html?.withPlainLines
        short = message.short.withPlainLines
        createdAt = InternetDate.rfc3339(message.createdAt)
        let links = message.actions.compactMap { action in
            action.url.map { Link(label: action.label.onOneLine, url: $0) }
        }
        actions = links.isEmpty ? nil : links
    }

    /// The same bytes each time.
    var bytes: [UInt8] { json(of: self) }
}

/// Sorted keys, slashes as they are; empty only if the value has numbers that JSON doesn't know.
func json(of value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { Array($0) } ?? []
}
