import ICalendar
import Testing

@testable import Feeds

@Suite("what a look at a feed means")
struct DecisionTests {
    private let address = "https://school.example/basic.ics"
    private let manner = FeedManner(zone: .utc)

    private func answer(_ status: Int = 200, _ body: String = "", type: String? = nil, wait: Int? = nil) throws
        -> FeedFetch
    {
        .answered(
            FeedAnswer(
                status: status,
                etag: "\"1\"",
                contentType: type,
                retryAfter: wait,
                body: Array(body.utf8),
                address: try FeedAddress(address),
                wasConditional: status == 304
            )
        )
    }

    private func taken(_ calendar: TestCalendar) throws -> FeedState {
        FeedState(address: address).after(try answer(200, calendar.text), at: .friday, manner).state
    }

    @Test("a first calendar is taken, with its validators and the interval that it asks for")
    func first() throws {
        var calendar = TestCalendar(3)
        calendar.extra = ["X-PUBLISHED-TTL:PT2H"]
        let decision = FeedState(address: address).after(try answer(200, calendar.text), at: .friday, manner)
        #expect(decision.outcome.keys.count == 3)
        #expect(decision.state.etag == "\"1\"")
        #expect(decision.state.next == .friday.hours(2))
        #expect(decision.state.lastSuccess == .friday)
        #expect(decision.state.trouble == nil)
    }

    @Test("another DTSTAMP and PRODID is nothing new, whatever else is said of the answer")
    func stamps() throws {
        var calendar = TestCalendar(3)
        let state = try taken(calendar)
        calendar.stamp = "20261127T080000Z"
        #expect(state.after(try answer(200, calendar.text), at: .friday.hours(6), manner).outcome.isUnchanged)
    }

    @Test("a line that only begins like DTSTAMP or PRODID counts, and the rest of a folded one does not")
    func digest() {
        func digest(_ text: String) -> String { FeedBody(octets: Array(text.utf8)).digest }
        #expect(digest("A:1\r\nDTSTAMP;X=1:2\r\n 3\r\nB:1\r\n") == digest("A:1\r\nPRODID:9\r\n\t4\r\nB:1\r\n"))
        #expect(digest("A:1\r\nDTSTAMPS:2\r\n") != digest("A:1\r\n"))
        #expect(digest("A:1\r\n 2\r\n") != digest("A:1\r\n"))
    }

    @Test(
        "what is no good leaves everything as it was, and is tried again later and later",
        arguments: [
            (200, "<!DOCTYPE html><title>Log in</title>", "a web page"), (200, "", "not a calendar"),
            (200, "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n", "not complete"),
            (200, "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "none of the 1"),
            (403, "", "(403)"), (404, "", "(404)"), (429, "", "(429)"), (500, "", "(500)"), (503, "", "(503)"),
            (204, "", "(204)"), (418, "", "(418)"),
        ]
    )
    func noGood(status: Int, body: String, words: String) throws {
        let before = try taken(TestCalendar(3))
        let once = before.after(try answer(status, body), at: .friday.hours(6), manner)
        #expect(once.outcome.isFailed)
        #expect(once.state.events == before.events)
        #expect(once.state.etag == before.etag)
        #expect(once.state.digest == before.digest)
        #expect(once.state.lastSuccess == .friday)
        #expect(once.state.staleSince == .friday.hours(6))
        #expect(once.state.trouble?.words.contains(words) == true)
        #expect(once.state.next == .friday.hours(6).adding(seconds: 900))
        let twice = once.state.after(try answer(status, body), at: .friday.hours(7), manner).state
        #expect(twice.staleSince == .friday.hours(6))
        #expect(twice.next == .friday.hours(7).adding(seconds: 1_800))
        let good = twice.after(try answer(304), at: .friday.hours(8), manner).state
        #expect(good.staleSince == nil)
        #expect(good.failures == 0)
        #expect(good.trouble == nil)
    }

    @Test("a web page is known by its beginning, or by what the server calls it")
    func webPage() throws {
        let state = FeedState(address: address)
        let page = "\u{FEFF}\r\n  <html>"
        #expect(
            state.after(try answer(200, page), at: .friday, manner).state.trouble?.words.contains("web page") == true
        )
        let told = state.after(try answer(200, "Log in", type: "text/html; charset=utf-8"), at: .friday, manner).state
        #expect(told.trouble?.words.contains("web page") == true)
        let misnamed = try answer(200, TestCalendar(1).text, type: "text/html")
        #expect(state.after(misnamed, at: .friday, manner).outcome.update != nil)
    }

    @Test("a server that says when to come back is believed, within a day")
    func retryAfter() throws {
        let state = FeedState(address: address).after(try answer(503, wait: 7_200), at: .friday, manner).state
        #expect(state.next == .friday.hours(2))
    }

    @Test(
        "what is gone for good, or asks who is there, is not tried again by itself",
        arguments: [(410, FeedTrouble.Kind.gone), (401, .locked)]
    )
    func stopped(status: Int, kind: FeedTrouble.Kind) throws {
        let before = try taken(TestCalendar(3))
        let after = before.after(try answer(status), at: .friday.hours(6), manner).state
        #expect(after.next == nil)
        #expect(after.trouble?.kind == kind)
        #expect(after.events == before.events)
        #expect(after.staleSince == .friday.hours(6))
    }

    @Test("“not modified” is believed only where it was asked for")
    func notModified() throws {
        let state = try taken(TestCalendar(3))
        #expect(state.after(try answer(304), at: .friday.hours(6), manner).outcome.isUnchanged)
        let unasked = FeedAnswer(status: 304, address: try FeedAddress(address))
        #expect(state.after(.answered(unasked), at: .friday.hours(6), manner).outcome.isFailed)
    }

    @Test("validators are sent as they came, and once a week none")
    func validators() throws {
        var state = try taken(TestCalendar(3))
        state.etag = "W/\"a \\\" b\""
        let request = try state.request(at: .friday.hours(167), allowsPrivate: false)
        #expect(request.etag == "W/\"a \\\" b\"")
        #expect(try state.request(at: .friday.hours(168), allowsPrivate: false).etag == nil)
        #expect(try FeedState(address: address).request(at: .friday, allowsPrivate: false).etag == nil)
    }

    @Test("more events than are taken is no good")
    func tooMany() throws {
        var few = manner
        few.mostEvents = 3
        let state = FeedState(address: address)
        #expect(state.after(try answer(200, TestCalendar(3).text), at: .friday, few).outcome.keys.count == 3)
        #expect(state.after(try answer(200, TestCalendar(4).text), at: .friday, few).outcome.isFailed)
        #expect(state.after(try answer(200, TestCalendar(13).text), at: .friday, few).outcome.isFailed)
    }
}
