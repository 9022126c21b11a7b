import FamplanAPI
import Household
import ICalendar
import Notifications
import Storage
import Synchronization

@testable import FamplanDaemon

/// A household that is told things, its workers, a clock moved by hand, and a channel that remembers.
struct Posting {
    let clock: HandClock
    let planner: Planner
    let channel = PostedChannel()
    let digests = PlainDigests()
    let telling: TellingWorker
    let sending: SendingWorker

    init(_ household: String, at now: String, links: ActionLinks? = nil) async throws {
        let clock = HandClock(Instant(rfc3339: now)!)
        self.clock = clock
        let store = try Store.inMemory(settings: Settings(timeZone: "Europe/Berlin"))
        let empty = try store.household(zones: .system, customZone: ImportedZones.zone)
        planner = try Planner(store: store, household: empty, zones: .system, horizonDays: 14) { clock.now }
        _ = try await planner.apply(household)
        channel.clock = clock
        telling = TellingWorker(planner: planner, digests: digests)
        sending = SendingWorker(planner: planner, links: links) { [channel] in ["email": channel] }
    }

    /// What the daemon does when it is woken.
    @discardableResult
    func run() async throws -> Instant? {
        _ = try await telling.work()
        _ = try await sending.work()
        let next = [try await telling.work(), try await sending.work()].compactMap(\.self)
        return next.min()
    }

    /// Moves the clock and wakes the daemon; gives what was delivered then.
    @discardableResult
    func run(at text: String) async throws -> [String] {
        clock.move(to: text)
        let before = channel.delivered.count
        try await run()
        return channel.delivered.dropFirst(before).map(\.id)
    }
}

/// A channel that remembers what it was given and when, and fails where the test says so.
final class PostedChannel: Channel {
    struct Try: Sendable {
        let message: Message
        let at: Instant
        let isDelivered: Bool
        var id: String { message.id }
    }

    private let state = Mutex<(tries: [Try], isDown: Bool)>(([], false))
    private let source = Mutex<HandClock?>(nil)

    var clock: HandClock? {
        get { source.withLock { $0 } }
        set { source.withLock { $0 = newValue } }
    }
    var isDown: Bool {
        get { state.withLock { $0.isDown } }
        set { state.withLock { $0.isDown = newValue } }
    }
    var tries: [Try] { state.withLock { $0.tries } }
    var delivered: [Try] { tries.filter(\.isDelivered) }

    func send(_ message: Message, to address: String?) async -> Delivery {
        let now = clock?.now ?? message.createdAt
        return state.withLock { state in
            state.tries.append(Try(message: message, at: now, isDelivered: !state.isDown))
            return state.isDown ? .delayed(after: nil, why: "down") : .sent
        }
    }
}

/// Writes digests that say nothing, and remembers for whom and which day.
final class PlainDigests: DigestMaking {
    private let asked = Mutex<[String]>([])

    var ids: [String] { asked.withLock { $0 } }

    func digest(of person: Person, on date: CivilDate, id: String) -> Message? {
        asked.withLock { $0.append(id) }
        return Message(
            id: id,
            kind: .digest,
            severity: .notice,
            person: person.id,
            title: "\(date)",
            text: "",
            short: "",
            createdAt: Instant(secondsSinceEpoch: 0)
        )
    }
}
