import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL
import Synchronization

/// A real web server on loopback that plays a part, one answer after the other; the last one stays.
final class FeedServer: Sendable {
    enum Answer: Sendable {
        case sends(Int, headers: [String: String] = [:], body: String = "")
        /// As many zeros, packed where the client takes that.
        case zeros(Int)
        /// A good beginning, and then a letter now and again.
        case drips
        /// Says that more is to come, and hangs up.
        case breaksOff(String)
    }

    let port: Int
    let scheme: String
    private let channel: any Channel
    private let script: Script

    var requests: [HTTPRequestHead] { script.requests.withLock { $0 } }
    var address: String { "\(scheme)://localhost:\(port)/basic.ics" }

    static func start(
        _ answers: [Answer] = [],
        certificate: TestCertificate? = nil,
        always: (@Sendable (Int) -> Answer)? = nil
    ) async throws -> FeedServer {
        let script = Script(answers: answers, always: always)
        let tls = try certificate.map { try NIOSSLContext(configuration: $0.server) }
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    if let tls { try pipeline.addHandler(NIOSSLServerHandler(context: tls)) }
                    try pipeline.configureHTTPServerPipeline()
                    let compressor = HTTPResponseCompressor(responseCompressionPredicate: { head, _ in
                        let isPlain = head.headers["Content-Encoding"].isEmpty
                        return head.status == .ok && isPlain ? .compressIfPossible : .doNotCompress
                    })
                    try pipeline.addHandler(compressor)
                    try pipeline.addHandler(Playing(script: script))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return FeedServer(channel: channel, script: script, isSecure: tls != nil)
    }

    private init(channel: any Channel, script: Script, isSecure: Bool) {
        self.channel = channel
        self.script = script
        port = channel.localAddress?.port ?? 0
        scheme = isSecure ? "https" : "http"
    }

    deinit {
        channel.close(promise: nil)
    }
}

private final class Script: Sendable {
    let requests = Mutex<[HTTPRequestHead]>([])
    private let answers: [FeedServer.Answer]
    private let always: (@Sendable (Int) -> FeedServer.Answer)?

    init(answers: [FeedServer.Answer], always: (@Sendable (Int) -> FeedServer.Answer)?) {
        (self.answers, self.always) = (answers, always)
    }

    func next(after head: HTTPRequestHead) -> FeedServer.Answer {
        let index = requests.withLock { requests in
            requests.append(head)
            return requests.count - 1
        }
        return always?(index) ?? answers[min(index, answers.count - 1)]
    }
}

private final class Playing: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let script: Script
    private var head: HTTPRequestHead?

    init(script: Script) {
        self.script = script
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): self.head = head
        case .body: return
        case .end:
            if let head { play(script.next(after: head), context) }
        }
    }

    private func play(_ answer: FeedServer.Answer, _ context: ChannelHandlerContext) {
        switch answer {
        case .sends(let status, let headers, let body):
            begin(status, headers, context)
            send(body, context)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        case .zeros(let count):
            begin(200, [:], context)
            let zeros = context.channel.allocator.buffer(repeating: 0, count: count)
            context.write(wrapOutboundOut(.body(.byteBuffer(zeros))), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        case .drips:
            begin(200, ["Content-Encoding": "identity"], context)
            send("BEGIN:VCALENDAR\r\n", context)
            drip(context)
        case .breaksOff(let body):
            begin(200, ["Content-Length": "1000000", "Content-Encoding": "identity"], context)
            send(body, context)
            context.flush()
            context.close(promise: nil)
        }
    }

    private func drip(_ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: .milliseconds(20)) {
            let (handler, context) = bound.value
            guard context.channel.isActive else { return }
            handler.send("X", context)
            context.flush()
            handler.drip(context)
        }
    }

    private func begin(_ status: Int, _ headers: [String: String], _ context: ChannelHandlerContext) {
        let head = HTTPResponseHead(
            version: .http1_1,
            status: HTTPResponseStatus(statusCode: status),
            headers: HTTPHeaders(headers.map { ($0.key, $0.value) })
        )
        context.write(wrapOutboundOut(.head(head)), promise: nil)
    }

    private func send(_ text: String, _ context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: text)))), promise: nil)
    }
}
