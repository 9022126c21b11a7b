import ICalendar
import Synchronization

/// How many more wrong tokens are answered: twenty at once, and one more every three seconds.
///
/// Two numbers for all who try: right tokens are answered whatever others do, so nobody can lock the family out, and
/// there is nothing that grows with who asks.
final class WrongTokens: Sendable {
    private let clock: @Sendable () -> Instant
    private let state: Mutex<(left: Int, at: Instant)>
    private static let most = 20
    private static let secondsForOne = 3

    init(clock: @escaping @Sendable () -> Instant) {
        self.clock = clock
        state = Mutex((Self.most, clock()))
    }

    /// Counts one; whether it is answered.
    func take() -> Bool {
        let now = clock()
        return state.withLock { state in
            let passed = now - state.at
            // A clock that was set back keeps nobody waiting for longer.
            let more = passed < 0 ? Self.most : passed / Self.secondsForOne
            if more > 0 { state = (min(Self.most, state.left + more), now) }
            guard state.left > 0 else { return false }
            state.left -= 1
            return true
        }
    }
}
