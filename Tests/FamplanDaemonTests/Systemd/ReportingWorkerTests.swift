import Foundation
import ICalendar
import NIOCore
import Storage
import Synchronization
import Testing

@testable import FamplanDaemon

@Suite("what the service manager is told")
struct ReportingWorkerTests {
    private let listener = Listener()

    @Test("that the daemon is alive, and when it will be told again: in half of the time within which it wants to hear")
    func alive() async throws {
        let worker = ReportingWorker(planner: try await .test(), manager: listener.manager(180), turns: Turns())
        #expect(try await worker.work() == monday.adding(seconds: 90))
        #expect(listener.told.last == "WATCHDOG=1")
    }

    @Test("how much there is, once for each time that it changes, and nothing of what it is")
    func status() async throws {
        let planner = try await Planner.test()
        let worker = ReportingWorker(planner: planner, manager: listener.manager(nil), turns: Turns())
        _ = try await worker.work()
        _ = try await worker.work()
        #expect(listener.told == ["STATUS=2 entries, 0 conflicts in sight"])
        try await planner.add([
            "kind": ["appointment"], "title": ["Dentist"], "people": ["kofi"], "start": ["2026-11-24T14:00"],
            "duration": ["1h"],
        ])
        _ = try await worker.work()
        #expect(listener.told.last == "STATUS=3 entries, 1 conflict in sight")
        #expect(listener.told.count == 2)
    }

    @Test("nothing where the store does not answer, so that the daemon is started anew")
    func deadStore() async throws {
        let folder = try TemporaryFolder()
        let planner = try await Planner.test(store: .open(at: "\(folder.path)/famplan.sqlite"))
        let worker = ReportingWorker(planner: planner, manager: listener.manager(180), turns: Turns())
        try await planner.store.close()
        await #expect(throws: StoreError.self) { try await worker.work() }
        #expect(listener.told.isEmpty)
    }

    @Test("no sign of life where a worker has been at one turn for longer than it may")
    func stuckWorker() async throws {
        let clock = Mutex(NIODeadline.now())
        let turns = Turns(limit: .hours(1)) { clock.withLock { $0 } }
        let worker = ReportingWorker(planner: try await .test(), manager: listener.manager(180), turns: turns)
        turns.begin(2)
        clock.withLock { $0 = $0 + .minutes(60) }
        _ = try await worker.work()
        #expect(listener.told.last == "WATCHDOG=1")
        listener.forget()
        clock.withLock { $0 = $0 + .seconds(1) }
        await #expect(throws: StuckWorker.self) { try await worker.work() }
        #expect(listener.told.isEmpty)
        turns.end(2)
        _ = try await worker.work()
        #expect(listener.told == ["WATCHDOG=1"])
    }
}

/// Keeps what a service manager is told.
private final class Listener: Sendable {
    private let kept = Mutex<[String]>([])

    var told: [String] { kept.withLock { $0 } }

    func manager(_ seconds: Int?) -> ServiceManager {
        ServiceManager(watchdogSeconds: seconds) { line in self.kept.withLock { $0.append(line) } }
    }

    func forget() { kept.withLock { $0 = [] } }
}
