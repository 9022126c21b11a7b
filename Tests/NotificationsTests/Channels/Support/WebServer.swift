import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A real web server on loopback that answers each request the same way and writes down what it got.
final class WebServer: Sendable {
    enum Manner: Sendable {
        case answers(Int, headers: [String: String] = [:])
        /// Reads, and says nothing.
        case hangs
        /// Says that it has taken it, and never comes to the end.
        case neverEnds
    }

    struct Request: Sendable {
        var head: HTTPRequestHead
        var body: String
    }

    private let received = Mutex<[Request]>([])
    private let channel: any NIOCore.Channel
    let port: Int

    var requests: [Request] { received.withLock { $0 } }
    var address: String { "http://127.0.0.1:\(port)" }

    static func start(_ manner: Manner) async throws -> WebServer {
        let inbox = Inbox()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.pipeline.configureHTTPServerPipeline().flatMapThrowing {
                    try channel.pipeline.syncOperations.addHandler(Answering(manner: manner, inbox: inbox))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return WebServer(channel: channel, port: channel.localAddress?.port ?? 0, inbox: inbox)
    }

    private init(channel: any NIOCore.Channel, port: Int, inbox: Inbox) {
        self.channel = channel
        self.port = port
        inbox.take = { [weak self] request in self?.received.withLock { $0.append(request) } }
    }

    deinit {
        channel.close(promise: nil)
    }

    /// Set once, before anybody knows the port.
    private final class Inbox: @unchecked Sendable {
        var take: (@Sendable (Request) -> Void) = { _ in }
    }

    private final class Answering: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        private let manner: Manner
        private let inbox: Inbox
        private var head: HTTPRequestHead?
        private var body = ""

        init(manner: Manner, inbox: Inbox) {
            self.manner = manner
            self.inbox = inbox
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head): (self.head, body) = (head, "")
            case .body(let part): body += String(buffer: part)
            case .end:
                if let head { inbox.take(Request(head: head, body: body)) }
                answer(context)
            }
        }

        private func answer(_ context: ChannelHandlerContext) {
            switch manner {
            case .hangs: return
            case .neverEnds: write(200, ["Content-Length": "10"], context)
            case .answers(let status, let headers):
                write(status, headers.merging(["Content-Length": "0"]) { given, _ in given }, context)
                context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
            }
        }

        private func write(_ status: Int, _ headers: [String: String], _ context: ChannelHandlerContext) {
            let head = HTTPResponseHead(
                version: .http1_1,
                status: HTTPResponseStatus(statusCode: status),
                headers: HTTPHeaders(headers.map { ($0.key, $0.value) })
            )
            context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
        }
    }
}
