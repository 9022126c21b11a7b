import FoundationEssentials
import ICalendar

/// Where the daemon knows from what time it is.
enum TimeSource: Sendable {
    /// The machine's wall clock.
    case wall
    /// A clock that only a test moves. A moment ahead of it never comes by itself, so nobody sleeps until then.
    case standing(@Sendable () -> Instant)

    /// The moment that it shows, in whole seconds.
    var now: Instant {
        switch self {
        case .wall: Instant(secondsSinceEpoch: Int(Date().timeIntervalSince1970.rounded(.down)))
        case .standing(let now): now()
        }
    }
}
