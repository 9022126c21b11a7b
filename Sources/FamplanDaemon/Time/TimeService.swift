import FamplanAPI
import ICalendar
import Logging
import ServiceLifecycle

/// Sleeps until anything is due, and wakes the workers: then, at the start, when it is nudged and when the clock is set.
///
/// Each worker goes at its own pace: one that waits for the network keeps no other waiting.
struct TimeService: Service {
    private let workers: [any Worker]
    private let clock: TimeSource
    private let logger: Logger
    private let turns: Turns
    let alarm: Alarm
    private static let retryAfter = 60

    /// - Parameters:
    ///   - turns: where it notes who is at work.
    ///   - alarm: one that nobody else listens to.
    init(
        workers: [any Worker],
        clock: TimeSource,
        turns: Turns = Turns(),
        alarm: Alarm? = nil,
        logger: Logger
    ) throws(SystemError) {
        self.workers = workers
        self.clock = clock
        self.turns = turns
        self.logger = logger
        if let alarm { self.alarm = alarm } else { self.alarm = try Alarm() }
    }

    /// Says that something has changed, and with it perhaps what is due. Costs next to nothing.
    func nudge() {
        alarm.ring()
    }

    /// Runs until it is told to stop, and then stops at once.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                let due = DueTimes(workers: workers.count, alarm: alarm, clock: clock)
                let calls = workers.enumerated().map { position, worker in
                    let (calls, call) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
                    group.addTask {
                        for await _ in calls {
                            turns.begin(position)
                            due.note(await turn(of: worker), of: position)
                            turns.end(position)
                        }
                    }
                    return call
                }
                nudge()
                for await _ in alarm.rings {
                    due.forgetDue()
                    for call in calls { call.yield() }
                }
                for call in calls { call.finish() }
            }
        }
    }

    /// Lets a worker do what is due; gives when to ask it again.
    func turn(of worker: any Worker) async -> Instant? {
        do {
            return try await worker.work()
        } catch {
            // Only the kinds of things: what an error says may name what the family wrote.
            logger.log(
                .workerFailed,
                .error,
                "a worker could not do what is due, and is asked again in a minute",
                metadata: [
                    "worker": "\(type(of: worker))", "error": "\(type(of: error))",
                    "kind": "\(ErrorBody(of: error).error.kind.rawValue)",
                ]
            )
            return clock.now.adding(seconds: Self.retryAfter)
        }
    }
}
