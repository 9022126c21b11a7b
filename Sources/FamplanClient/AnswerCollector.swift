internal import FamplanAPI
internal import NIOCore
internal import NIOHTTP1

/// Puts the parts of one answer together and keeps the promise with it.
///
/// The promise is kept once: what comes after its first failure or its success changes nothing.
final class AnswerCollector: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart

    private let answer: EventLoopPromise<WireResponse>
    private let limit: Int
    /// Gets the body instead, unless the answer is a refusal.
    private let sink: BodySink?
    private var response = WireResponse(status: 0, body: [])
    private var body = ByteBuffer()

    init(answer: EventLoopPromise<WireResponse>, limit: Int, sink: BodySink? = nil) {
        self.answer = answer
        self.limit = limit
        self.sink = sink
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            response.status = Int(head.status.code)
            response.about = head.headers.first(name: BackupContents.header)
        case .body(var part):
            if let sink, response.isSuccess { return give(part, to: sink, context) }
            guard body.readableBytes + part.readableBytes <= limit else {
                return fail(ClientError.tooLarge(limit: limit), context)
            }
            body.writeBuffer(&part)
        case .end:
            response.body = Array(body.readableBytesView)
            answer.succeed(response)
            context.close(promise: nil)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case HTTPParserError.invalidEOFState: fail(ClientError.interrupted, context)
        case is HTTPParserError:
            fail(ClientError.unreadable(status: response.status, reason: "it is not HTTP"), context)
        // A reset: what was already read may still hold the answer; a closed channel fails what is left.
        default: context.close(promise: nil)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        answer.fail(ClientError.interrupted)
        context.fireChannelInactive()
    }

    private func give(_ part: ByteBuffer, to sink: BodySink, _ context: ChannelHandlerContext) {
        do { try sink(Array(part.readableBytesView)) } catch { fail(error, context) }
    }

    private func fail(_ error: any Error, _ context: ChannelHandlerContext) {
        answer.fail(error)
        context.close(promise: nil)
    }
}
