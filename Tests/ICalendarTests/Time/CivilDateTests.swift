import Foundation
import ICalendar
import Testing

@Suite("Civil dates")
struct CivilDateTests {
    @Test("days and year, month, day convert into each other over all ten thousand years")
    func roundTrip() {
        for days in stride(from: CivilDate.first.daysSinceEpoch, through: CivilDate.last.daysSinceEpoch, by: 13) {
            let date = CivilDate(daysSinceEpoch: days)
            #expect(CivilDate(year: date.year, month: date.month, day: date.day) == date)
        }
    }

    @Test(
        "a known day has the known number and weekday",
        arguments: [
            ("1970-01-01", 0, Weekday.thursday), ("1969-12-31", -1, .wednesday), ("2000-02-29", 11_016, .tuesday),
            ("2026-11-23", 20_780, .monday), ("0001-01-01", -719_162, .monday), ("9999-12-31", 2_932_896, .friday),
        ]
    )
    func knownDay(text: String, days: Int, weekday: Weekday) throws {
        let date = try #require(CivilDate(text))

        #expect(date.daysSinceEpoch == days)
        #expect(date.weekday == weekday)
        #expect(date.description == text)
    }

    @Test(
        "what is not a date is refused",
        arguments: [
            "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "0000-01-01", "2026-4-01", "26-04-01",
            "2026-04-01 ",
            "2026-04-01T", "+026-04-01", "２０２６-04-01", "", "20260401",
        ]
    )
    func refused(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test("the form of RFC 5545 is eight digits")
    func icalendar() throws {
        let date = try #require(CivilDate(icalendar: "20261123"))

        #expect(date.description == "2026-11-23")
        #expect(date.icalendar == "20261123")
        #expect(CivilDate(icalendar: "2026-11-23") == nil)
        #expect(CivilDate(icalendar: "20261131") == nil)
    }

    @Test(
        "adding months keeps the day or takes the month's last",
        arguments: [
            ("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2026-11-30", 3, "2027-02-28"),
            ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -13, "2024-12-15"), ("9999-12-31", 1, "9999-12-31"),
        ]
    )
    func addingMonths(text: String, months: Int, expected: String) throws {
        #expect(try #require(CivilDate(text)).adding(months: months).description == expected)
    }

    @Test(
        "a week starts on the day asked for",
        arguments: [
            ("2026-11-23", Weekday.monday, "2026-11-23"), ("2026-11-29", .monday, "2026-11-23"),
            ("2026-11-23", .sunday, "2026-11-22"), ("1969-12-30", .saturday, "1969-12-27"),
        ]
    )
    func startOfWeek(text: String, weekStart: Weekday, expected: String) throws {
        #expect(try #require(CivilDate(text)).startOfWeek(weekStart).description == expected)
    }

    @Test("arithmetic stops at the ends of the calendar")
    func ends() {
        #expect(CivilDate.last.adding(days: 1) == .last)
        #expect(CivilDate.first.adding(days: .min) == .first)
        #expect(CivilDate.last.adding(months: .max).description == "9999-12-31")
        #expect(CivilDate.first.adding(months: .min).description == "0001-01-01")
    }

    @Test("months and years have the right lengths")
    func lengths() throws {
        let lengths = (1...12).map { CivilDate.daysInMonth(year: 2026, month: $0) }

        #expect(lengths == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
        #expect([1900, 2000, 2024, 2026].map(CivilDate.isLeap) == [false, true, true, false])
        #expect(try #require(CivilDate("2024-12-31")).dayOfYear == 366)
    }

    @Test("dates are coded as text, and other text is refused with its value")
    func coding() throws {
        // given
        let date = try #require(CivilDate("2026-11-23"))

        // when
        let json = try JSONEncoder().encode([date])

        // then
        #expect(String(decoding: json, as: UTF8.self) == #"["2026-11-23"]"#)
        #expect(try JSONDecoder().decode([CivilDate].self, from: json) == [date])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CivilDate].self, from: Data(#"["2026-02-30"]"#.utf8))
        }
    }

    @Test("weekdays are read in either case, and nothing else is one")
    func weekdays() {
        #expect(Weekday.allCases.map { Weekday(icalendar: $0.icalendar) } == Weekday.allCases)
        #expect(Weekday(icalendar: "we") == .wednesday)
        #expect(["", "M", "MON", "XX", "1M"].allSatisfy { Weekday(icalendar: $0) == nil })
    }
}
