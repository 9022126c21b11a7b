import ICalendar
import Testing

@testable import Feeds

@Suite("when a feed is looked at again")
struct IntervalTests {
    @Test(
        "the user's word, else the calendar's, else six hours, between a quarter of an hour and a day",
        arguments: [
            (nil, nil, 21_600), (nil, 7_200, 7_200), (3_600, 7_200, 3_600), (60, nil, 900), (nil, 1, 900),
            (nil, 604_800, 86_400), (1_000_000, nil, 86_400),
        ] as [(Int?, Int?, Int)]
    )
    func seconds(users: Int?, published: Int?, expected: Int) {
        #expect(FeedInterval.seconds(users: users, published: published, jitter: 0) == expected)
    }

    @Test("a look is late by a tenth at the most, and never early")
    func jitter() {
        #expect(FeedInterval.seconds(users: 3_600, published: nil, jitter: 0.5) == 3_780)
        #expect(FeedInterval.seconds(users: 3_600, published: nil, jitter: 7) == 3_960)
        #expect(FeedInterval.seconds(users: 3_600, published: nil, jitter: -7) == 3_600)
    }

    @Test(
        "every failure doubles the wait, up to a day; the server may ask for longer",
        arguments: [
            (1, nil, 900), (2, nil, 1_800), (5, nil, 14_400), (9, nil, 86_400), (Int.max, nil, 86_400),
            (1, 7_200, 7_200),
            (5, 60, 14_400), (1, 10_000_000, 86_400),
        ] as [(Int, Int?, Int)]
    )
    func backOff(failures: Int, retryAfter: Int?, expected: Int) {
        #expect(FeedInterval.afterFailure(failures, retryAfter, jitter: 0) == expected)
    }

    @Test(
        "Retry-After is read as seconds or as a date",
        arguments: [
            ("120", 120), ("-5", 0), ("Fri, 27 Nov 2026 09:00:00 GMT", 3_600), ("Fri, 27 Nov 2026 07:00:00 GMT", 0),
            ("soon", nil), ("", nil),
        ] as [(String, Int?)]
    )
    func retryAfter(text: String, expected: Int?) {
        #expect(RetryAfter.seconds(text, at: .friday) == expected)
    }
}
