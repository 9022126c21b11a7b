import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A server on a Unix socket that does one thing with every request.
final class TestServer: Sendable {
    enum Behaviour: Sendable {
        case answer(status: Int, body: [UInt8])
        /// Closes instead of answering.
        case hangUp
        /// Promises more than it sends, then closes.
        case hangUpHalfWay
        /// Takes the request and says nothing.
        case silence
        /// Something that is not HTTP.
        case babble
    }

    struct Received: Sendable, Hashable {
        var method: String
        var target: String
        var headers: [String: String]
        var body: [UInt8]
    }

    let path: String
    private let log: RequestLog

    var requests: [Received] { log.requests.withLock { $0 } }

    private init(path: String, log: RequestLog) {
        self.path = path
        self.log = log
    }

    /// Runs `body` with a server and takes the server away again.
    static func with(_ behaviour: Behaviour, _ body: (TestServer) async throws -> Void) async throws {
        let path = "/tmp/famplan-test-\(UInt64.random(in: 0 ... .max)).sock"
        let log = RequestLog()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { child in
                child.eventLoop.makeCompletedFuture { try addHandlers(behaviour, log, to: child) }
            }
            .bind(unixDomainSocketPath: path, cleanupExistingSocketFile: true)
            .get()
        do {
            try await body(TestServer(path: path, log: log))
        } catch {
            try await channel.close()
            throw error
        }
        try await channel.close()
    }

    private static func addHandlers(_ behaviour: Behaviour, _ log: RequestLog, to child: any Channel) throws {
        if case .babble = behaviour {
            try child.pipeline.syncOperations.addHandler(Babbler())
        } else {
            try child.pipeline.syncOperations.configureHTTPServerPipeline(withErrorHandling: false)
            try child.pipeline.syncOperations.addHandler(Responder(behaviour: behaviour, log: log))
        }
    }
}

private final class RequestLog: Sendable {
    let requests = Mutex<[TestServer.Received]>([])
}

private final class Responder: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let behaviour: TestServer.Behaviour
    private let log: RequestLog
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []

    init(behaviour: TestServer.Behaviour, log: RequestLog) {
        self.behaviour = behaviour
        self.log = log
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): self.head = head
        case .body(let part): body += part.readableBytesView
        case .end: respond(context)
        }
    }

    private func respond(_ context: ChannelHandlerContext) {
        guard let head else { return }
        let headers = Dictionary(head.headers.map { ($0.name.lowercased(), $0.value) }) { first, _ in first }
        let received = TestServer.Received(
            method: head.method.rawValue,
            target: head.uri,
            headers: headers,
            body: body
        )
        log.requests.withLock { $0.append(received) }
        switch behaviour {
        case .answer(let status, let body): answer(status, body, promising: body.count, context)
        case .hangUp: context.close(promise: nil)
        case .hangUpHalfWay: answer(200, Array("{\"sche".utf8), promising: 1_000, context)
        case .silence, .babble: break
        }
    }

    private func answer(_ status: Int, _ body: [UInt8], promising length: Int, _ context: ChannelHandlerContext) {
        let headers: HTTPHeaders = ["Content-Length": String(length)]
        let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: status), headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        let part = wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body))))
        guard length == body.count else {
            let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
            context.writeAndFlush(part).whenComplete { _ in bound.value.close(promise: nil) }
            return
        }
        context.write(part, promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}

private final class Babbler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        context.writeAndFlush(NIOAny(ByteBuffer(string: "220 mail.example.org ESMTP\r\n")), promise: nil)
    }
}
