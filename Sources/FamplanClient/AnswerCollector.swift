internal import NIOCore
internal import NIOHTTP1

/// Puts the parts of one answer together and keeps the promise with it.
///
/// The promise is kept once: what comes after its first failure or its success changes nothing.
final class AnswerCollector: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart

    private let answer: EventLoopPromise<WireResponse>
    private let limit: Int
    private var status = 0
    private var body = ByteBuffer()

    init(answer: EventLoopPromise<WireResponse>, limit: Int) {
        self.answer = answer
        self.limit = limit
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            status = Int(head.status.code)
        case .body(var part):
            guard body.readableBytes + part.readableBytes <= limit else {
                return fail(.tooLarge(limit: limit), context)
            }
            body.writeBuffer(&part)
        case .end:
            answer.succeed(WireResponse(status: status, body: Array(body.readableBytesView)))
            context.close(promise: nil)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case HTTPParserError.invalidEOFState: fail(.interrupted, context)
        case is HTTPParserError: fail(.unreadable(status: status, reason: "it is not HTTP"), context)
        // A reset: what was already read may still hold the answer; a closed channel fails what is left.
        default: context.close(promise: nil)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        answer.fail(ClientError.interrupted)
        context.fireChannelInactive()
    }

    private func fail(_ error: ClientError, _ context: ChannelHandlerContext) {
        answer.fail(error)
        context.close(promise: nil)
    }
}
