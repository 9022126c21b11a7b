import AsyncHTTPClient
import Dispatch
import ICalendar
public import NIOCore
import NIOHTTP1
import Synchronization
import Glibc

/// Posts to web servers, without following where they point to.
///
/// It leans on futures: the client's own async functions start tasks that would keep an idle daemon awake for good
/// (docs/decisions/0014-channels.md). A client with nothing to do has no timers; a connection is closed after some seconds.
public final class WebClient: Sendable {
    private let client: HTTPClient
    private let limit: Int
    private static let idleSeconds: Int64 = 5
    private static let name = ("User-Agent", "famplan")

    /// - Parameter limit: seconds until an answer must be there.
    public init(group: any EventLoopGroup, limit: Int = 30) {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(10)),
            connectionPool: .init(idleTimeout: .seconds(Self.idleSeconds))
        )
        configuration.httpVersion = .http1Only
        // The outbox tries again; twenty tries in a row help nobody.
        configuration.connectionPool.retryConnectionEstablishment = false
        client = HTTPClient(eventLoopGroup: group, configuration: configuration)
        self.limit = limit
    }

    deinit {
        // On a queue of its own: Dispatch looks after the global ones from their first use on, for good.
        client.shutdown(queue: DispatchQueue(label: "famplan.web")) { _ in }
    }

    /// Whether it is an address to which can be posted: `https://HOST/…` or `http://HOST/…`.
    public static func canPost(to address: String) -> Bool {
        guard address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return false }
        let request = try? HTTPClient.Request(url: address, method: .POST)
        return request.map { ["http", "https"].contains($0.scheme) } ?? false
    }

    /// Posts JSON, and says what the answer means for a message.
    func post(_ body: [UInt8], to address: String, headers: [(name: String, value: String)] = []) async -> Delivery {
        await answer(
            to: try? HTTPClient.Request(
                url: address,
                method: .POST,
                headers: HTTPHeaders([("Content-Type", "application/json"), Self.name] + headers),
                body: .bytes(body)
            )
        )
    }

    /// Calls an address, as a browser would; says whether it answered well.
    func get(_ address: String) async -> Delivery {
        await answer(to: try? HTTPClient.Request(url: address, headers: HTTPHeaders([Self.name])))
    }

    private func answer(to request: HTTPClient.Request?) async -> Delivery {
        guard let request else { return .refused(why: "the address is not one of the web") }
        let answer = AnswerHead()
        let task = client.execute(request: request, delegate: answer, deadline: .now() + .seconds(Int64(limit)))
        do {
            try await withTaskCancellationHandler {
                try await task.futureResult.get()
            } onCancel: {
                task.cancel()
            }
        } catch {
            // An answer whose text did not come to its end is one all the same.
            guard answer.head == nil else { return delivery(answer.head) }
            return .delayed(after: nil, why: words(error))
        }
        return delivery(answer.head)
    }

    private func delivery(_ head: HTTPResponseHead?) -> Delivery {
        guard let head else { return .delayed(after: nil, why: "the server gave no answer") }
        let now = Instant(secondsSinceEpoch: time(nil))
        return WebAnswer(status: Int(head.status.code), retryAfter: head.headers.first(name: "Retry-After"), now: now)
            .delivery
    }

    /// Nothing of what an error says: it may name the address.
    private func words(_ error: any Error) -> String {
        switch error as? HTTPClientError {
        case .cancelled: "famplan was told to stop before the server answered"
        case .connectTimeout: "the server cannot be reached"
        case .deadlineExceeded, .readTimeout, .getConnectionFromPoolTimeout:
            "the server did not answer within \(limit) s"
        default: "the server cannot be reached (\(type(of: error)))"
        }
    }
}

/// Keeps an answer's head, and reads over its text.
private final class AnswerHead: HTTPClientResponseDelegate {
    private let kept = Mutex<HTTPResponseHead?>(nil)

    var head: HTTPResponseHead? { kept.withLock { $0 } }

    func didReceiveHead(task: HTTPClient.Task<Void>, _ head: HTTPResponseHead) -> EventLoopFuture<Void> {
        kept.withLock { $0 = head }
        return task.eventLoop.makeSucceededVoidFuture()
    }

    func didFinishRequest(task: HTTPClient.Task<Void>) {}
}
