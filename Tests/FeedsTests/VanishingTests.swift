import ICalendar
import Testing

@testable import Feeds

@Suite("what is missing from a feed, and what has another UID")
struct VanishingTests {
    private let address = "https://school.example/basic.ics"

    private func look(_ state: FeedState, _ calendar: TestCalendar, at now: Instant) throws -> FeedDecision {
        let answer = FeedAnswer(status: 200, body: Array(calendar.text.utf8), address: try FeedAddress(address))
        return state.after(.answered(answer), at: now, FeedManner(zone: .utc))
    }

    private func taken(_ calendar: TestCalendar) throws -> FeedState {
        try look(FeedState(address: address), calendar, at: .friday).state
    }

    @Test(
        "more than half of five or more, or all, wait for a second look",
        arguments: [
            (5, 2, true), (5, 3, false), (6, 3, false), (6, 2, true), (4, 1, false), (4, 0, true), (1, 0, true),
            (8, 0, true),
        ]
    )
    func holding(before: Int, after: Int, isHeld: Bool) throws {
        let state = try taken(TestCalendar(before))
        let once = try look(state, TestCalendar(after), at: .friday.hours(6))
        #expect(once.outcome.isHeld == isHeld)
        guard isHeld else {
            #expect(once.outcome.update?.gone.count == before - after)
            return
        }
        #expect(once.state.events == state.events)
        #expect(once.state.digest == state.digest)
        #expect(once.state.trouble?.kind == .held)
        let twice = try look(once.state, TestCalendar(after), at: .friday.hours(12))
        #expect(twice.outcome.update?.gone.count == before - after)
        #expect(twice.state.events.count == after)
        #expect(twice.state.held == nil)
        #expect(twice.state.trouble == nil)
    }

    @Test("a second look that has everything again ends the waiting")
    func back() throws {
        let calendar = TestCalendar(6)
        let held = try look(try taken(calendar), TestCalendar(1), at: .friday.hours(6)).state
        let back = try look(held, calendar, at: .friday.hours(12))
        #expect(back.outcome.isUnchanged)
        #expect(back.state.held == nil)
    }

    @Test("a second look that lacks something else waits for a third")
    func disagreeing() throws {
        let held = try look(try taken(TestCalendar(6)), TestCalendar(2), at: .friday.hours(6)).state
        let other = try look(held, TestCalendar(1), at: .friday.hours(12))
        #expect(other.outcome.isHeld)
        #expect(try look(other.state, TestCalendar(1), at: .friday.hours(18)).outcome.update?.gone.count == 5)
    }

    @Test("what is over is neither missed nor gone")
    func past() throws {
        let calendar = TestCalendar(6)
        let state = try taken(calendar)
        var rest = calendar
        rest.days.removeFirst(4)
        let late = Instant.friday.hours(24 * 30)
        let decision = try look(state, rest, at: late)
        #expect(decision.outcome.update?.gone == [])
        #expect(decision.outcome.keys.count == 2)
        #expect(decision.state.events.count == 6)
        var returned = try look(decision.state, calendar, at: late.hours(6))
        // What was lately is left as it is.
        #expect(returned.outcome.keys.count == 2)
        #expect(returned.state.events.count == 6)
        returned = try look(returned.state, rest, at: late.hours(12))
        #expect(returned.outcome.update?.gone == [])
    }

    @Test("a second look agrees as well where something of what was missing is over by then")
    func agreeing() throws {
        let held = try look(try taken(TestCalendar(6)), TestCalendar(0), at: .friday.hours(6)).state
        #expect(held.held?.missing.count == 6)
        let later = try look(held, TestCalendar(0), at: .friday.hours(24 * 6))
        #expect(later.outcome.update?.gone.count == 5)
    }

    @Test("what is over is not written anew where only its description is another; a new name of it is taken")
    func history() throws {
        let calendar = TestCalendar(6)
        let state = try taken(calendar)
        let made = calendar.text.replacing("END:VEVENT", with: "DESCRIPTION:Made on 2 December\r\nEND:VEVENT")
        let counts = try [made, made.replacing("Teacher day 0", with: "Snow day")].map { text in
            let answer = FeedAnswer(status: 200, body: Array(text.utf8), address: try FeedAddress(address))
            let now = Instant.friday.hours(24 * 5)
            return state.after(.answered(answer), at: now, FeedManner(zone: .utc)).outcome.keys.count
        }
        #expect(counts == [5, 6])
    }

    @Test("what was over for five weeks is forgotten, and not taken again")
    func forgotten() throws {
        let calendar = TestCalendar(6)
        let decision = try look(try taken(calendar), TestCalendar(6), at: .friday.hours(24 * 60))
        #expect(decision.outcome.isUnchanged)
        var other = calendar
        other.stamp = "20270101T080000Z"
        other.extra = ["X-NEW:1"]
        let later = try look(decision.state, other, at: .friday.hours(24 * 60))
        #expect(later.state.events.count == 3)
        #expect(later.outcome.update?.gone == [])
    }

    @Test("a calendar that says other events each time is refused when too many have come and gone")
    func comingAndGoing() throws {
        var state = FeedState(address: address)
        var manner = FeedManner(zone: .utc)
        manner.mostEvents = 10
        var taken: [Int] = []
        for edition in 0..<4 {
            var calendar = TestCalendar(4, from: .init(trusted: 2026, 11, 2))
            calendar.edition = "-\(edition)"
            calendar.days = [calendar.days[2]] + (0..<7).map { calendar.days[0].adding(days: $0 + edition * 7 - 7) }
            let answer = FeedAnswer(status: 200, body: Array(calendar.text.utf8), address: try FeedAddress(address))
            let decision = state.after(.answered(answer), at: .friday, manner)
            state = decision.state
            taken.append(decision.outcome.keys.count)
        }
        #expect(state.events.count <= 20)
        #expect(state.trouble?.words.contains("come and go") == true, "\(taken)")
    }

    @Test("what was over long before it was first seen is not taken")
    func longAgo() throws {
        let calendar = TestCalendar(10, from: .init(trusted: 2026, 10, 1))
        #expect(try look(FeedState(address: address), calendar, at: .friday).outcome.keys.count == 6)
    }

    @Test("new UIDs at every fetch change nothing: each event keeps the key that it had first")
    func newUIDs() throws {
        var calendar = TestCalendar(6)
        var state = try taken(calendar)
        let keys = state.events.map(\.key)
        for fetch in 1...3 {
            calendar.edition = "-\(fetch)"
            let decision = try look(state, calendar, at: .friday.hours(6 * fetch))
            #expect(decision.outcome.update?.events.map(\.key) == keys)
            #expect(decision.outcome.update?.gone == [])
            state = decision.state
        }
        calendar.edition = "-4"
        calendar.days.removeLast()
        let decision = try look(state, calendar, at: .friday.hours(30))
        #expect(decision.outcome.update?.gone == [keys[5]])
        #expect(decision.outcome.update?.events.map(\.key) == Array(keys.dropLast()))
    }

    @Test("an event without a UID keeps its key, and one that is added beside it gets another")
    func withoutUIDs() throws {
        var calendar = TestCalendar(3)
        calendar.hasUIDs = false
        let state = try taken(calendar)
        calendar.days.append(calendar.days[2].adding(days: 7))
        let decision = try look(state, calendar, at: .friday.hours(6))
        #expect(decision.outcome.update?.events.prefix(3).map(\.key) == state.events.map(\.key))
        #expect(Set(decision.outcome.keys).count == 4)
        #expect(decision.outcome.update?.gone == [])
    }

    @Test("a new UID of what looks the same is another event as long as most UIDs are known")
    func oneNewUID() throws {
        let calendar = TestCalendar(6)
        let state = try taken(calendar)
        let text = calendar.text.replacing("UID:day-\(calendar.days[0])@", with: "UID:other@")
        let answer = FeedAnswer(status: 200, body: Array(text.utf8), address: try FeedAddress(address))
        let decision = state.after(.answered(answer), at: .friday.hours(6), FeedManner(zone: .utc))
        #expect(decision.outcome.update?.gone == ["day-\(calendar.days[0])@school.example"])
        #expect(decision.outcome.keys.contains("other@school.example"))
    }

    @Test(
        "until when an event is still to come",
        arguments: [
            ("DTSTART:20261127T090000Z\r\nDURATION:PT1H", "2026-11-27T10:00"),
            ("DTSTART;VALUE=DATE:20261127", "2026-11-28T00:00"),
            ("DTSTART:20261127T090000Z\r\nRRULE:FREQ=DAILY", nil),
            ("DTSTART:20261127T090000Z\r\nRRULE:FREQ=DAILY;COUNT=3", "2026-11-29T09:00"),
            ("DTSTART:20261127T090000Z\r\nRRULE:FREQ=DAILY;UNTIL=20261201T090000Z", "2026-12-01T09:00"),
            ("DTSTART:20261127T090000Z\r\nRDATE:20270101T090000Z", "2027-01-01T09:00"),
            ("DTSTART:20261127T090000Z\r\nRRULE:FREQ=DAILY;COUNT=9999", nil),
        ] as [(String, String?)]
    )
    func lastEnd(lines: String, end: String?) throws {
        let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n\(lines)\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        let file = try CalendarFile.read(Array(text.utf8), defaultZone: .utc)
        let expected = try end.map { Zone.utc.instant(of: try #require(CivilDateTime($0))) }
        #expect(file.events[0].lastEnd == expected)
    }
}
