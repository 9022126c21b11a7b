import Household
import ICalendar
import Testing

@testable import Planning

@Suite("Work on a stream by days")
struct StreamDaysTests {
    @Test("a night's work is the day's on which it began, what is still to come of it too")
    func overMidnight() throws {
        // Given: from ten in the evening until two, and half past midnight now.
        let berlin = try ZoneDatabase.system.zone("Europe/Berlin")
        func instant(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }
        let night = WorkedTime(
            stream: ID(trusted: "northwind"),
            person: ID(trusted: "maya"),
            interval: Interval(try instant("2026-11-26T22:00:00+01:00"), try instant("2026-11-27T02:00:00+01:00"))
        )
        let now = try instant("2026-11-27T00:30:00+01:00")
        let logged = WorkedTime(
            stream: night.stream,
            person: night.person,
            interval: Interval(night.interval.start, now)
        )

        // When
        let days = StreamDays([logged, try #require(night.rest(after: now))], in: berlin)

        // Then
        let thursday = try #require(CivilDate("2026-11-26"))
        #expect(days.beginnings(in: thursday..<thursday.adding(days: 2)) == 1)
        #expect(days.seconds(in: thursday..<thursday.adding(days: 2)) == 4 * 3_600)
    }
}
