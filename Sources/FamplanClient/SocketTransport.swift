internal import Glibc
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// HTTP/1.1 over a Unix socket: one connection and one request, on the event loop that it is called on; where it is called on none, on
/// a thread of its own that is gone after the answer.
package struct SocketTransport: Sendable {
    private let path: String
    private let patience: Duration
    private let limit: Int
    private static let streamPatience = Duration.seconds(1_800)

    /// - Parameters:
    ///   - patience: How long to wait for the whole answer.
    ///   - limit: What an answer may weigh, in bytes.
    package init(path: String, patience: Duration = .seconds(120), limit: Int = 256 << 20) {
        self.path = path
        self.patience = patience
        self.limit = limit
    }

    /// - Parameter sink: Gets the body of the answer in parts, unless it is a refusal; of any size.
    package func send(_ request: WireRequest, into sink: BodySink? = nil) async throws -> WireResponse {
        if let loop = MultiThreadedEventLoopGroup.currentEventLoop {
            return try await exchange(request, into: sink, on: loop)
        }
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        do {
            let response = try await exchange(request, into: sink, on: group.next())
            try await group.shutdownGracefully()
            return response
        } catch {
            try await group.shutdownGracefully()
            throw error
        }
    }

    private func exchange(
        _ request: WireRequest,
        into sink: BodySink?,
        on loop: any EventLoop
    ) async throws -> WireResponse {
        let answer = loop.makePromise(of: WireResponse.self)
        let channel: any Channel
        do {
            channel = try await connect(on: loop, answer: answer, sink: sink)
        } catch {
            answer.fail(error)
            throw unreachable(error)
        }
        defer { channel.close(promise: nil) }
        let end = patience(with: request, streamed: sink != nil).map { patience in
            loop.scheduleTask(in: TimeAmount(patience)) {
                answer.fail(ClientError.timedOut(seconds: Int(patience.components.seconds)))
            }
        }
        defer { end?.cancel() }
        write(request, to: channel)
        return try await withTaskCancellationHandler {
            try await answer.futureResult.get()
        } onCancel: {
            channel.close(promise: nil)
        }
    }

    /// How long to wait for the whole answer; nil: for as long as it goes on.
    private func patience(with request: WireRequest, streamed: Bool) -> Duration? {
        if request.isEndless { return nil }
        // Copying and checking a large database takes its time.
        return streamed ? max(patience, Self.streamPatience) : patience
    }

    private func connect(
        on loop: any EventLoop,
        answer: EventLoopPromise<WireResponse>,
        sink: BodySink?
    ) async throws -> any Channel {
        let limit = limit
        return try await ClientBootstrap(group: loop)
            .connectTimeout(TimeAmount(min(patience, .seconds(5))))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    let collector = AnswerCollector(answer: answer, limit: limit, sink: sink)
                    try channel.pipeline.syncOperations.addHandler(collector)
                }
            }
            .connect(unixDomainSocketPath: path)
            .get()
    }

    /// A failed write is not reported here: the daemon may have answered and closed before it read all (a request too
    /// large), and what it said counts more. If it said nothing, the closed connection tells.
    private func write(_ request: WireRequest, to channel: any Channel) {
        var headers: HTTPHeaders = ["Host": "famplan", "Accept": "application/json", "Connection": "close"]
        if let body = request.body {
            headers.add(name: "Content-Type", value: request.contentType)
            headers.add(name: "Content-Length", value: String(body.count))
        }
        let method = HTTPMethod(rawValue: request.method.rawValue)
        let head = HTTPRequestHead(version: .http1_1, method: method, uri: request.target, headers: headers)
        channel.write(HTTPClientRequestPart.head(head), promise: nil)
        if let body = request.body {
            channel.write(HTTPClientRequestPart.body(.byteBuffer(ByteBuffer(bytes: body))), promise: nil)
        }
        channel.writeAndFlush(HTTPClientRequestPart.end(nil), promise: nil)
    }

    private func unreachable(_ error: any Error) -> ClientError {
        switch error {
        case let error as IOError where error.errnoCode == EACCES || error.errnoCode == EPERM:
            .notAllowed(path: path)
        case let error as IOError:
            .unreachable(path: path, reason: String(cString: strerror(error.errnoCode)).lowercased())
        case SocketAddressError.unixDomainSocketPathTooLong:
            .unreachable(path: path, reason: "the path is longer than a socket's may be")
        case ChannelError.connectTimeout:
            .unreachable(path: path, reason: "it does not take the connection")
        default:
            .unreachable(path: path, reason: String(describing: error))
        }
    }
}
