import NIOCore
import NIOHTTPTypes

/// One request for each connection, little of it, and not for long: whoever is slow, or goes on, is cut off.
///
/// Its timer stands only while the connection does.
final class ConnectionLimits: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let lifetime: TimeAmount
    private var end: Scheduled<Void>?
    private var hasRequest = false
    private var bytes = 0
    /// Of a body, before nobody listens any more; what is answered for one that is too long is said before.
    private static let mostBytes = 65_536

    /// - Parameter lifetime: how long a connection lasts, whatever happens on it.
    init(lifetime: TimeAmount) {
        self.lifetime = lifetime
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let channel = context.channel
        end = context.eventLoop.scheduleTask(in: lifetime) { channel.close(promise: nil) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        end?.cancel()
    }

    func channelInactive(context: ChannelHandlerContext) {
        end?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            guard !hasRequest else { return context.close(promise: nil) }
            hasRequest = true
        case .body(let buffer):
            bytes += buffer.readableBytes
            guard bytes <= Self.mostBytes else { return context.close(promise: nil) }
        case .end: break
        }
        context.fireChannelRead(data)
    }

    /// After an answer nothing more is said; the far end closes, or the time is over.
    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
        let channel = context.channel
        let written = promise ?? context.eventLoop.makePromise()
        written.futureResult.whenComplete { _ in channel.close(mode: .output, promise: nil) }
        context.write(data, promise: written)
    }
}
