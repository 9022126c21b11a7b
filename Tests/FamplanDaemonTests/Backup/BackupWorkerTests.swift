import FamplanAPI
import Foundation
import Household
import ICalendar
import Logging
import Notifications
import Storage
import Testing

@testable import FamplanDaemon

/// The daemon's own backups of a real database, by a clock that is moved by hand.
@Suite("the daily backup")
struct BackupWorkerTests {
    private let folder: TemporaryFolder
    private let clock = HandClock(Instant(rfc3339: "2026-11-23T08:00:00+01:00")!)
    private let planner: Planner
    private let backups: Backups
    private let worker: BackupWorker
    private let log = LogKeeper()

    init() async throws {
        folder = try TemporaryFolder()
        let clock = clock
        let store = try Store.open(at: "\(folder.path)/famplan.sqlite", settings: Settings(timeZone: "Europe/Berlin"))
        let household = try store.household(zones: .system)
        planner = try Planner(store: store, household: household, zones: .system, horizonDays: 14) { clock.now }
        backups = Backups(of: planner, folder: "\(folder.path)/backups")
        worker = BackupWorker(
            planner: planner,
            backups: backups,
            plan: BackupPlan(),
            administrator: "maya",
            maintenance: Maintenance(),
            logger: log.logger
        )
    }

    private var days: [String] { backups.days.map { "\($0)" } }

    private func run(at time: String) async throws -> Instant? {
        clock.move(to: time)
        return try await worker.work()
    }

    private func apply() async throws {
        let channels = "id: maya, notify: { channels: [ { channel: email } ] },"
        try await planner.apply(smallHousehold.replacing("id: maya,", with: channels))
    }

    @Test("what nobody has ever changed is not backed up")
    func empty() async throws {
        #expect(try await worker.work() == nil)
        #expect(days.isEmpty)
    }

    @Test("one is made each day at its time, however often the worker is woken; it holds the plan, for its owner alone")
    func daily() async throws {
        try await apply()
        #expect(try await run(at: "2026-11-23T08:00:00+01:00") == Instant(rfc3339: "2026-11-24T03:30:00+01:00"))
        #expect(try await run(at: "2026-11-24T03:29:59+01:00") == Instant(rfc3339: "2026-11-24T03:30:00+01:00"))
        #expect(days == ["2026-11-23"])
        #expect(try await run(at: "2026-11-24T03:30:00+01:00") == Instant(rfc3339: "2026-11-25T03:30:00+01:00"))
        _ = try await run(at: "2026-11-24T03:30:00+01:00")
        #expect(days == ["2026-11-23", "2026-11-24"])
        let path = "\(folder.path)/backups/2026-11-24.sqlite"
        #expect(try DatabaseCopy(path: path).check().counts["person"] == 4)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    }

    @Test("after downtime one is made at once, and the next at its time only if that is another day's")
    func downtime() async throws {
        try await apply()
        _ = try await worker.work()
        _ = try await run(at: "2026-11-27T02:00:00+01:00")
        _ = try await run(at: "2026-11-27T03:30:00+01:00")
        _ = try await run(at: "2026-11-28T03:30:00+01:00")
        #expect(days == ["2026-11-23", "2026-11-27", "2026-11-28"])
    }

    @Test("a clock that once was far ahead stops nothing, and what it left is not let go")
    func ahead() async throws {
        try await apply()
        _ = try await run(at: "2099-01-01T08:00:00+01:00")
        for day in 23...30 { _ = try await run(at: "2026-11-\(day)T08:00:00+01:00") }
        #expect(days == (24...30).map { "2026-11-\($0)" } + ["2099-01-01"])
    }

    @Test("over some months the files are let go as the plan says, each of them still a database")
    func months() async throws {
        try await apply()
        let first = try #require(CivilDate("2026-11-23"))
        for number in 0..<75 {
            _ = try await run(at: "\(first.adding(days: number))T12:00:00Z")
        }
        #expect(
            days == [
                "2026-11-30", "2026-12-31", "2027-01-17", "2027-01-24", "2027-01-30", "2027-01-31", "2027-02-01",
                "2027-02-02",
                "2027-02-03", "2027-02-04", "2027-02-05",
            ]
        )
        for day in backups.days { #expect(try DatabaseCopy(path: backups.path(of: day)).check().counts["person"] == 4) }
    }

    @Test("one that fails leaves the last good one, is logged without what the family wrote, and is told once")
    func failed() async throws {
        try await apply()
        _ = try await worker.work()
        // Where the copies are to go is no folder any more.
        try FileManager.default.moveItem(atPath: "\(folder.path)/backups", toPath: "\(folder.path)/gone")
        try Data().write(to: URL(fileURLWithPath: "\(folder.path)/backups"))
        #expect(try await run(at: "2026-11-24T03:30:00+01:00") == Instant(rfc3339: "2026-11-24T04:30:00+01:00"))
        _ = try await run(at: "2026-11-24T04:30:00+01:00")
        _ = try await run(at: "2026-11-25T03:30:00+01:00")
        #expect(log.lines.count { $0.contains("the daily backup failed") } == 3)
        #expect(await backups.failure?.sentence.contains("backups") == true)
        let told = try await planner.outbox(limit: 10).filter { $0.letter.message.kind == .service }
        #expect(told.map(\.letter.channel) == ["email"])

        // When it goes again, that is no longer said.
        try FileManager.default.removeItem(atPath: "\(folder.path)/backups")
        try FileManager.default.moveItem(atPath: "\(folder.path)/gone", toPath: "\(folder.path)/backups")
        _ = try await run(at: "2026-11-25T04:30:00+01:00")
        #expect(days == ["2026-11-23", "2026-11-25"])
        #expect(await backups.failure == nil)
    }

    @Test("what a daemon that was cut off has left half done is taken away")
    func tidy() throws {
        try FileManager.default.createDirectory(atPath: "\(folder.path)/backups", withIntermediateDirectories: true)
        for name in ["x.partial", "x.partial-journal", "2026-11-23.sqlite"] {
            try Data().write(to: URL(fileURLWithPath: "\(folder.path)/backups/\(name)"))
        }
        backups.tidy()
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/backups") == ["2026-11-23.sqlite"])
    }
}
