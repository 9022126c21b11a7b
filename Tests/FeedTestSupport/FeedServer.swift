import NIOCore
package import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL
import Synchronization

/// A real web server on loopback that plays a part, one answer after the other; the last one stays.
package final class FeedServer: Sendable {
    package enum Answer: Sendable {
        case sends(Int, headers: [String: String] = [:], body: String = "")
        /// A text that has no end, as it is.
        case endless
        /// Zeros that have no end, packed where the client takes that.
        case bomb
        /// A good beginning, and then a letter now and again.
        case drips
        /// Says that more is to come, and hangs up.
        case breaksOff(String)
    }

    package let port: Int
    private let scheme: String
    private let channel: any Channel
    private let script: Script

    package static let path = "/private-0123456789/basic.ics"
    package var address: String { "\(scheme)://localhost:\(port)\(Self.path)" }
    /// What was asked, in order.
    package var requests: [HTTPRequestHead] { script.requests.withLock { $0 } }
    /// Octets that went out to clients, as they were on the way.
    package var sent: Int { script.sent.withLock { $0 } }
    /// Letters, or parts of an endless text, that a client was sent beyond what a good one would be.
    package var parts: Int { script.parts.withLock { $0 } }

    package static func start(
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
                    try pipeline.addHandler(Counting(script: script))
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

    /// From now on this is the answer, in place of what is left of the others.
    package func give(_ answer: Answer) {
        script.give(answer)
    }
}

/// What the server is to play, and what became of it.
final class Script: Sendable {
    let requests = Mutex<[HTTPRequestHead]>([])
    let sent = Mutex(0)
    let parts = Mutex(0)
    private let answers: Mutex<[FeedServer.Answer]>
    private let always: (@Sendable (Int) -> FeedServer.Answer)?

    init(answers: [FeedServer.Answer], always: (@Sendable (Int) -> FeedServer.Answer)?) {
        self.answers = Mutex(answers)
        self.always = always
    }

    func give(_ answer: FeedServer.Answer) { answers.withLock { $0 = [answer] } }

    func next(after head: HTTPRequestHead) -> FeedServer.Answer {
        let index = requests.withLock { requests in
            requests.append(head)
            return requests.count - 1
        }
        if let always { return always(index) }
        return answers.withLock { $0.count > 1 ? $0.removeFirst() : $0.first ?? .sends(404) }
    }
}

/// Counts what goes out, next to the wire.
private final class Counting: ChannelOutboundHandler, Sendable {
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let script: Script

    init(script: Script) {
        self.script = script
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let octets = unwrapOutboundIn(data).readableBytes
        let written = promise ?? context.eventLoop.makePromise()
        let script = script
        written.futureResult.whenSuccess { script.sent.withLock { $0 += octets } }
        context.write(data, promise: written)
    }
}
