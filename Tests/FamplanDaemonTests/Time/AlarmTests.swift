import Foundation
import ICalendar
import Testing

@testable import FamplanDaemon

/// What the kernel says of a timer, proc(5): `it_value` is how long it still runs.
func state(of alarm: Alarm) throws -> String {
    try String(contentsOfFile: "/proc/self/fdinfo/\(alarm.timer.number)", encoding: .utf8)
}

@Suite("the alarm", .timeLimit(.minutes(1)))
struct AlarmTests {
    @Test("it rings at a moment of the wall clock, and not before")
    func absolute() async throws {
        let alarm = try Alarm()
        var moment = timespec()
        clock_gettime(CLOCK_REALTIME, &moment)
        moment.tv_nsec += 30_000_000
        if moment.tv_nsec >= 1_000_000_000 {
            moment.tv_sec += 1
            moment.tv_nsec -= 1_000_000_000
        }
        alarm.set(to: moment)
        var rings = alarm.rings.makeAsyncIterator()
        try #require(await rings.next() != nil)
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        #expect((now.tv_sec, now.tv_nsec) >= (moment.tv_sec, moment.tv_nsec))
    }

    @Test("a moment that is past rings at once, one before 1970 too")
    func past() async throws {
        let alarm = try Alarm()
        var rings = alarm.rings.makeAsyncIterator()
        for seconds in [-5, 0, 1_000_000_000] {
            alarm.set(to: Instant(secondsSinceEpoch: seconds))
            try #require(await rings.next() != nil)
        }
    }

    @Test("rung by hand it rings, whatever it is set to, and many rings are one while nobody listens")
    func byHand() async throws {
        let alarm = try Alarm()
        alarm.set(to: monday.adding(seconds: 1_000_000_000))
        var rings = alarm.rings.makeAsyncIterator()
        for _ in 0..<3 {
            alarm.ring()
            try #require(await rings.next() != nil)
        }
    }

    @Test("it runs on the wall clock and is woken when somebody sets that, also with nothing due")
    func clockSet() throws {
        let alarm = try Alarm()
        for moment in [Instant(secondsSinceEpoch: 9_000_000_000), nil] {
            alarm.set(to: moment)
            let state = try state(of: alarm)
            #expect(state.contains("clockid: \(CLOCK_REALTIME)"))
            // TFD_TIMER_ABSTIME and TFD_TIMER_CANCEL_ON_SET.
            #expect(state.contains("settime flags: 03"))
            #expect(!state.contains("it_value: (0, 0)"))
        }
    }

    @Test("its thread and its descriptors go with it")
    func ends() async throws {
        let rings = try Alarm().rings
        for await _ in rings {}
        #expect(Bool(true), "the stream of an alarm that is gone ends")
    }
}
