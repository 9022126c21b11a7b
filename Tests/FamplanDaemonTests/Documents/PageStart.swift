/// What the commands of a page start from: `<!-- famplan: household=none now=2026-11-23T08:00:00+01:00 -->`.
///
/// Each such comment starts a fresh daemon with a folder of its own. A page without one starts from the example household, at
/// the usual moment.
struct PageStart: Equatable {
    /// A household file that is applied before the first command; nil: nothing is. One of the page's own files, or a path from
    /// the project's folder.
    var household: String? = "config/household.example.yaml"
    /// Where the daemon's clock stands.
    var now = "2026-11-23T08:00:00+01:00"
    /// The daemon's `famplan.yaml`, found like the household; nil: it has none.
    var config: String?
    /// Names of credentials that the daemon has, each with a value that opens nothing.
    var credentials: [String] = []
    /// A folder that the page speaks of, such as `/srv/calendars`: its configuration and commands mean the page's own.
    var folder: String?
    /// The address of a web server that the page speaks of: its configuration means one of the test's own, so that no test
    /// asks anybody outside.
    var server: String?
    /// Who asks, by the `unixUser` of the household file, which then is whoever runs the test; nil: the administrator.
    var user: String?

    private static let keys = "household, now, config, credentials, folder, server and user"

    init() {}

    /// - Throws: ``PageFault`` for a key or a value that is none.
    init(comment: String) throws {
        let text = comment.drop { $0 == " " }
        guard text.hasPrefix("<!-- famplan:"), text.hasSuffix("-->") else {
            throw PageFault("a comment for famplan stands in one line: <!-- famplan: key=value -->")
        }
        for word in text.dropFirst(13).dropLast(3).split(separator: " ") {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, !parts[1].isEmpty else { throw PageFault("“\(word)” is not key=value") }
            try set(parts[0], to: parts[1])
        }
    }

    private mutating func set(_ key: String, to value: String) throws {
        switch key {
        case "household": household = value == "none" ? nil : value
        case "now": now = value
        case "config": config = value
        case "credentials": credentials = value.split(separator: ",").map(String.init)
        case "folder": folder = value
        case "server": server = value
        case "user": user = value
        default: throw PageFault("unknown key “\(key)” (\(Self.keys) are known)")
        }
    }
}
