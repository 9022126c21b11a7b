import NIOCore
import Synchronization

/// Since when each worker is at what it does now.
final class Turns: Sendable {
    private let limit: TimeAmount
    private let clock: @Sendable () -> NIODeadline
    private let begun = Mutex<[Int: NIODeadline]>([:])

    /// - Parameters:
    ///   - limit: for how long one turn may last. Sending has limits of its own that come to some minutes.
    ///   - clock: one that nobody sets, and that stands while the machine sleeps.
    init(limit: TimeAmount = .hours(1), clock: @escaping @Sendable () -> NIODeadline = { .now() }) {
        self.limit = limit
        self.clock = clock
    }

    func begin(_ worker: Int) {
        let now = clock()
        begun.withLock { $0[worker] = now }
    }

    func end(_ worker: Int) {
        begun.withLock { $0[worker] = nil }
    }

    /// A worker that is at one turn for longer than the limit.
    func stuck() -> Int? {
        let now = clock()
        return begun.withLock { $0.filter { now - $0.value > limit }.keys.min() }
    }
}
