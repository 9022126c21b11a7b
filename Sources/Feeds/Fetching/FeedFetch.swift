import Glibc
import ICalendar

/// What is asked of a feed's server.
public struct FeedRequest: Hashable, Sendable {
    public var address: FeedAddress
    /// Sent as they came, where they are to be sent.
    public var etag: String?
    public var lastModified: String?
    /// Whether the server may be in the home network or on this machine.
    public var allowsPrivate: Bool

    public init(address: FeedAddress, etag: String? = nil, lastModified: String? = nil, allowsPrivate: Bool = false) {
        self.address = address
        self.etag = etag
        self.lastModified = lastModified
        self.allowsPrivate = allowsPrivate
    }

    var isConditional: Bool { etag != nil || lastModified != nil }
}

/// What came of asking a feed's server once, redirects followed.
public enum FeedFetch: Hashable, Sendable {
    case answered(FeedAnswer)
    case failed(FetchFailure)
}

/// The answer to which the redirects led.
public struct FeedAnswer: Hashable, Sendable {
    public var status: Int
    public var etag: String?
    public var lastModified: String?
    public var contentType: String?
    /// Seconds to wait, where the server says so.
    public var retryAfter: Int?
    /// Unpacked; empty unless the status is 200.
    public var body: [UInt8]
    /// Where the feed is from now on: behind permanent redirects that no temporary one came before. Nil: where it was.
    public var address: FeedAddress?
    /// Whether validators were sent along.
    public var wasConditional: Bool

    public init(
        status: Int,
        etag: String? = nil,
        lastModified: String? = nil,
        contentType: String? = nil,
        retryAfter: Int? = nil,
        body: [UInt8] = [],
        address: FeedAddress? = nil,
        wasConditional: Bool = false
    ) {
        self.status = status
        self.etag = etag
        self.lastModified = lastModified
        self.contentType = contentType
        self.retryAfter = retryAfter
        self.body = body
        self.address = address
        self.wasConditional = wasConditional
    }
}

/// Why there is no answer. Names no address.
public enum FetchFailure: Error, Hashable, Sendable, CustomStringConvertible {
    case unknownHost
    case unreachable
    case timeOut
    case untrusted
    /// More octets than are taken.
    case tooLarge(limit: Int)
    case tooManyRedirects(limit: Int)
    /// From https to http.
    case insecureRedirect
    /// To what is no address of the web.
    case badRedirect
    /// The host is in the home network or on this machine.
    case privateAddress
    case damaged
    case cancelled
    /// Of a calendar on this machine: an `errno`.
    case unreadable(code: CInt)
    /// What is there is a folder, a pipe or the like.
    case noFile

    public var description: String {
        switch self {
        case .unknownHost: "nobody knows the server's name"
        case .unreachable: "the server cannot be reached"
        case .timeOut: "the server did not answer in time"
        case .untrusted: "the server cannot prove that it is the one (its certificate is not trusted)"
        case .tooLarge(let limit): "the calendar is larger than \(limit >> 20) MiB"
        case .tooManyRedirects(let limit): "the server points elsewhere more than \(limit) times"
        case .insecureRedirect: "the server points from https to http, which anybody on the way could read"
        case .badRedirect: "the server points to something that is not an address of the web"
        case .privateAddress: "the server is in a private network (--allow-private, if that is meant)"
        case .damaged: "the answer cannot be unpacked"
        case .unreadable(let code): "the file cannot be read: \(String(cString: strerror(code)))"
        case .noFile: "it is not a plain file"
        case .cancelled: "famplan was told to stop before the server answered"
        }
    }
}
