import FamplanAPI
import FeedTestSupport
import Household
import ICalendar
import NIOPosix
import Storage
import Synchronization
import Testing

@testable import FamplanDaemon
@testable import Feeds

/// The small household, both of whose parents are away on the first weekday mornings of December, and which follows the
/// closed days of Noah's school from a server of the test.
struct FollowingFamily {
    let planner: Planner
    let server: FeedServer
    let id: ID<Feed>
    private let worker: FeedWorker
    private let time: Mutable<Instant>

    static let days = ["01", "02", "03", "04", "07", "08"].map { "2026-12-\($0) Closed day \($0)" }

    /// - Parameter certificate: where the server is asked over https.
    init(
        _ answers: [FeedServer.Answer],
        always: (@Sendable (Int) -> FeedServer.Answer)? = nil,
        limits: FeedLimits = FeedLimits(),
        certificate: TestCertificate? = nil
    ) async throws {
        server = try await FeedServer.start(answers, certificate: certificate, always: always)
        let time = Mutable(monday)
        self.time = time
        let store = try Store.inMemory(settings: Settings(timeZone: "Europe/Berlin"))
        let household = try store.household(zones: .system, customZone: ImportedZones.zone)
        planner = try Planner(store: store, household: household, zones: .system, horizonDays: 28) { time.value }
        try await planner.apply(smallHousehold)
        for person in ["maya", "kofi"] {
            let trip: EntryFields = [
                "kind": ["away"], "title": ["Trip"], "people": [person], "start": ["2026-12-01T06:00"],
                "duration": ["8h15m"], "repeat": ["FREQ=DAILY;COUNT=9"],
            ]
            try await planner.add(trip, id: "trip-\(person)")
        }
        let trusted = certificate.map { [$0.certificate] } ?? []
        let client = FeedClient(group: MultiThreadedEventLoopGroup.singleton, limits: limits, trusted: trusted)
        worker = FeedWorker(planner: planner, follower: FeedFollower(planner: planner, client: client) { 0 })
        id = try await planner.addFeed(
            FeedAddRequest(
                url: server.address,
                role: "closure",
                name: "Springfield school",
                fields: [:],
                closes: ["noah-school"],
                every: nil,
                allowsPrivate: true
            ),
            by: .admin
        )
    }

    /// Lets the worker do what is due.
    func work() async throws { _ = try await worker.work() }

    /// Lets time pass until the next look is due, and looks.
    func later() async throws {
        guard let next = try await state.next else { return }
        time.value = max(next, time.value)
        try await work()
    }

    var now: Instant { time.value }

    var state: FeedState {
        get async throws { try #require(try await planner.feed(id)).state }
    }

    /// What the plan says of the feed, from three sides: the school days that the agenda shows as closed, those on which a
    /// conflict says that nobody has Noah because of it, and those on which coverage has the same gap.
    var plan: Shown {
        get async throws {
            let reading = Reading(snapshot: await planner.snapshot)
            let range = try reading.range(from: "2026-11-23", to: "2026-12-19")
            let agenda = reading.agenda(range, who: nil).items
            let closed = agenda.compactMap { item in item.closed.map { "\(item.start.prefix(10)) \($0)" } }
            let stretches = reading.coverage(range, child: nil).children.flatMap(\.stretches)
            let messages = await planner.unresolved.values.map(\.conflict.message)
            return Shown(
                closed: closed,
                gaps: messages.filter { $0.contains("(School closed") }.count,
                uncovered: stretches.filter { $0.by == "gap" && ($0.why ?? "").hasPrefix("School closed: ") }.count
            )
        }
    }

    struct Shown: Hashable {
        var closed: [String]
        var gaps: Int
        var uncovered: Int

        /// The plan with these days closed, and nobody at home on any of them.
        static func of(_ days: [String]) -> Shown {
            let closed = days.map { "\($0.prefix(10)) \($0.dropFirst(11)), from Springfield school feed" }
            return Shown(closed: closed, gaps: days.count, uncovered: days.count)
        }
    }

    /// `closed-day-01 Closed day 01`, of what comes from the feed.
    var entries: [String] {
        get async { await planner.household.entries.values.filter { $0.feed != nil }.map { "\($0.id) \($0.title)" } }
    }

    /// How many changes the history has.
    var changes: Int {
        get async throws { try await planner.history(limit: 999, id: nil).count }
    }
}

/// A value that a test changes while others look at it.
final class Mutable<Value: Sendable>: Sendable {
    private let kept: Mutex<Value>

    init(_ value: Value) { kept = Mutex(value) }

    var value: Value {
        get { kept.withLock { $0 } }
        set { kept.withLock { $0 = newValue } }
    }
}
