/// One request, as it goes over the socket.
public struct WireRequest: Sendable, Hashable {
    public enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
    }

    public var method: Method
    /// The path and its query, percent-encoded.
    public var target: String
    /// Nil for GET.
    public var body: [UInt8]?
    /// What the body is.
    public var contentType: String
    /// Whether the answer goes on for as long as somebody listens.
    public var isEndless = false

    public init(method: Method, target: String, body: [UInt8]? = nil, contentType: String = "application/json") {
        self.method = method
        self.target = target
        self.body = body
        self.contentType = contentType
    }
}

/// One answer, as it came.
public struct WireResponse: Sendable, Hashable {
    /// The HTTP status.
    public var status: Int
    public var body: [UInt8]
    /// The header `BackupContents.header`, where there is one.
    public var about: String?

    public init(status: Int, body: [UInt8], about: String? = nil) {
        self.status = status
        self.body = body
        self.about = about
    }

    var isSuccess: Bool { (200..<300).contains(status) }
}

/// Carries a request to the daemon.
///
/// - Throws: ``ClientError``.
public typealias Transport = @Sendable (WireRequest) async throws -> WireResponse

/// Takes the parts of an answer's body as they come, all in order.
public typealias BodySink = @Sendable ([UInt8]) throws -> Void
