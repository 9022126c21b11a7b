import ICalendar
import Testing

@Suite("Times of day and wall times")
struct CivilTimeTests {
    @Test(
        "a time of day is read and written",
        arguments: [("00:00", 0), ("14:00", 50_400), ("14:00:30", 50_430), ("23:59:59", 86_399), ("24:00", 86_400)]
    )
    func text(text: String, seconds: Int) throws {
        let time = try #require(CivilTime(text))

        #expect(time.secondsSinceMidnight == seconds)
        #expect(time.description == text)
    }

    @Test(
        "what no clock shows is refused",
        arguments: ["25:00", "24:01", "24:00:01", "12:60", "12:30:60", "9:00", "12", "12:3", "-1:00", "12:30 ", ""]
    )
    func refused(text: String) {
        #expect(CivilTime(text) == nil)
    }

    @Test("24:00 of one day is midnight of the next")
    func endOfDay() throws {
        // given
        let date = try #require(CivilDate("2026-12-31"))

        // when
        let wall = CivilDateTime(date, .endOfDay)
        var changed = CivilDateTime(date, .midnight)
        changed.time = .endOfDay

        // then
        #expect(wall.description == "2027-01-01T00:00")
        #expect(changed == wall)
        #expect(CivilDateTime("2026-12-31T24:00") == wall)
    }

    @Test("wall time counts on over midnight, in both directions, and before 1970")
    func adding() throws {
        let wall = try #require(CivilDateTime("1969-12-31T23:59:59"))

        #expect(wall.adding(seconds: 1).description == "1970-01-01T00:00")
        #expect(wall.adding(seconds: -86_400).description == "1969-12-30T23:59:59")
        #expect(CivilDateTime.last.adding(seconds: .max) == .last)
        #expect(CivilDateTime.first.adding(seconds: .min) == .first)
    }

    @Test("the form of RFC 5545 has no separators; a leap second is the second before it")
    func icalendar() throws {
        let wall = try #require(CivilDateTime(icalendar: "20261123T140005"))

        #expect(wall.description == "2026-11-23T14:00:05")
        #expect(wall.icalendar == "20261123T140005")
        #expect(CivilDateTime(icalendar: "20161231T235960")?.time.second == 59)
        #expect(CivilDateTime(icalendar: "20261123T140005Z") == nil)
        #expect(CivilDateTime(icalendar: "20261123T240000") == nil)
    }

    @Test("an overflowing time is held at the end of its range")
    func instants() {
        let instant = Instant(secondsSinceEpoch: .max - 5)

        #expect(instant.adding(seconds: 10).secondsSinceEpoch == .max)
        #expect(instant - Instant(secondsSinceEpoch: .min) == .max)
        #expect(Zone.utc.wall(of: instant) == .last)
    }
}
