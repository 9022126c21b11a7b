import FamplanAPI
import Household
import ICalendar
import Storage
import Testing

@testable import FamplanDaemon

@Suite("the horizon moves by itself", .timeLimit(.minutes(1)))
struct HorizonWorkerTests {
    private let store: Store
    private let clock: HandClock
    private let planner: Planner

    init() async throws {
        store = try Store.inMemory(settings: Settings(timeZone: "Europe/Berlin"))
        let clock = HandClock(monday)
        self.clock = clock
        planner = try Planner(
            store: store,
            household: try store.household(zones: .system, customZone: ImportedZones.zone),
            zones: .system,
            horizonDays: 56
        ) { clock.now }
    }

    /// Runs the timer with the worker; the body moves the clock and gets what the worker answers to each nudge.
    private func running(
        _ body: @Sendable @escaping (_ answer: (String?) async throws -> String) async throws -> Void
    ) async throws {
        let worker = Overheard(HorizonWorker(planner: planner))
        let service = try TimeService(workers: [worker], clock: clock.source, logger: LogKeeper().logger)
        let (clock, zone) = (clock, await planner.household.zone)
        try await FamplanDaemonTests.running(service) {
            let answers = Answers(worker.answers)
            _ = try await answers.next()
            try await body { time in
                if let time { clock.move(to: time) }
                service.nudge()
                return try #require(await answers.next().map { "\(zone.wall(of: $0))" })
            }
        }
    }

    private func stored(_ kind: ConflictKind? = nil) throws -> [KnownConflict] {
        try store.conflicts(unresolvedOnly: false).filter { kind == nil || $0.conflict.kind == kind }
    }

    private func withDeadline(_ due: String) -> String {
        smallHousehold.replacing(
            "kind: client }",
            with: "kind: client, deadlines: [ { id: report, title: Report, due: \(due), remaining: 400h } ] }"
        )
    }

    @Test("what lies eight weeks ahead is found and kept when its day comes into view, without a change")
    func midnight() async throws {
        // As part of a whole household: what is added alone is judged where it is.
        let far = """

              - { id: dentist, kind: appointment, title: Dentist, people: [kofi], start: 2027-01-18T14:00, duration: 1h }
            """
        try await planner.apply(smallHousehold + far)
        try #expect(stored().isEmpty)
        try await running { answer in
            #expect(try await answer("2026-11-23T23:59:59+01:00") == "2026-11-24T00:00")
            try #expect(stored().isEmpty)
            #expect(try await answer("2026-11-24T00:00:00+01:00") == "2026-11-25T00:00")
            try #expect(stored().map(\.conflict.kind) == [.handover])
            try #expect(stored().first?.foundAt == clock.now)
        }
    }

    @Test("an acceptance that ran out is open again at that moment, though all was judged just before")
    func acceptance() async throws {
        try await planner.apply(smallHousehold)
        let created = try await planner.add(dentist).created
        let id = try #require(created.first?.id)
        try await running { answer in
            _ = try await planner.accept(AcceptRequest(id: id, reason: "Ama", until: "mon 12:00"), by: .admin)
            #expect(try await answer(nil) == "2026-11-23T12:00")
            #expect(try await answer("2026-11-23T11:59:00+01:00") == "2026-11-23T12:00")
            try await planner.add(tea)
            try #expect(stored().map(\.status) == [.accepted])
            #expect(try await answer("2026-11-23T12:00:00+01:00") == "2026-11-24T00:00")
            try #expect(stored().map(\.status) == [.open])
            try #expect(stored().map(\.id.rawValue) == [id])
        }
    }

    @Test("a deadline that has passed is at risk no longer", arguments: ["2026-11-23T18:00", "2026-11-24T00:00"])
    func deadline(due: String) async throws {
        try await planner.apply(withDeadline(due))
        try #expect(stored(.deadline).map(\.status) == [.open])
        try await running { answer in
            #expect(try await answer("2026-11-23T17:59:00+01:00") == due)
            try await planner.add(tea)
            try #expect(stored(.deadline).map(\.status) == [.open])
            _ = try await answer("\(due):00+01:00")
            try #expect(stored(.deadline).map(\.status) == [.resolved])
        }
    }

    @Test("a deadline that passed while nobody looked is at risk no longer, and one ahead keeps its id")
    func downtime() async throws {
        let both = withDeadline("2026-11-24T18:00").replacing(
            "400h } ]",
            with: "400h }, { id: book, title: Book, due: 2026-12-18T18:00, remaining: 400h } ]"
        )
        try await planner.apply(both)
        let ahead = try #require(stored(.deadline).max { $0.conflict.interval.end < $1.conflict.interval.end })
        clock.move(to: "2026-11-27T10:00:00+01:00")
        try await running { _ in
            let open = try stored(.deadline).filter { $0.status == .open }
            #expect(open.map(\.id) == [ahead.id])
        }
    }

    @Test(
        "the next day is the household's, also where midnight is skipped or comes twice",
        arguments: [
            ("Europe/Berlin", "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00"),
            ("Asia/Beirut", "2026-03-28T12:00:00+02:00", "2026-03-29T01:00:00+03:00"),
            ("America/Sao_Paulo", "2018-02-17T23:30:00-02:00", "2018-02-18T00:00:00-03:00"),
            ("America/Sao_Paulo", "2018-02-17T23:30:00-03:00", "2018-02-18T00:00:00-03:00"),
            ("America/Havana", "2026-11-01T00:30:00-05:00", "2026-11-02T00:00:00-05:00"),
            ("Pacific/Auckland", "2026-11-23T00:00:00Z", "2026-11-23T11:00:00Z"),
        ]
    )
    func zones(zone: String, now: String, midnight: String) async throws {
        try await planner.apply(smallHousehold.replacing("Europe/Berlin", with: zone))
        clock.move(to: now)
        #expect(try await HorizonWorker(planner: planner).work() == Instant(rfc3339: midnight))
    }

    private let dentist: EntryFields = [
        "kind": ["appointment"], "title": ["Dentist"], "people": ["kofi"], "start": ["2026-11-24T14:00"],
        "duration": ["1h"],
    ]
    /// A change that makes the planner judge all, just before.
    private let tea: EntryFields = [
        "kind": ["family"], "title": ["Tea"], "people": ["kofi"], "start": ["2026-11-28T15:00"], "duration": ["1h"],
    ]
}

/// What a worker answered, one after another.
private final class Answers {
    private var iterator: AsyncStream<Instant?>.Iterator

    init(_ answers: AsyncStream<Instant?>) {
        iterator = answers.makeAsyncIterator()
    }

    func next() async throws -> Instant? {
        try #require(await iterator.next())
    }
}
