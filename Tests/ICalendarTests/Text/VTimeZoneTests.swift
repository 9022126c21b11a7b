import Testing

@testable import ICalendar

struct VTimeZoneTests {
    private func zone(_ text: String) throws -> VTimeZone {
        let component = try #require(try ICalendarParser.parse(text.utf8).components.first)
        return try #require(VTimeZone(component))
    }

    private func offset(_ zone: Zone, _ utc: String) throws -> Int {
        zone.offset(at: Zone.utc.instant(of: try #require(CivilDateTime(utc))))
    }

    /// A STANDARD and a DAYLIGHT part that begin in the given year, as Outlook (1601) and eM Client (0001) write them.
    private func eastern(_ year: String) -> String {
        """
        BEGIN:VTIMEZONE
        TZID:Customized Time Zone
        BEGIN:STANDARD
        DTSTART:\(year)0101T020000
        TZOFFSETFROM:-0400
        TZOFFSETTO:-0500
        RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:\(year)0101T020000
        TZOFFSETFROM:-0500
        TZOFFSETTO:-0400
        RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3
        END:DAYLIGHT
        END:VTIMEZONE
        """
    }

    @Test(
        "Rules give the offset of every year from 1970 to 2100, whenever they begin",
        arguments: ["0001", "1601", "1970"]
    )
    func rules(year: String) throws {
        let zone = try #require(try zone(eastern(year)).zone())

        #expect(try offset(zone, "1970-01-10T00:00") == -5 * 3600)
        #expect(try offset(zone, "2020-08-25T00:00") == -4 * 3600)
        #expect(try offset(zone, "2026-11-01T05:59:59") == -4 * 3600)
        #expect(try offset(zone, "2026-11-01T06:00") == -5 * 3600)
        #expect(try offset(zone, "2100-07-01T00:00") == -4 * 3600)
    }

    @Test("A first of January that the rules do not give changes nothing")
    func sloppyStart() throws {
        let zone = try #require(try zone(eastern("2024")).zone())

        #expect(try offset(zone, "2024-02-01T00:00") == -5 * 3600)
        #expect(try offset(zone, "2024-04-01T00:00") == -4 * 3600)
    }

    @Test("Single observances and lists of dates are followed")
    func dates() throws {
        let zone = try #require(
            try zone(
                """
                BEGIN:VTIMEZONE
                TZID:Somewhere
                BEGIN:STANDARD
                DTSTART:20000101T000000
                TZOFFSETFROM:+1000
                TZOFFSETTO:+0900
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:20100601T000000
                RDATE:20100601T000000,20120601T000000
                TZOFFSETFROM:+0900
                TZOFFSETTO:+1030
                END:DAYLIGHT
                END:VTIMEZONE
                """
            ).zone()
        )

        #expect(zone.id == "Somewhere")
        #expect(try offset(zone, "1999-01-01T00:00") == 10 * 3600)
        #expect(try offset(zone, "2009-12-25T00:00") == 9 * 3600)
        #expect(try offset(zone, "2010-06-02T00:00") == 37_800)
    }

    @Test("An unusable part is reported and the others are used")
    func badOffset() throws {
        let text = eastern("1601").replacing("TZOFFSETFROM:-0400", with: "TZOFFSETFROM:+5328")

        let found = try zone(text)

        #expect(found.problems.map(\.line) == [5])
        #expect(found.problems.first?.message.contains("“+5328” is not a UTC-OFFSET") == true)
        #expect(try offset(try #require(found.zone()), "2020-08-25T00:00") == -4 * 3600)
    }

    @Test("A zone that changes every second does not hang", arguments: ["SECONDLY", "HOURLY;COUNT=1000000", "WEEKLY"])
    func hostile(frequency: String) throws {
        let text = eastern("1970").replacing("FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11", with: "FREQ=\(frequency)")

        let found = try zone(text)

        #expect(found.problems.map(\.message) == ["a time zone that changes more often than monthly"])
        #expect(found.zone() != nil)
    }

    @Test("Without a TZID, or a usable part, there is no zone")
    func none() throws {
        let nameless = try ICalendarParser.parse("BEGIN:VTIMEZONE\nEND:VTIMEZONE".utf8).components

        #expect(VTimeZone(try #require(nameless.first)) == nil)
        #expect(try zone("BEGIN:VTIMEZONE\nTZID:X\nEND:VTIMEZONE").zone() == nil)
    }

    @Test("The named zone whose clocks agree is found")
    func equivalent() throws {
        let zone = try #require(try zone(eastern("1601")).zone())
        let start = Zone.utc.instant(of: try #require(CivilDateTime("2020-01-01T00:00")))
        let years = Interval(start: start, end: start.adding(seconds: 5 * 366 * 86_400))
        let berlin = try ZoneDatabase.system.zone("Europe/Berlin")
        let toronto = try ZoneDatabase.system.zone("America/Toronto")

        #expect(
            ZoneDatabase.system.identifier(equivalentTo: zone, during: years, preferring: [berlin])
                == "America/New_York"
        )
        #expect(
            ZoneDatabase.system.identifier(equivalentTo: zone, during: years, preferring: [toronto])
                == "America/Toronto"
        )
        #expect(ZoneDatabase.system.identifier(equivalentTo: Zone(id: "X", initialOffset: 77), during: years) == nil)
    }

    @Test("A list without end of dates that nobody can read is not read to its end")
    func unreadableDates() throws {
        let part = "BEGIN:STANDARD\nDTSTART:20260101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRDATE:"
        let dates = String(repeating: "x,", count: 5_000)
        let text = "BEGIN:VTIMEZONE\nTZID:x\n\(part)\(dates)\nEND:STANDARD\nEND:VTIMEZONE"

        let component = try #require(try ICalendarParser.parse(text.utf8).components.first)
        let zone = try #require(VTimeZone(component))

        #expect(zone.problems.count == 100)
        #expect(zone.zone()?.offset(at: Instant(secondsSinceEpoch: 1_800_000_000)) == 7_200)
    }
}
