import FamplanAPI
import Household
import ICalendar
import Notifications
import Storage
import Synchronization
import Testing

@testable import FamplanDaemon

@Suite("the heartbeat")
struct HeartbeatWorkerTests {
    private let store: Store
    private let clock = HandClock(monday)
    private let far = FarEnd()

    init() throws {
        store = try Store.inMemory(settings: Settings(timeZone: "Europe/Berlin"))
    }

    /// A daemon that has just started.
    private func worker(_ name: String? = "heartbeat-url", in other: Store? = nil) -> HeartbeatWorker {
        let (clock, far) = (clock, far)
        far.configuration = name.map { HeartbeatConfiguration(name: $0, address: Secret("https://a.example")) }
        return HeartbeatWorker(store: other ?? store, clock: { clock.now }) {
            far.configuration.map { configuration in
                CurrentHeartbeat(configuration: configuration) { far.answer(at: clock.now) }
            }
        }
    }

    @Test("nobody is called where nobody is named")
    func none() async throws {
        #expect(try await worker(nil).work() == nil)
        #expect(far.calls.isEmpty)
        #expect(try store.heartbeat() == nil)
    }

    @Test("once a day, 24 hours apart, through a year with both changes of the clock, however often it is woken")
    func year() async throws {
        let worker = worker()
        while clock.now < monday.adding(seconds: 366 * 86_400) {
            let next = try #require(try await worker.work())
            #expect(try await worker.work() == next)
            // Woken for others in between.
            clock.move(to: next.adding(seconds: -1).rfc3339)
            #expect(try await worker.work() == next)
            clock.move(to: next.rfc3339)
        }
        #expect(far.calls.count == 366)
        #expect(zip(far.calls, far.calls.dropFirst()).allSatisfy { $1 - $0 == 86_400 })
    }

    @Test("after days of downtime it is called once at the start, and a short one changes nothing")
    func downtime() async throws {
        _ = try await worker().work()
        clock.move(to: "2026-11-23T20:00:00+01:00")
        #expect(try await worker().work() == monday.adding(seconds: 86_400))
        #expect(far.calls.count == 1)
        clock.move(to: "2026-11-29T12:00:00+01:00")
        let again = worker()
        #expect(try await again.work() == Instant(rfc3339: "2026-11-30T12:00:00+01:00"))
        #expect(try await again.work() == Instant(rfc3339: "2026-11-30T12:00:00+01:00"))
        #expect(far.calls.count == 2)
    }

    @Test("a call that fails is made again with longer and longer waits, also after a restart, and says why")
    func failing() async throws {
        far.error = "the server has trouble of its own (500)"
        var waits: [Int] = []
        for _ in 0..<8 {
            // The daemon is started again each time.
            let next = try #require(try await worker().work())
            waits.append(next - clock.now)
            clock.move(to: next.rfc3339)
        }
        #expect(waits == [60, 120, 240, 480, 960, 1_920, 3_600, 3_600])
        let failed = try #require(try store.heartbeat())
        #expect(failed.failures == 8 && failed.lastSuccess == nil && failed.lastError == far.error)
        far.error = nil
        let next = try await worker().work()
        #expect(next == clock.now.adding(seconds: 86_400))
        let record = try #require(try store.heartbeat())
        #expect(record.failures == 0 && record.lastSuccess == clock.now)
        #expect(record.lastError == "the server has trouble of its own (500)")
    }

    @Test("nobody is called while the database does not answer")
    func broken() async throws {
        let folder = try TemporaryFolder()
        let closed = try Store.open(at: "\(folder.path)/famplan.sqlite")
        let worker = worker(in: closed)
        try closed.close()
        await #expect(throws: StoreError.self) { try await worker.work() }
        #expect(far.calls.isEmpty)
    }

    @Test("another name, or another address under the same, is called at once")
    func changed() async throws {
        let worker = worker()
        _ = try await worker.work()
        far.configuration = HeartbeatConfiguration(name: "heartbeat-url", address: Secret("https://b.example"))
        _ = try await worker.work()
        #expect(far.calls.count == 2)
        _ = try await worker.work()
        #expect(far.calls.count == 2)
        far.configuration = HeartbeatConfiguration(name: "other-url", address: Secret("https://b.example"))
        _ = try await worker.work()
        #expect(far.calls.count == 3)
        far.configuration = nil
        #expect(try await worker.work() == nil)
    }
}

/// Who is called.
private final class FarEnd: Sendable {
    private let state = Mutex<State>(State())

    private struct State {
        var calls: [Instant] = []
        var error: String?
        var configuration: HeartbeatConfiguration?
    }

    var calls: [Instant] { state.withLock { $0.calls } }
    var error: String? {
        get { state.withLock { $0.error } }
        set { state.withLock { $0.error = newValue } }
    }
    var configuration: HeartbeatConfiguration? {
        get { state.withLock { $0.configuration } }
        set { state.withLock { $0.configuration = newValue } }
    }

    func answer(at now: Instant) -> String? {
        state.withLock { state in
            state.calls.append(now)
            return state.error
        }
    }
}
