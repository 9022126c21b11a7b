internal import FamplanAPI
internal import FoundationEssentials

/// A typed client of the daemon: one call for each route.
///
/// Dates and names go as they were written: the daemon understands `today`, `fri` and `2026-11-23`, and has the
/// defaults for what is left out.
public struct FamplanClient: Sendable {
    private let transport: Transport

    /// A client that asks through something else than a socket: tests.
    public init(transport: @escaping Transport) {
        self.transport = transport
    }

    /// A client of the daemon behind a Unix socket; it connects with each call.
    public init(socket path: String) {
        let socket = SocketTransport(path: path)
        self.init { try await socket.send($0) }
    }

    func get<Body>(_ route: Route, _ parameters: (name: String, value: String?)...) async throws -> Answer<Body> {
        try await answer(to: WireRequest(method: .get, target: route.rawValue + Query(parameters).text))
    }

    func post<Body>(_ route: Route, _ request: some Encodable) async throws -> Answer<Body> {
        let body = try [UInt8](JSONEncoder().encode(request))
        return try await answer(to: WireRequest(method: .post, target: route.rawValue, body: body))
    }

    private func answer<Body>(to request: WireRequest) async throws -> Answer<Body> {
        let response = try await transport(request)
        guard (200..<300).contains(response.status) else {
            guard let body = ErrorBody.reading(response.body) else {
                throw ClientError.unreadable(status: response.status, reason: "it is no error of famplan's")
            }
            throw ClientError.refused(status: response.status, body: body, raw: response.body)
        }
        return Answer(raw: response.body)
    }
}
