import ICalendar
import Testing

struct ValueTests {
    @Test(
        "Days, wall times and times in UTC are told apart",
        arguments: [
            ("20261123", TimeValue.date(CivilDate(year: 2026, month: 11, day: 23)!)),
            ("20261123T140000", .local(CivilDateTime("2026-11-23T14:00")!)),
            (" 20261123T140000z ", .utc(CivilDateTime("2026-11-23T14:00")!)),
            ("20261231T235960Z", .utc(CivilDateTime("2026-12-31T23:59:59")!)),
        ]
    )
    func time(text: String, value: TimeValue) throws {
        #expect(try TimeValue(text) == value)
    }

    @Test(
        "What is no day and no time is refused with what was expected",
        arguments: [
            "", "INVALID-DATE", "20130910T170000T", "202131012", "20260230", "20261123T250000", "20261123T14", "0000",
        ]
    )
    func noTime(text: String) {
        let error = #expect(throws: ValueError.self) { try TimeValue(text) }

        #expect(error?.description.hasPrefix("“\(text)” is not a DATE") == true)
    }

    @Test(
        "Durations have days and exact seconds",
        arguments: [
            ("P1D", 1, 0), ("P2W", 14, 0), ("PT1H30M", 0, 5400), ("-PT15M", 0, -900), ("+P1DT12H", 1, 43200),
            ("PT0S", 0, 0),
            ("P1DT", 1, 0),
        ]
    )
    func duration(text: String, days: Int, seconds: Int) throws {
        #expect(try DurationValue(text) == DurationValue(days: days, seconds: seconds))
    }

    @Test(
        "What is no duration, or an absurd one, is refused",
        arguments: [
            "", "P", "1D", "PD", "P1H", "PT1D", "PT1HT1M", "P999999999999999999W", "PT99999999999999999999S", "P1",
        ]
    )
    func noDuration(text: String) {
        #expect(throws: ValueError.self) { try DurationValue(text) }
    }

    @Test("A period has a start, and an end or a duration")
    func period() throws {
        let start = try TimeValue("20261123T140000Z")

        #expect(try PeriodValue("20261123T140000Z/PT1H").end == .duration(DurationValue(seconds: 3600)))
        #expect(try PeriodValue("20261123T140000Z/20261123T150000Z").start == start)
        #expect(throws: ValueError.self) { try PeriodValue("20261123T140000Z") }
        #expect(throws: ValueError.self) { try PeriodValue("20261123T140000Z/") }
    }

    @Test(
        "Offsets are seconds east of UTC",
        arguments: [
            ("+0100", 3600), ("-0741", -27660), ("-000115", -75), ("+05:30", 19800), ("0100", 3600), ("-0000", 0),
        ]
    )
    func offset(text: String, seconds: Int) throws {
        #expect(try OffsetValue(text).seconds == seconds)
    }

    @Test(
        "An offset of a day or more is refused",
        arguments: ["+5328", "+2400", "+01", "+0160", "CET", "", "+010000Z"]
    )
    func noOffset(text: String) {
        #expect(throws: ValueError.self) { try OffsetValue(text) }
    }
}
