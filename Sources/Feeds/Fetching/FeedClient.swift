import AsyncHTTPClient
import Dispatch
import Glibc
import ICalendar
public import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOSSL

/// Asks feeds' servers, within limits, and never a machine that it must not ask.
///
/// It leans on futures, as `WebClient` of the notifications does: the client's own async functions start tasks that
/// would keep an idle daemon awake. Every question has a client of its own, bound to the address that was checked.
public struct FeedClient: Sendable {
    private let group: any EventLoopGroup
    private let limits: FeedLimits
    private let trusted: [NIOSSLCertificate]
    private let resolver = Resolver()

    public init(group: any EventLoopGroup, limits: FeedLimits = FeedLimits()) {
        self.init(group: group, limits: limits, trusted: [])
    }

    /// - Parameter trusted: certificates besides the system's, for tests.
    init(group: any EventLoopGroup, limits: FeedLimits, trusted: [NIOSSLCertificate]) {
        (self.group, self.limits, self.trusted) = (group, limits, trusted)
    }

    /// Asks, and follows redirects. Nothing is thrown: what went wrong is an outcome like any other.
    public func fetch(_ request: FeedRequest) async -> FeedFetch {
        let deadline = NIODeadline.now() + .seconds(limits.seconds)
        var trail = RedirectTrail(from: request.address, limit: limits.redirects)
        do {
            while true {
                let answer = try await ask(request, at: trail.current, deadline)
                let status = Int(answer.head.status.code)
                guard RedirectTrail.isRedirect(status) else {
                    return .answered(feedAnswer(answer, to: request, storing: trail.stored))
                }
                try trail.follow(status: status, to: answer.head.headers.first(name: "Location"))
            }
        } catch {
            return .failed(failure(error))
        }
    }

    private func ask(
        _ request: FeedRequest,
        at address: FeedAddress,
        _ deadline: NIODeadline
    ) async throws -> AnswerCollector.Answer {
        let known = try await resolver.addresses(of: address.host, on: group.next(), deadline: deadline).get()
        guard !known.isEmpty else { throw FetchFailure.unknownHost }
        let allowed = request.allowsPrivate ? known : known.filter(\.isPublic)
        guard !allowed.isEmpty else { throw FetchFailure.privateAddress }
        var last: any Error = FetchFailure.unreachable
        for target in allowed.prefix(3) {
            do {
                return try await ask(request, at: address, on: target, deadline)
            } catch let error where isConnectionError(error) {
                last = error
            }
        }
        throw last
    }

    private func ask(
        _ request: FeedRequest,
        at address: FeedAddress,
        on target: IPAddress,
        _ deadline: NIODeadline
    ) async throws -> AnswerCollector.Answer {
        let question = try HTTPClient.Request(
            url: address.url,
            method: .GET,
            headers: headers(of: request, at: address)
        )
        let client = HTTPClient(
            eventLoopGroup: group,
            configuration: configuration(connecting: question.host, to: target)
        )
        // On a queue of its own: Dispatch looks after the global ones from their first use on, for good.
        defer { client.shutdown(queue: DispatchQueue(label: "famplan.feeds")) { _ in } }
        let task = client.execute(request: question, delegate: AnswerCollector(limit: limits.size), deadline: deadline)
        do {
            return try await withTaskCancellationHandler {
                try await answer(of: task, deadline).get()
            } onCancel: {
                task.cancel()
            }
        } catch let enough as AnswerCollector.Enough {
            return enough.answer
        }
    }

    /// What comes of a task; a time-out soon after the deadline whatever becomes of it, so that nobody waits for ever.
    private func answer(
        of task: HTTPClient.Task<AnswerCollector.Answer>,
        _ deadline: NIODeadline
    ) -> EventLoopFuture<AnswerCollector.Answer> {
        let promise = task.eventLoop.makePromise(of: AnswerCollector.Answer.self)
        let limit = task.eventLoop.scheduleTask(deadline: deadline + .seconds(1)) { promise.fail(FetchFailure.timeOut) }
        task.futureResult.cascade(to: promise)
        promise.futureResult.whenComplete { _ in limit.cancel() }
        return promise.futureResult
    }

    private func headers(of request: FeedRequest, at address: FeedAddress) -> HTTPHeaders {
        var headers: HTTPHeaders = [
            "User-Agent": "famplan", "Accept": "text/calendar, */*;q=0.1", "Accept-Encoding": "gzip",
        ]
        if let etag = request.etag { headers.add(name: "If-None-Match", value: etag) }
        if let lastModified = request.lastModified { headers.add(name: "If-Modified-Since", value: lastModified) }
        if address.isSameOrigin(as: request.address), let authorization = request.address.authorization {
            headers.add(name: "Authorization", value: authorization)
        }
        return headers
    }

    private func configuration(connecting host: String, to target: IPAddress) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(10)),
            decompression: .enabled(limit: .size(limits.size))
        )
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        // The certificate is still asked for the name.
        configuration.dnsOverride = [host: target.text]
        if !trusted.isEmpty {
            configuration.tlsConfiguration = .makeClientConfiguration()
            configuration.tlsConfiguration?.additionalTrustRoots = [.certificates(trusted)]
        }
        return configuration
    }

    private func feedAnswer(
        _ answer: AnswerCollector.Answer,
        to request: FeedRequest,
        storing address: FeedAddress
    ) -> FeedAnswer {
        let headers = answer.head.headers
        let now = Instant(secondsSinceEpoch: time(nil))
        return FeedAnswer(
            status: Int(answer.head.status.code),
            etag: headers.first(name: "ETag"),
            lastModified: headers.first(name: "Last-Modified"),
            contentType: headers.first(name: "Content-Type"),
            retryAfter: headers.first(name: "Retry-After").flatMap { RetryAfter.seconds($0, at: now) },
            body: answer.body,
            address: address,
            wasConditional: request.isConditional
        )
    }

    private func isConnectionError(_ error: any Error) -> Bool {
        failure(error) == .unreachable
    }

    private func failure(_ error: any Error) -> FetchFailure {
        switch error {
        case let failure as FetchFailure: failure
        case let error as HTTPClientError: failure(of: error)
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError: .untrusted
        case NIOHTTPDecompression.DecompressionError.limit: .tooLarge(limit: limits.size)
        case is NIOHTTPDecompression.DecompressionError, is NIOHTTPDecompression.ExtraDecompressionError: .damaged
        default: .unreachable
        }
    }

    private func failure(of error: HTTPClientError) -> FetchFailure {
        switch error {
        case .cancelled: .cancelled
        case .deadlineExceeded, .readTimeout, .getConnectionFromPoolTimeout, .tlsHandshakeTimeout: .timeOut
        default: .unreachable
        }
    }
}
