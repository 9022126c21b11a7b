import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A real web server on loopback that gives one calendar, which a test changes as it likes.
final class CalendarServer: Sendable {
    struct Answer: Sendable {
        var status = 200
        var body = ""
    }

    let port: Int
    private let channel: any Channel
    private let current: Current

    var address: String { "http://localhost:\(port)/private-0123456789/basic.ics" }

    /// A calendar of closed days: `2026-12-01 Teacher day`, each with a UID of its own.
    static func start(_ days: [String]) async throws -> CalendarServer {
        let current = Current()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(Answering(current: current))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let server = CalendarServer(channel: channel, current: current)
        server.give(days)
        return server
    }

    private init(channel: any Channel, current: Current) {
        (self.channel, self.current) = (channel, current)
        port = channel.localAddress?.port ?? 0
    }

    deinit {
        channel.close(promise: nil)
    }

    /// Gives these days from now on.
    func give(_ days: [String], edition: String = "") {
        let events = days.flatMap { day in
            let (date, title) = (day.prefix(10), day.dropFirst(11))
            return [
                "BEGIN:VEVENT", "UID:\(date)\(edition)@school", "DTSTAMP:20261101T000000Z",
                "DTSTART;VALUE=DATE:\(date.filter { $0 != "-" })", "SUMMARY:\(title)", "END:VEVENT",
            ]
        }
        give(
            text: (["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x"] + events + ["END:VCALENDAR", ""]).joined(
                separator: "\r\n"
            )
        )
    }

    func give(status: Int = 200, text: String) {
        current.answer.withLock { $0 = Answer(status: status, body: text) }
    }
}

private final class Current: Sendable {
    let answer = Mutex(CalendarServer.Answer())
}

private final class Answering: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let current: Current

    init(current: Current) {
        self.current = current
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .end = unwrapInboundIn(data) else { return }
        let answer = current.answer.withLock { $0 }
        let head = HTTPResponseHead(
            version: .http1_1,
            status: HTTPResponseStatus(statusCode: answer.status),
            headers: ["Content-Length": "\(answer.body.utf8.count)"]
        )
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: answer.body)))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}
