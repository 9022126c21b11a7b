import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Synchronization

/// Keeps an answer's head and, if it is a 200, its text as far as that is not too large. Of anything else the head says
/// all there is to know: what follows it is not read.
final class AnswerCollector: HTTPClientResponseDelegate, Sendable {
    struct Answer {
        var head: HTTPResponseHead
        var body: [UInt8] = []
    }

    /// The head has said enough.
    struct Enough: Error {
        let answer: Answer
    }

    private let kept = Mutex<Answer?>(nil)
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    func didReceiveHead(task: HTTPClient.Task<Answer>, _ head: HTTPResponseHead) -> EventLoopFuture<Void> {
        let answer = Answer(head: head)
        guard head.status == .ok else { return task.eventLoop.makeFailedFuture(Enough(answer: answer)) }
        kept.withLock { $0 = answer }
        let announced = head.headers.first(name: "Content-Length").flatMap { Int($0) } ?? 0
        return announced > limit ? tooLarge(task) : task.eventLoop.makeSucceededVoidFuture()
    }

    func didReceiveBodyPart(task: HTTPClient.Task<Answer>, _ part: ByteBuffer) -> EventLoopFuture<Void> {
        let isTaken = kept.withLock { answer in
            part.withUnsafeReadableBytes { answer?.body.append(contentsOf: $0) }
            return answer?.body.count ?? 0 <= limit
        }
        return isTaken ? task.eventLoop.makeSucceededVoidFuture() : tooLarge(task)
    }

    func didFinishRequest(task: HTTPClient.Task<Answer>) throws -> Answer {
        guard let answer = kept.withLock({ $0 }) else { throw FetchFailure.unreachable }
        return answer
    }

    private func tooLarge(_ task: HTTPClient.Task<Answer>) -> EventLoopFuture<Void> {
        task.eventLoop.makeFailedFuture(FetchFailure.tooLarge(limit: limit))
    }
}
