import NIOCore
import NIOHTTP1
import Synchronization

/// Plays what a server's script says to one connection.
final class Playing: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let script: Script
    private var head: HTTPRequestHead?
    private static let partSize = 1 << 16

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

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // Clients that have enough hang up.
        context.close(promise: nil)
    }

    private func play(_ answer: FeedServer.Answer, _ context: ChannelHandlerContext) {
        switch answer {
        case .sends(let status, let headers, let body):
            begin(status, headers, context)
            send(ByteBuffer(string: body), context)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        case .endless:
            begin(200, ["Content-Encoding": "identity"], context)
            goOn(ByteBuffer(repeating: UInt8(ascii: "X"), count: Self.partSize), context)
        case .bomb:
            begin(200, [:], context)
            goOn(ByteBuffer(repeating: 0, count: Self.partSize), context)
        case .drips:
            begin(200, ["Content-Encoding": "identity"], context)
            send(ByteBuffer(string: "BEGIN:VCALENDAR\r\n"), context)
            context.flush()
            drip(context)
        case .breaksOff(let body):
            begin(200, ["Content-Length": "1000000", "Content-Encoding": "identity"], context)
            send(ByteBuffer(string: body), context)
            context.flush()
            context.close(promise: nil)
        }
    }

    /// The same once more, as soon as the one before is on its way.
    private func goOn(_ part: ByteBuffer, _ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let promise = context.eventLoop.makePromise(of: Void.self)
        context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(part))), promise: promise)
        promise.futureResult.whenSuccess {
            let (handler, context) = bound.value
            handler.script.parts.withLock { $0 += 1 }
            // In a turn of its own: a compressor may have nothing to send for a while.
            context.eventLoop.execute {
                let (handler, context) = bound.value
                guard context.channel.isActive else { return }
                handler.goOn(part, context)
            }
        }
    }

    private func drip(_ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: .milliseconds(20)) {
            let (handler, context) = bound.value
            guard context.channel.isActive else { return }
            handler.script.parts.withLock { $0 += 1 }
            handler.send(ByteBuffer(string: "X"), context)
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

    private func send(_ text: ByteBuffer, _ context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(.body(.byteBuffer(text))), promise: nil)
    }
}
