import Testing

@testable import ICalendar

@Suite("a zone of the machine written as a VTIMEZONE")
struct ZoneAsVTimeZoneTests {
    @Test("every zone reads back with the same offsets, from whichever year on, to the end of the century")
    func everyZone() throws {
        for id in ZoneDatabase.system.identifiers {
            let zone = try ZoneDatabase.system.zone(id)
            for year in [1971, 2005, 2026] {
                let from = Zone.utc.instant(of: CivilDateTime(CivilDate(year: year, month: 6, day: 1)!, .midnight))
                let written = try #require(VTimeZone(zone.vTimeZone(named: id, from: from)))
                let read = try #require(written.zone(), "\(id)")
                #expect(written.problems.isEmpty, "\(id)")
                #expect(differences(zone, read, from: from) == [], "\(id) from \(year)")
            }
        }
    }

    /// Moments at which two zones differ: one second before and after each change of the first, and every month to 2100.
    private func differences(_ left: Zone, _ right: Zone, from: Instant) -> [String] {
        let (_, transitions, rule) = left.table.content
        let ruled = [2030, 2050, 2100].flatMap { year in
            rule?.daylight.map { rule!.changes($0, in: year) }.map { [$0.start, $0.end] } ?? []
        }
        let changes = (transitions.map(\.instant) + ruled).flatMap { [$0 - 1, $0] }
        let months = stride(from: from.secondsSinceEpoch, to: 4_131_000_000, by: 30 * 86_400)
        return (changes + months).filter { $0 >= from.secondsSinceEpoch && $0 < 4_131_000_000 }.filter {
            let instant = Instant(secondsSinceEpoch: $0)
            return left.offset(at: instant) != right.offset(at: instant)
        }.prefix(3).map { Zone.utc.rfc3339(Instant(secondsSinceEpoch: $0)) }
    }

    @Test("a rule is written as a rule, from its last time before the first moment that is asked about")
    func berlin() throws {
        let zone = try ZoneDatabase.system.zone("Europe/Berlin")
        let from = Instant(rfc3339: "2026-09-01T08:15:00+02:00")!
        let text = String(decoding: zone.vTimeZone(named: "Europe/Berlin", from: from).octets, as: UTF8.self)
        #expect(
            text.split(separator: "\r\n") == [
                "BEGIN:VTIMEZONE", "TZID:Europe/Berlin", "BEGIN:DAYLIGHT", "DTSTART:20260329T020000",
                "TZOFFSETFROM:+0100",
                "TZOFFSETTO:+0200", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT", "BEGIN:STANDARD",
                "DTSTART:20251026T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100",
                "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "END:VTIMEZONE",
            ]
        )
    }

    @Test("a change at an hour outside of its day is written on the day on which it falls")
    func shifted() throws {
        let rule = try #require(PosixZoneRule("<-02>2<-01>,M3.5.0/-1,M10.5.0/0"))
        #expect(rule.daylight?.start.recurrence == "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-8,-7,-6,-5,-4,-3,-2;BYDAY=SA")
        let hebrew = try #require(PosixZoneRule("IST-2IDT,M3.4.4/26,M10.5.0"))
        #expect(hebrew.daylight?.start.recurrence == "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=23,24,25,26,27,28,29;BYDAY=FR")
        let odd = try #require(PosixZoneRule("AAA3BBB,J60/0,200/0"))
        #expect(odd.daylight?.start.recurrence == "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1")
        #expect(odd.daylight?.end.recurrence == "FREQ=YEARLY;BYYEARDAY=201")
    }

    @Test("a zone whose clocks never change has one part")
    func fixed() throws {
        let zone = try ZoneDatabase.system.zone("Etc/GMT-5")
        let written = zone.vTimeZone(named: "x", from: Instant(secondsSinceEpoch: 0))
        #expect(written.components.map(\.name) == ["STANDARD"])
        #expect(written.components.first?.first("TZOFFSETTO")?.value == "+0500")
    }
}
