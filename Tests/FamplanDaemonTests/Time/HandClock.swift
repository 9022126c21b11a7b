import FamplanAPI
import Foundation
import ICalendar
import Logging
import Synchronization

@testable import FamplanDaemon

/// A clock that a test moves.
final class HandClock: Sendable {
    fileprivate let moment: Mutex<Instant>

    init(_ moment: Instant) {
        self.moment = Mutex(moment)
    }

    var now: Instant { moment.withLock { $0 } }
    var source: TimeSource { .standing { self.now } }

    func move(to text: String) {
        let instant = Instant(rfc3339: text)!
        moment.withLock { $0 = instant }
    }
}

/// Tells what a worker answered, each time that it did.
struct Overheard: Worker {
    let answers: AsyncStream<Instant?>
    private let worker: any Worker
    private let answered: AsyncStream<Instant?>.Continuation

    init(_ worker: any Worker) {
        self.worker = worker
        (answers, answered) = AsyncStream.makeStream()
    }

    func work() async throws -> Instant? {
        do {
            let next = try await worker.work()
            answered.yield(next)
            return next
        } catch {
            answered.yield(nil)
            throw error
        }
    }
}

/// A worker that a test writes.
struct WrittenWorker: Worker {
    let body: @Sendable () async throws -> Instant?

    func work() async throws -> Instant? { try await body() }
}

/// Keeps the lines of a log.
final class LogKeeper: Sendable {
    private let kept = Mutex<[String]>([])

    var lines: [String] { kept.withLock { $0 } }
    var logger: Logger { Logger(label: "test") { _ in Handler(keeper: self) } }

    private struct Handler: LogHandler {
        let keeper: LogKeeper
        var logLevel = Logger.Level.info
        var metadata: Logger.Metadata = [:]

        func log(event: LogEvent) {
            keeper.kept.withLock { $0.append("\(event.level) \(event.message) \(event.metadata ?? [:])") }
        }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }
    }
}

/// Runs a service while a body goes on, and tells it to stop.
func running(_ service: TimeService, _ body: @Sendable @escaping () async throws -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await service.run() }
        try await body()
        group.cancelAll()
        try await group.waitForAll()
    }
}

extension HandClock {
    func move(by seconds: Int) {
        moment.withLock { $0 = $0.adding(seconds: seconds) }
    }
}
