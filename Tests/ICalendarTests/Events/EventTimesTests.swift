import ICalendar
import Testing

/// Starts, lengths and zones of single events.
struct EventTimesTests {
    @Test(
        "An end, a duration or neither gives the length",
        arguments: [
            ("DTSTART:20261123T140000Z\nDTEND:20261123T150000Z", EventLength.seconds(3600)),
            ("DTSTART:20261123T140000Z\nDURATION:PT90M", .seconds(5400)),
            ("DTSTART:20261123T140000Z", .seconds(0)),
            ("DTSTART;TZID=Europe/Berlin:20261123T140000\nDTEND:20261123T140000Z", .seconds(3600)),
            ("DTSTART;TZID=Europe/Berlin:20261123T140000\nDTEND;TZID=Europe/London:20261123T140000", .seconds(3600)),
            ("DTSTART;TZID=Europe/Berlin:20261024T220000\nDTEND;TZID=Europe/Berlin:20261025T060000", .seconds(32_400)),
            ("DTSTART;TZID=Europe/Berlin:20261024T220000\nDURATION:P1D", .seconds(90_000)),
            ("DTSTART;VALUE=DATE:20261123\nDTEND;VALUE=DATE:20261126", .days(3)),
            ("DTSTART;VALUE=DATE:20261123", .days(1)),
            ("DTSTART;VALUE=DATE:20261123\nDTEND;VALUE=DATE:20261123", .days(1)),
            ("DTSTART;VALUE=DATE:20261123\nDURATION:P1W", .days(7)),
            ("DTSTART;VALUE=DATE:20261123\nDURATION:PT25H", .days(2)),
            ("DTSTART;VALUE=DATE:20261123\nDTEND:20261125T000000", .days(2)),
            ("DTSTART:20261123T140000\nDTEND;VALUE=DATE:20261124", .seconds(36_000)),
        ]
    )
    func length(lines: String, length: EventLength) throws {
        #expect(try Feed.event(lines).length == length)
    }

    @Test("An end before the start: the start stays, and the event has no length")
    func endBeforeStart() throws {
        let file = try Feed.events(
            "DTSTART;TZID=Europe/Berlin:20190304T083000\nDTEND;TZID=Europe/Berlin:20190304T080000"
        )

        #expect(try Feed.agenda(file, "2019-03-04", "2019-03-05") == ["2019-03-04T08:30 08:30"])
    }

    @Test(
        "Where a zone came from is remembered",
        arguments: [
            ("DTSTART:20261123T140000Z", "UTC", ZoneSource.utc, false),
            ("DTSTART:20261123T140000", "Europe/Berlin", .local, true),
            ("DTSTART;VALUE=DATE:20261123", "Europe/Berlin", .local, false),
            ("DTSTART;TZID=America/New_York:20261123T140000", "America/New_York", .identifier, false),
            ("DTSTART;TZID=\"Eastern Standard Time\":20261123T140000", "America/New_York", .windowsName, false),
            ("DTSTART;TZID=FOO:20261123T140000", "Europe/Berlin", .unknown, false),
            ("DTSTART;TZID=:20261123T140000", "Europe/Berlin", .local, true),
            ("DTSTART;TZID=(UTC+01:00) Bern, Rome:20261123T140000", "Europe/Berlin", .unknown, false),
        ]
    )
    func zones(lines: String, zone: String, source: ZoneSource, isFloating: Bool) throws {
        let event = try Feed.event(lines)

        #expect(event.zone.id == zone)
        #expect(event.zoneSource == source)
        #expect(event.isFloating == isFloating)
        #expect(event.start.date == CivilDate("2026-11-23"))
    }

    @Test("A Windows name without a VTIMEZONE, an unknown name and a day with a zone are worth a warning each")
    func zoneWarnings() throws {
        let file = try Feed.events(
            "UID:a\nDTSTART;TZID=W. Europe Standard Time:20261123T140000\nDTEND;TZID=W. Europe Standard Time:20261123T150000",
            "UID:b\nDTSTART;TZID=FOO:20261123T140000",
            "UID:c\nDTSTART;TZID=Europe/Berlin;VALUE=DATE:20180702"
        )

        #expect(
            file.warnings.map(\.message) == [
                "no VTIMEZONE for “W. Europe Standard Time”; by its Windows name it is Europe/Berlin",
                "unknown time zone “FOO” without a usable VTIMEZONE; Europe/Berlin is assumed",
                "DTSTART: a day has no time zone; the TZID is ignored",
            ]
        )
        #expect(file.events.last?.isAllDay == true)
    }

    @Test(
        "Names that nobody else knows take the rules that came with them, commas and all",
        arguments: [
            ("Nowhere/Middle", "Nowhere/Middle"), ("Kuala Lumpur\\, Singapore", "\"Kuala Lumpur, Singapore\""),
            ("Kuala Lumpur\\, Singapore", "Kuala Lumpur\\, Singapore"), ("大阪、札幌、東京", "大阪、札幌、東京"),
            ("(UTC+07:41) A, B", "(UTC+07:41) A, B"),
        ]
    )
    func embedded(name: String, parameter: String) throws {
        let file = try Feed.calendar(
            """
            BEGIN:VTIMEZONE
            TZID:\(name)
            BEGIN:STANDARD
            DTSTART:16010101T000000
            TZOFFSETFROM:+0741
            TZOFFSETTO:+0741
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            DTSTART;TZID=\(parameter):20230306T134200
            END:VEVENT
            """
        )
        let event = try #require(file.events.first)

        #expect(event.zoneSource == .embedded)
        #expect(Zone.utc.rfc3339(event.zone.instant(of: event.start)) == "2023-03-06T06:01:00Z")
        #expect(event.originalText.contains("TZID:\(name)"))
        #expect(file.outcome == .accepted)
    }

    @Test("“Customized Time Zone” is another one in every file")
    func customized() throws {
        func file(_ offset: String) throws -> CalendarFile {
            try Feed.calendar(
                """
                BEGIN:VTIMEZONE
                TZID:Customized Time Zone
                BEGIN:STANDARD
                DTSTART:16010101T020000
                TZOFFSETFROM:\(offset)
                TZOFFSETTO:\(offset)
                END:STANDARD
                END:VTIMEZONE
                BEGIN:VEVENT
                DTSTART;TZID=Customized Time Zone:20200825T103500
                END:VEVENT
                """
            )
        }

        for (offset, start) in [("+0200", "2020-08-25T08:35:00Z"), ("-0400", "2020-08-25T14:35:00Z")] {
            let file = try file(offset)
            let event = try #require(file.events.first)

            #expect(Zone.utc.rfc3339(event.zone.instant(of: event.start)) == start)
            #expect(file.warnings.count == 1)
        }
    }
}
