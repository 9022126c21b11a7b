import ICalendar
import Testing

@Suite("POSIX zone rules")
struct PosixZoneRuleTests {
    @Test(
        "a rule gives the offset in force, to the second of the change",
        arguments: [
            ("UTC0", "2026-07-01T00:00", 0),
            ("<+0545>-5:45", "2026-07-01T00:00", 20_700),
            ("NST3:30NDT,M3.2.0,M11.1.0", "2026-07-01T00:00", -9000),
            ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T00:59:59", 3600),
            ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T01:00", 7200),
            ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-25T00:59:59", 7200),
            ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-25T01:00", 3600),
            // Summer over the new year, by half an hour.
            ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2026-12-31T23:00", 39_600),
            ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2026-04-04T15:00", 37_800),
            // Winter time as the exception: Dublin.
            ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-01-15T00:00", 0),
            ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-07-15T00:00", 3600),
            // Days of the year: with the leap day, and without.
            ("AAA0BBB,J60/0,J300", "2028-02-29T23:59:59", 0),
            ("AAA0BBB,J60/0,J300", "2028-03-01T00:00", 3600),
            ("AAA0BBB,59/0,299", "2028-02-28T23:59:59", 0),
            ("AAA0BBB,59/0,299", "2028-02-29T00:00", 3600),
            ("AAA0BBB,59/0,299", "2027-03-01T00:00", 3600),
            // Times before the day and beyond it: Nuuk, and Gaza's four days of 24 hours.
            ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T00:59:59", -7200),
            ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T01:00", -3600),
            ("EET-2EEST,M3.4.4/50,M10.4.4/50", "2026-03-27T23:59:59", 7200),
            ("EET-2EEST,M3.4.4/50,M10.4.4/50", "2026-03-28T00:00", 10_800),
            // Daylight time all year, also at the turn of it (RFC 8536 §3.3.1).
            ("EST5EDT,0/0,J365/25", "2026-12-31T23:59:59", -14_400),
            ("EST5EDT,0/0,J365/25", "2027-01-01T03:00", -14_400),
        ]
    )
    func offset(rule: String, utc: String, expected: Int) throws {
        // given
        let posix: PosixZoneRule = try #require(PosixZoneRule(rule))
        let zone = Zone(id: "Test", initialOffset: 0, rule: posix)
        let instant = Zone.utc.instant(of: try #require(CivilDateTime(utc)))

        // then
        #expect(zone.offset(at: instant) == expected)
    }

    @Test(
        "what is not a rule is refused",
        arguments: [
            "", "CET", "C-1", "CET-25", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0", "<+01-1",
            "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J1", "CET-1CEST,366,1",
            "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0 ", "CET-1:60", "CET-1CEST,M3.5.0,M10.5.0/3x",
        ]
    )
    func refused(text: String) {
        #expect(PosixZoneRule(text) == nil)
    }
}
