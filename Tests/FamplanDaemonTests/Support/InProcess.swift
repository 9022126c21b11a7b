import FamplanAPI
import HTTPTypes
import Household
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOEmbedded
import Synchronization

@testable import FamplanDaemon

/// The daemon's router, asked as whomever a test likes: everything that a request meets but the socket.
struct InProcess {
    private let responder: any HTTPResponder<FamplanContext>

    init(_ planner: Planner, as actor: Actor) throws {
        responder = try API.test(planner).router(planner: planner) { _, _ in actor }.buildResponder()
    }

    /// Asked by somebody who is nobody in the household.
    init(_ planner: Planner, refusing refusal: ErrorBody) throws {
        responder = try API.test(planner).router(planner: planner) { _, _ in throw refusal }.buildResponder()
    }

    func get(_ target: String) async throws -> (status: Int, text: String) { try await ask(.get, target) }

    func post(_ target: String, _ body: String) async throws -> (status: Int, text: String) {
        try await ask(.post, target, body)
    }

    func ask(_ method: HTTPRequest.Method, _ target: String, _ body: String = "") async throws -> (
        status: Int, text: String
    ) {
        let request = Request(
            head: HTTPRequest(method: method, scheme: "http", authority: "f", path: target),
            body: RequestBody(buffer: ByteBuffer(string: body))
        )
        let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        let source = ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: logger)
        let response = try await responder.respond(to: request, context: FamplanContext(source: source))
        let written = Written()
        try await response.body.write(written)
        return (response.status.code, written.text)
    }
}

/// Keeps what a response's body writes.
private final class Written: ResponseBodyWriter {
    private let buffer = Mutex(ByteBuffer())

    var text: String { buffer.withLock { String(buffer: $0) } }

    func write(_ part: ByteBuffer) async throws {
        buffer.withLock { buffer in
            var part = part
            buffer.writeBuffer(&part)
        }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
