import FoundationEssentials

/// Where a calendar feed is on the web. What stands behind the host is as good as a password, and often is one.
public struct FeedAddress: Hashable, Sendable {
    /// `http` or `https`, with a host.
    let url: URL

    /// All of it, for the database and the request alone.
    public var secretText: String { url.absoluteString }

    /// What may be shown: `https://calendar.school.example/…`.
    public var shown: String {
        let port = url.port.map { ":\($0)" } ?? ""
        return "\(url.scheme ?? "https")://\(host)\(port)/…"
    }

    /// The host, without the brackets of IPv6.
    public var host: String { (url.host() ?? "").filter { $0 != "[" && $0 != "]" } }

    var isSecure: Bool { url.scheme == "https" }

    /// The port to which is connected.
    var port: Int { url.port ?? (isSecure ? 443 : 80) }

    /// Reads `https://…`, `http://…`, and `webcal://…`, which means https.
    ///
    /// - Throws: ``FeedAddressError`` that says what it is not; never the text itself.
    public init(_ text: String) throws(FeedAddressError) {
        guard text.utf8.count <= 2_048, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .notAnAddress
        }
        guard let colon = text.firstIndex(of: ":") else { throw .notAnAddress }
        let scheme = text[..<colon].lowercased()
        let rest = text[text.index(after: colon)...]
        switch scheme {
        case "webcal", "webcals", "https": try self.init(scheme: "https", rest)
        case "http": try self.init(scheme: "http", rest)
        case "file": throw .file
        default: throw .otherScheme(String(scheme.prefix(20)))
        }
    }

    private init(scheme: String, _ rest: Substring) throws(FeedAddressError) {
        guard let url = URL(string: scheme + ":" + rest), let host = url.host(), !host.isEmpty,
            (1...65_535).contains(url.port ?? 443)
        else { throw .notAnAddress }
        self.url = url
    }

    /// Where an answer's `Location` points to from here.
    func following(_ location: String) throws(FeedAddressError) -> FeedAddress {
        guard let url = URL(string: location, relativeTo: url) else { throw .notAnAddress }
        return try FeedAddress(url.absoluteString)
    }

    /// Whether what is told to one may be told to the other: scheme, host and port are the same.
    func isSameOrigin(as other: FeedAddress) -> Bool {
        url.scheme == other.url.scheme && host.lowercased() == other.host.lowercased() && port == other.port
    }

    /// With the name and password of another address, where this one is on the same server and has none of its own.
    func withUser(of other: FeedAddress) throws(FeedAddressError) -> FeedAddress {
        guard url.user() == nil, let user = other.url.user(), isSameOrigin(as: other),
            var parts = URLComponents(url: url, resolvingAgainstBaseURL: true)
        else { return self }
        parts.percentEncodedUser = user
        parts.percentEncodedPassword = other.url.password()
        guard let text = parts.string else { throw .notAnAddress }
        return try FeedAddress(text)
    }

    /// What `https://NAME:PASSWORD@HOST/…` asks to be sent along (RFC 7617); nil without a name.
    var authorization: String? {
        guard let name = url.user(percentEncoded: false) else { return nil }
        let password = url.password(percentEncoded: false) ?? ""
        return "Basic " + Data("\(name):\(password)".utf8).base64EncodedString()
    }
}

extension FeedAddress: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { shown }
    public var debugDescription: String { shown }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Why a text is not the address of a feed.
public enum FeedAddressError: Error, Hashable, Sendable, CustomStringConvertible {
    case notAnAddress
    /// Files are read only where the machine's owner says so.
    case file
    case otherScheme(String)

    public var description: String {
        switch self {
        case .notAnAddress: "it is not an address of the web (try https://… or webcal://…)"
        case .file: "files can be followed only from the daemon's configuration (`famplan import` reads one once)"
        case .otherScheme(let scheme): "“\(scheme):” is not of the web (try https://… or webcal://…)"
        }
    }
}
