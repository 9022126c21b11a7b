import Foundation
import ICalendar
import Logging
import ServiceLifecycle
import Storage
import Testing

@testable import FamplanDaemon

@Suite("the timer", .timeLimit(.minutes(1)))
struct TimeServiceTests {
    private let clock = HandClock(monday)

    private func service(
        _ workers: [any Worker],
        clock: TimeSource? = nil,
        logger: Logger = LogKeeper().logger
    ) throws -> TimeService {
        try TimeService(workers: workers, clock: clock ?? self.clock.source, logger: logger)
    }

    private func secondsLeft(_ alarm: Alarm) throws -> Int {
        let value = try #require(state(of: alarm).firstMatch(of: /it_value: \((\d+),/))
        return try #require(Int(value.1))
    }

    @Test("every worker is woken at the start and at each nudge, one that is busy too once it is done")
    func nudged() async throws {
        let worker = Overheard(WrittenWorker { nil })
        let other = Overheard(WrittenWorker { nil })
        let service = try service([worker, other])
        try await running(service) {
            var (answers, others) = (worker.answers.makeAsyncIterator(), other.answers.makeAsyncIterator())
            for _ in 0..<3 {
                try #require(await answers.next() != nil)
                try #require(await others.next() != nil)
                service.nudge()
            }
        }
    }

    @Test("a worker that waits for something keeps no other waiting, and not the end either")
    func slow() async throws {
        let waiting = WrittenWorker {
            try await Task.sleep(for: .seconds(3_600))
            return nil
        }
        let worker = Overheard(WrittenWorker { nil })
        let service = try service([waiting, worker])
        try await running(service) {
            var answers = worker.answers.makeAsyncIterator()
            try #require(await answers.next() != nil)
            service.nudge()
            try #require(await answers.next() != nil)
        }
    }

    @Test("on the wall clock it wakes a worker when the moment has come that it named")
    func due() async throws {
        let seen = HandClock(monday)
        let worker = Overheard(
            WrittenWorker {
                let now = TimeSource.wall.now
                return seen.now == monday ? now.adding(seconds: 1) : nil
            }
        )
        try await running(try service([worker], clock: .wall)) {
            var answers = worker.answers.makeAsyncIterator()
            let named = try #require(await answers.next() ?? nil)
            seen.move(to: "2026-11-24T00:00:00Z")
            _ = await answers.next()
            #expect(TimeSource.wall.now >= named)
        }
    }

    @Test("where the clock stands still, no moment is waited for: it would come again and again")
    func standing() async throws {
        let worker = Overheard(WrittenWorker { Instant(secondsSinceEpoch: 9_000_000_000) })
        let service = try service([worker])
        try await running(service) {
            var answers = worker.answers.makeAsyncIterator()
            for _ in 0..<2 {
                _ = await answers.next()
                service.nudge()
            }
            // The second turn began after the first answer was noted.
            try #expect(state(of: service.alarm).contains("it_value: (0, 0)"))
        }
    }

    @Test("where the clock stands still, what is due now is in a second")
    func standingButDue() throws {
        let alarm = try Alarm()
        let due = DueTimes(workers: 1, alarm: alarm, clock: .standing { monday })
        due.note(monday, of: 0)
        try #expect(secondsLeft(alarm) <= 1)
        try #expect(!state(of: alarm).contains("it_value: (0, 0)"))
    }

    @Test("a worker that never does what is due is asked once a second at the most")
    func stuck() throws {
        let alarm = try Alarm()
        let due = DueTimes(workers: 2, alarm: alarm, clock: .wall)
        let now = TimeSource.wall.now
        due.note(now.adding(seconds: 3_600), of: 0)
        due.note(now.adding(seconds: -3_600), of: 1)
        try #expect(secondsLeft(alarm) <= 1)
        // A set clock or a nudge apart, it does not ring before.
        try #expect(state(of: alarm).contains("ticks: 0"))
        due.note(nil, of: 1)
        try #expect(secondsLeft(alarm) > 3_000)
    }

    @Test("what is due when everybody is asked does not ring again for the first who answers")
    func ringsOnce() throws {
        let alarm = try Alarm()
        let due = DueTimes(workers: 2, alarm: alarm, clock: .wall)
        let now = TimeSource.wall.now
        due.note(now.adding(seconds: 1), of: 0)
        while TimeSource.wall.now < now.adding(seconds: 1) { usleep(10_000) }
        due.forgetDue()
        due.note(now.adding(seconds: 3_600), of: 1)
        try #expect(secondsLeft(alarm) > 3_000)
    }

    @Test("a worker that fails is named in the log, with nothing of the family's, and asked again in a minute")
    func failing() async throws {
        let log = LogKeeper()
        let service = try service([], logger: log.logger)
        let failing = WrittenWorker { throw StoreError(.full, "cannot save noah-school: the disk is full") }
        #expect(await service.turn(of: failing) == monday.adding(seconds: 60))
        let line = try #require(log.lines.first)
        #expect(log.lines.count == 1 && line.hasPrefix("error "))
        #expect(line.contains("WrittenWorker") && line.contains("StoreError") && line.contains("storage"))
        #expect(!line.contains("noah"))
    }

    @Test("it stops when the daemon is told to stop")
    func graceful() async throws {
        let worker = Overheard(WrittenWorker { nil })
        let group = ServiceGroup(services: [try service([worker])], logger: LogKeeper().logger)
        async let running: Void = group.run()
        var answers = worker.answers.makeAsyncIterator()
        _ = await answers.next()
        await group.triggerGracefulShutdown()
        try await running
    }
}
