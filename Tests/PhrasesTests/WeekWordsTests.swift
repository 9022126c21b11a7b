import ICalendar
import Testing

@testable import Phrases

@Suite("weeks in words")
struct WeekWordsTests {
    /// Monday, 23 November 2026.
    private let words = DateWords(Present(now: CivilDateTime("2026-11-23T10:00")!))

    @Test(
        "a week is counted from this one, or any day in it",
        arguments: [
            ("next", "2026-11-30"), ("Next week", "2026-11-30"), ("last", "2026-11-16"), ("last week", "2026-11-16"),
            ("this", "2026-11-23"), ("+1", "2026-11-30"), ("+2", "2026-12-07"), ("-1", "2026-11-16"),
            ("next mon", "2026-11-30"), ("24 Dec", "2026-12-24"), ("+2w", "2026-12-07"), ("fri 15:00", "2026-11-27"),
        ]
    )
    func meaning(text: String, day: String) throws {
        #expect(try words.week(of: text) == CivilDate(day))
    }

    @Test("what is no week is none", arguments: ["foo", "14:00", "next month", "+", "+100", "1", ""])
    func nothing(text: String) {
        #expect((try? words.week(of: text)) == nil)
    }

    @Test("a month is counted from this one too", arguments: [("+1", "2026-12-01"), ("-2", "2026-09-01")])
    func months(text: String, first: String) throws {
        #expect(try words.month(of: text) == CivilDate(first))
    }
}
