import ICalendar
import Synchronization

/// When each worker next has something to do; keeps an alarm set to the earliest.
final class DueTimes: Sendable {
    private let alarm: Alarm
    private let clock: TimeSource
    private let times: Mutex<[Instant?]>

    init(workers: Int, alarm: Alarm, clock: TimeSource) {
        self.alarm = alarm
        self.clock = clock
        times = Mutex(Array(repeating: nil, count: workers))
    }

    /// Forgets what is due now, since everybody is being asked: the first to answer would ring for those who have not yet.
    func forgetDue() {
        let now = clock.now
        times.withLock { times in
            for position in times.indices where times[position].map({ $0 <= now }) ?? false { times[position] = nil }
        }
    }

    /// Notes what a worker answered. At the soonest it is woken in a second: one that does not do what is due must not
    /// keep the daemon busy.
    func note(_ time: Instant?, of worker: Int) {
        let soonest = clock.now.adding(seconds: 1)
        times.withLock { times in
            times[worker] = time.map { max($0, soonest) }
            let next = times.compactMap { $0 }.min()
            switch clock {
            case .wall: alarm.set(to: next)
            case .standing:
                // It never shows a moment ahead; what is due now is in a second, as by any clock.
                if let next, next <= soonest { alarm.set(to: TimeSource.wall.now.adding(seconds: 1)) }
            }
        }
    }
}
