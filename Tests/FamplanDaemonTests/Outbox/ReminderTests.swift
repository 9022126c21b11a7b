import FamplanAPI
import Foundation
import ICalendar
import Notifications
import Testing

@testable import FamplanDaemon

@Suite("Reminders are worked out from the plan as it is")
struct ReminderTests {
    private func family(_ notify: String = "{ channels: [ { channel: email, changes: false } ] }") -> String {
        """
        household: { timeZone: Europe/Berlin }
        people:
          - { id: maya, name: Maya, role: parent, notify: \(notify) }
          - { id: kofi, name: Kofi, role: parent, notify: { channels: [ { channel: email, reminders: false, changes: false } ] } }
          - { id: noah, name: Noah, role: child }
        entries:
          - { id: call, kind: appointment, title: Call, people: [maya, kofi], start: 2026-11-23T15:00, duration: 1h,
              remind: 30m, repeat: FREQ=DAILY }
        """
    }

    private func posting(_ notify: String = "{ channels: [ { channel: email, changes: false } ] }") async throws
        -> Posting
    {
        try await Posting(family(notify), at: "2026-11-23T14:00:00+01:00")
    }

    private func id(_ of: String, _ start: String? = nil) -> String {
        let seconds = { (text: String) in Instant(rfc3339: text)!.secondsSinceEpoch }
        return "reminder-call-\(seconds(of))-\(seconds(start ?? of))-maya"
    }

    @Test("so long before as the entry says, once, to its people who want them")
    func once() async throws {
        let posting = try await posting()
        #expect(try await posting.run() == Instant(rfc3339: "2026-11-23T14:30:00+01:00"))
        #expect(try await posting.run(at: "2026-11-23T14:29:59+01:00") == [])
        let delivered = try await posting.run(at: "2026-11-23T14:30:00+01:00")
        #expect(delivered == [id("2026-11-23T15:00:00+01:00")])
        let message = try #require(posting.channel.delivered.first?.message)
        #expect(message.title == "Call: at 15:00")
        #expect(message.text == "“Call” begins at 15:00.\n")
        #expect(try await posting.run(at: "2026-11-23T14:59:00+01:00") == [])
        #expect(try await posting.run() == Instant(rfc3339: "2026-11-24T14:30:00+01:00"))
    }

    @Test("late rather than never, but not when it has begun", arguments: [("14:59:59", 1), ("15:00:00", 0)])
    func late(time: String, count: Int) async throws {
        let posting = try await posting()
        #expect(try await posting.run(at: "2026-11-23T\(time)+01:00").count == count)
    }

    @Test("what is moved is reminded of at its new time, and not at its old one")
    func moved() async throws {
        let posting = try await posting()
        _ = try await posting.planner.move("call@2026-11-23", to: "17:00")
        #expect(try await posting.run(at: "2026-11-23T14:30:00+01:00") == [])
        let expected = id("2026-11-23T15:00:00+01:00", "2026-11-23T17:00:00+01:00")
        #expect(try await posting.run(at: "2026-11-23T16:30:00+01:00") == [expected])
    }

    @Test("what is on its way is taken back when it is moved, and comes when it is moved back")
    func withdrawn() async throws {
        let posting = try await posting()
        posting.channel.isDown = true
        #expect(try await posting.run(at: "2026-11-23T14:30:00+01:00") == [])
        #expect(posting.channel.tries.count == 1)
        _ = try await posting.planner.move("call@2026-11-23", to: "17:00")
        posting.channel.isDown = false
        #expect(try await posting.run(at: "2026-11-23T14:40:00+01:00") == [])
        #expect(try await posting.planner.outbox(limit: 9).isEmpty)
        _ = try await posting.planner.move("call@2026-11-23", to: "15:00")
        #expect(try await posting.run(at: "2026-11-23T14:50:00+01:00") == [id("2026-11-23T15:00:00+01:00")])
    }

    @Test("what is skipped or removed is not reminded of", arguments: ["call@2026-11-23", "call"])
    func removed(name: String) async throws {
        let posting = try await posting()
        posting.channel.isDown = true
        #expect(try await posting.run(at: "2026-11-23T14:30:00+01:00") == [])
        _ = try await posting.planner.remove(name)
        posting.channel.isDown = false
        #expect(try await posting.run(at: "2026-11-23T14:45:00+01:00") == [])
        let next = name == "call" ? [] : [id("2026-11-24T15:00:00+01:00")]
        #expect(try await posting.run(at: "2026-11-24T14:30:00+01:00") == next)
    }

    @Test("one that somebody dropped stays dropped; one that was given up can be tried again")
    func byHand() async throws {
        let posting = try await posting()
        posting.channel.isDown = true
        try await posting.run(at: "2026-11-23T14:30:00+01:00")
        let row = try #require(try await posting.planner.outbox(limit: 1).first)
        #expect(try await posting.planner.drop(row.id, by: .admin).error == "dropped by admin")
        posting.channel.isDown = false
        #expect(try await posting.run(at: "2026-11-23T14:40:00+01:00") == [])
        #expect(await refusal { _ = try await posting.planner.drop(row.id, by: .admin) }?.kind == .clash)
        _ = try await posting.planner.retry(row.id)
        #expect(try await posting.run(at: "2026-11-23T14:50:00+01:00") == [row.letter.message.id])
        #expect(
            await refusal { _ = try await posting.planner.retry(row.id) }?.message
                == "message \(row.id) is sent already"
        )
        #expect(await refusal { _ = try await posting.planner.retry(99) }?.kind == .notFound)
    }

    @Test(
        "in hours of silence it waits for their end, unless that would be too late",
        arguments: [
            (#"{ from: "14:00", to: "14:45" }"#, "14:45:00"), (#"{ from: "14:00", to: "15:00" }"#, "14:30:00"),
            (#"{ from: "14:30", to: "06:00" }"#, "14:30:00"), (#"{ from: "15:00", to: "14:31" }"#, "14:31:00"),
            (#"{ from: "14:31", to: "14:30" }"#, "14:30:00"),
        ]
    )
    func quiet(hours: String, time: String) async throws {
        let posting = try await posting("{ quiet: \(hours), channels: [ { channel: email, changes: false } ] }")
        let due = Instant(rfc3339: "2026-11-23T\(time)+01:00")!
        try await posting.run()
        while posting.channel.delivered.isEmpty, posting.clock.now < due {
            posting.clock.move(to: posting.clock.now.adding(seconds: 60).rfc3339)
            try await posting.run()
        }
        #expect(posting.channel.delivered.map(\.at) == [due])
    }

    @Test("one that failed before the silence is not tried in it")
    func failedBeforeSilence() async throws {
        let posting = try await posting(
            #"{ quiet: { from: "14:31", to: "14:50" }, channels: [ { channel: email, changes: false } ] }"#
        )
        posting.channel.isDown = true
        try await posting.run(at: "2026-11-23T14:30:00+01:00")
        posting.channel.isDown = false
        #expect(try await posting.run(at: "2026-11-23T14:45:00+01:00") == [])
        #expect(try await posting.run() == Instant(rfc3339: "2026-11-23T14:50:00+01:00"))
        #expect(try await posting.run(at: "2026-11-23T14:50:00+01:00").count == 1)
    }

    @Test("in short nobody reads a child's name")
    func discreet() async throws {
        let posting = try await posting()
        _ = try await posting.planner.add(
            [
                "kind": ["appointment"], "title": ["Dentist with Noah"], "people": ["maya", "noah"],
                "start": ["2026-11-23T20:00"], "duration": ["1h"], "remind": ["2h"],
            ]
        )
        try await posting.run(at: "2026-11-23T18:00:00+01:00")
        #expect(posting.channel.delivered.last?.message.title == "Dentist with Noah: at 20:00")
        #expect(posting.channel.delivered.last?.message.short == "appointment: at 20:00")
    }

    @Test("a test goes to the channels of whoever is named, at once; what cannot be reached is said")
    func tests() async throws {
        let posting = try await posting()
        let test = { (person: String?, channel: String?, configured: Set<String>) in
            let request = TestNotificationRequest(person: person, channel: channel)
            return try await posting.planner.test(request, configured: configured, by: .admin)
        }
        #expect(try await test("maya", nil, ["email"]).map(\.letter.channel) == ["email"])
        try await posting.run()
        #expect(posting.channel.delivered.map(\.message.kind) == [.test])
        #expect(
            await refusal { _ = try await test(nil, nil, []) }?.message == "cannot try channels: whose? (--for PERSON)"
        )
        let missing = await refusal { _ = try await test("maya", nil, ["phone"]) }
        #expect(
            missing?.message == "cannot try channel “email”: it is not in the daemon's configuration (there are phone)"
        )
        #expect(await refusal { _ = try await test("noah", nil, []) }?.kind == .notFound)
        let near = await refusal { _ = try await test("maya", "emial", []) }
        #expect(near?.message == "unknown channel “emial” (did you mean “email”?)")
    }
}

extension Instant {
    var rfc3339: String { Zone.utc.rfc3339(self) }
}
