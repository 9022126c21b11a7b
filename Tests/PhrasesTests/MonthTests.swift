import ICalendar
import Testing

@testable import Phrases

@Suite("months in words")
struct MonthTests {
    /// Monday, 23 November 2026.
    private let words = DateWords(Present(now: CivilDateTime("2026-11-23T10:00")!))

    @Test(
        "a month is named, counted from this one, or any day in it",
        arguments: [
            ("2026-12", "2026-12-01"), ("this", "2026-11-01"), ("next month", "2026-12-01"), ("last", "2026-10-01"),
            ("Next Month", "2026-12-01"), ("fri", "2026-11-01"), ("24 Dec", "2026-12-01"), ("2027-03-31", "2027-03-01"),
            ("2027-03-31T10:00", "2027-03-01"), ("in 2 months", "2027-01-01"),
        ]
    )
    func meaning(text: String, first: String) throws {
        #expect(try words.month(of: text) == CivilDate(first))
    }

    @Test(
        "a name without a year is this month or the next of that name",
        arguments: [
            ("nov", "2026-11-01"), ("dec", "2026-12-01"), ("December", "2026-12-01"), ("oct", "2027-10-01"),
            ("sept.", "2027-09-01"), ("may", "2027-05-01"), ("oct 2026", "2026-10-01"),
        ]
    )
    func names(text: String, first: String) throws {
        #expect(try words.month(of: text) == CivilDate(first))
    }

    @Test("what is no month is none", arguments: ["2026-13", "smarch", "dec 35", "14:00", "next week of may", ""])
    func nothing(text: String) {
        #expect((try? words.month(of: text)) == nil)
    }
}
