import ICalendar
import Testing

@Suite("Time zones")
struct ZoneTests {
    @Test(
        "a wall time is the instant that RFC 5545 means, in gaps and folds too",
        arguments: [
            // Winter and summer.
            ("Europe/Berlin", "2026-01-15T12:00", "2026-01-15T12:00:00+01:00"),
            ("Europe/Berlin", "2026-07-15T12:00", "2026-07-15T12:00:00+02:00"),
            // The gap: read with the offset before it.
            ("Europe/Berlin", "2026-03-29T01:59:59", "2026-03-29T01:59:59+01:00"),
            ("Europe/Berlin", "2026-03-29T02:00", "2026-03-29T03:00:00+02:00"),
            ("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T03:30:00+02:00"),
            ("Europe/Berlin", "2026-03-29T03:00", "2026-03-29T03:00:00+02:00"),
            ("America/New_York", "2026-03-08T02:15", "2026-03-08T03:15:00-04:00"),
            ("Australia/Lord_Howe", "2026-10-04T02:10", "2026-10-04T02:40:00+11:00"),
            // The fold: the first of the two.
            ("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T02:30:00+02:00"),
            ("Europe/Berlin", "2026-10-25T03:00", "2026-10-25T03:00:00+01:00"),
            ("America/New_York", "2026-11-01T01:30", "2026-11-01T01:30:00-04:00"),
            ("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-05T01:45:00+11:00"),
            ("Australia/Lord_Howe", "2026-04-05T02:00", "2026-04-05T02:00:00+10:30"),
            // Years after the table, by the rule at the file's end.
            ("Europe/Berlin", "2037-12-01T12:00", "2037-12-01T12:00:00+01:00"),
            ("Europe/Berlin", "2050-07-15T12:00", "2050-07-15T12:00:00+02:00"),
            ("Europe/Berlin", "2050-03-27T02:30", "2050-03-27T03:30:00+02:00"),
            ("Europe/Berlin", "2050-10-30T02:30", "2050-10-30T02:30:00+02:00"),
            ("Australia/Lord_Howe", "2050-10-02T02:10", "2050-10-02T02:40:00+11:00"),
            ("America/Nuuk", "2050-03-26T23:30", "2050-03-27T00:30:00-01:00"),
            ("Asia/Kathmandu", "2090-01-01T00:00", "2090-01-01T00:00:00+05:45"),
            // A whole day left out: Samoa crossed the date line.
            ("Pacific/Apia", "2011-12-30T12:00", "2011-12-31T12:00:00+14:00"),
            ("UTC", "2026-03-29T02:30", "2026-03-29T02:30:00Z"),
            ("Europe/London", "2026-01-15T12:00", "2026-01-15T12:00:00+00:00"),
        ]
    )
    func instant(id: String, text: String, expected: String) throws {
        // given
        let zone = try ZoneDatabase.system.zone(id)
        let wall = try #require(CivilDateTime(text))

        // when
        let instant = zone.instant(of: wall)

        // then
        #expect(zone.rfc3339(instant) == expected)
    }

    @Test("the clock shows both hours of a fold, and none of a gap")
    func wall() throws {
        // given
        let zone = try ZoneDatabase.system.zone("Europe/Berlin")
        let first = zone.instant(of: try #require(CivilDateTime("2026-10-25T02:30")))
        let beforeGap = zone.instant(of: try #require(CivilDateTime("2026-03-29T01:59:59")))

        // then
        #expect(zone.wall(of: first).description == "2026-10-25T02:30")
        #expect(zone.wall(of: first.adding(seconds: 3600)).description == "2026-10-25T02:30")
        #expect(zone.wall(of: beforeGap.adding(seconds: 1)).description == "2026-03-29T03:00")
    }

    @Test(
        "a day starts at midnight, or with the jump over it",
        arguments: [
            ("Europe/Berlin", "2026-03-29", "2026-03-29T00:00:00+01:00"),
            // Midnight is skipped to 01:00.
            ("Africa/Cairo", "2026-04-24", "2026-04-24T01:00:00+03:00"),
            ("Africa/Cairo", "2050-04-29", "2050-04-29T01:00:00+03:00"),
            // From 23:30 to 00:30 of the next day.
            ("America/Toronto", "1919-03-31", "1919-03-31T00:30:00-04:00"),
        ]
    )
    func startOfDay(id: String, text: String, expected: String) throws {
        let zone = try ZoneDatabase.system.zone(id)

        #expect(zone.rfc3339(zone.startOfDay(try #require(CivilDate(text)))) == expected)
    }

    @Test("an offset with seconds is written in whole minutes, at the same instant")
    func localMeanTime() throws {
        // given: Berlin was 53:28 ahead of Greenwich until 1893.
        let zone = try ZoneDatabase.system.zone("Europe/Berlin")
        let instant = Zone.utc.instant(of: try #require(CivilDateTime("1890-01-01T00:00")))

        // then
        #expect(zone.offset(at: instant) == 53 * 60 + 28)
        #expect(zone.rfc3339(instant) == "1890-01-01T00:53:00+00:53")
    }

    @Test("a zone can be made by hand, with transitions in any order")
    func handmade() throws {
        // given
        let noon = Zone.utc.instant(of: try #require(CivilDateTime("2026-06-01T12:00")))
        let zone = Zone(
            id: "Custom",
            initialOffset: 3600,
            transitions: [
                Zone.Transition(at: noon.adding(seconds: 86_400), offset: 3600),
                Zone.Transition(at: noon, offset: 7200),
            ]
        )

        // when
        let offsets = [-1, 0, 86_399, 86_400].map { zone.offset(at: noon.adding(seconds: $0)) }

        // then
        #expect(offsets == [3600, 7200, 7200, 3600])
        #expect(zone.description == "Custom")
    }
}
