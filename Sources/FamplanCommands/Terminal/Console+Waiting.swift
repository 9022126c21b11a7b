internal import Dispatch
internal import Glibc

extension Console {
    /// Does what has no end of its own until Ctrl-C, or SIGTERM, ends it: that is no failure.
    func untilInterrupted(_ work: @escaping @Sendable () async throws -> Void) async throws {
        let interrupts = interrupts()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { for await _ in interrupts { return } }
            group.addTask { try await work() }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    /// An element at the first SIGINT or SIGTERM, which ends nothing by itself; the second ends the process, whatever holds it up.
    static func interruptsOfProcess() -> AsyncStream<Void> {
        AsyncStream { interrupts in
            nonisolated(unsafe) let sources = [SIGINT, SIGTERM].map { number in
                signal(number, SIG_IGN)
                let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
                source.setEventHandler {
                    signal(number, SIG_DFL)
                    interrupts.yield()
                }
                source.resume()
                return source
            }
            interrupts.onTermination = { _ in for source in sources { source.cancel() } }
        }
    }

    static func secondsOfProcess() -> AsyncStream<Int> {
        AsyncStream { seconds in
            let counting = Task {
                for second in 1... {
                    try await Task.sleep(for: .seconds(1))
                    seconds.yield(second)
                }
            }
            seconds.onTermination = { _ in counting.cancel() }
        }
    }
}
