internal import FamplanAPI
internal import FoundationEssentials

/// A typed client of the daemon: one call for each route.
///
/// Dates and names go as they were written: the daemon understands `today`, `fri` and `2026-11-23`, and has the
/// defaults for what is left out.
public struct FamplanClient: Sendable {
    private let transport: Transport
    /// Gives the body of an answer that is no refusal to the sink.
    private let streaming: @Sendable (WireRequest, @escaping BodySink) async throws -> WireResponse
    /// Nil: it asks through something else.
    private let socket: String?

    /// A client that asks through something else than a socket: tests.
    public init(transport: @escaping Transport) {
        socket = nil
        self.transport = transport
        streaming = { request, sink in
            let response = try await transport(request)
            if response.isSuccess { try sink(response.body) }
            return response
        }
    }

    /// A client of the daemon behind a Unix socket; it connects with each call.
    public init(socket path: String) {
        self.init(SocketTransport(path: path), at: path)
    }

    /// The same client; it gives up where nothing is answered for so long.
    public func waiting(atMost patience: Duration) -> FamplanClient {
        socket.map { FamplanClient(SocketTransport(path: $0, patience: patience), at: $0) } ?? self
    }

    private init(_ socket: SocketTransport, at path: String) {
        self.socket = path
        transport = { try await socket.send($0) }
        streaming = { try await socket.send($0, into: $1) }
    }

    func get<Body>(_ route: Route, _ parameters: (name: String, value: String?)...) async throws -> Answer<Body> {
        try await answer(to: WireRequest(method: .get, target: route.rawValue + Query(parameters).text))
    }

    func post<Body>(_ route: Route, _ request: some Encodable) async throws -> Answer<Body> {
        let body = try [UInt8](JSONEncoder().encode(request))
        return try await answer(to: WireRequest(method: .post, target: route.rawValue, body: body))
    }

    /// Sends what is no document.
    func send<Body>(_ route: Route, _ body: [UInt8], contentType: String) async throws -> Answer<Body> {
        let request = WireRequest(method: .post, target: route.rawValue, body: body, contentType: contentType)
        return try await answer(to: request)
    }

    /// Asks for what is no document: its parts go to the sink.
    func stream(_ request: WireRequest, into sink: @escaping BodySink) async throws -> WireResponse {
        try accepted(try await streaming(request, sink))
    }

    private func answer<Body>(to request: WireRequest) async throws -> Answer<Body> {
        Answer(raw: try accepted(try await transport(request)).body)
    }

    private func accepted(_ response: WireResponse) throws -> WireResponse {
        guard !response.isSuccess else { return response }
        guard let body = ErrorBody.reading(response.body) else {
            throw ClientError.unreadable(status: response.status, reason: "it is no error of famplan's")
        }
        throw ClientError.refused(status: response.status, body: body, raw: response.body)
    }
}
