import ICalendar
import Testing

@testable import Feeds

@Suite("calendars that cost more than they are worth, and looks that do not come to an end")
struct HostileFeedTests {
    private let address = "https://school.example/basic.ics"

    private func look(_ lines: String, _ manner: FeedManner = FeedManner(zone: .utc)) throws -> FeedDecision {
        let text = "BEGIN:VCALENDAR\n\(lines)END:VCALENDAR\n"
        let answer = FeedAnswer(status: 200, body: Array(text.utf8), address: try FeedAddress(address))
        return FeedState(address: address).after(.answered(answer), at: .friday, manner)
    }

    @Test(
        "events are counted before anything is read, in any case and with any line ends",
        arguments: [
            "BEGIN:VEVENT\nEND:VEVENT\n", "begin:vevent\nend:vevent\n", "BEGIN:VEVENT\rEND:VEVENT\r",
            "Begin:VEvent\r\nEnd:VEvent\r\n",
        ]
    )
    func counted(event: String) {
        let body = FeedBody(octets: Array(("BEGIN:VCALENDAR\n" + String(repeating: event, count: 7)).utf8))
        #expect(body.eventCount == 7)
    }

    @Test("events that are folded into being are too many all the same")
    func folded() throws {
        var manner = FeedManner(zone: .utc)
        manner.mostEvents = 5
        let event = "BEGIN:VEV\n ENT\nUID:1\nDTSTART;VALUE=DATE:20261201\nEND:VEVENT\n"
        #expect(try look(String(repeating: event, count: 21), manner).outcome.isFailed)
        #expect(try look(String(repeating: event, count: 1), manner).outcome.keys == ["1"])
    }

    @Test("more exceptions than are taken are refused")
    func exceptions() throws {
        var manner = FeedManner(zone: .utc)
        manner.mostExceptions = 3
        func event(_ days: String) -> String {
            "BEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20261201\nRRULE:FREQ=DAILY\nEXDATE;VALUE=DATE:\(days)\nEND:VEVENT\n"
        }
        #expect(try look(event("20261202,20261203,20261204"), manner).outcome.keys == ["1"])
        let decision = try look(event("20261202,20261203,20261204,20261205"), manner)
        #expect(decision.state.trouble?.words.contains("exceptions") == true)
    }

    @Test("a look that does not come to an end is put off, later each time, and is a failure then")
    func unfinished() throws {
        var state = FeedState(address: address)
        var waits: [Int] = []
        for _ in 0..<3 {
            state = state.beginning(at: .friday)
            waits.append(try #require(state.next) - .friday)
        }
        #expect(waits == [900, 1_800, 3_600])
        #expect(state.trouble?.kind == .failing)
        #expect(state.staleSince == .friday)
        let text = TestCalendar(1).text
        let answer = FeedAnswer(status: 200, body: Array(text.utf8), address: try FeedAddress(address))
        let good = state.after(.answered(answer), at: .friday, FeedManner(zone: .utc)).state
        #expect(good.begun == nil)
        #expect(good.trouble == nil)
        #expect(good.failures == 0)
    }
}
