import FamplanAPI
import Household
import ICalendar
import Notifications
import Storage
import Testing

@testable import FamplanDaemon

@Suite("Conflicts are told to those whom they concern")
struct ConflictNewsTests {
    private let family = """
        household: { timeZone: Europe/Berlin }
        people:
          - { id: maya, name: Maya, role: parent, notify: { channels: [ { channel: email, changes: false } ] } }
          - { id: kofi, name: Kofi, role: parent }
          - id: noah
            name: Noah
            role: child
            care: [ { days: daily, from: "06:30", to: "20:00", level: present } ]
        """
    private let maya = Actor.person(ID(trusted: "maya"))
    private let kofi = Actor.person(ID(trusted: "kofi"))

    private func posting(_ text: String? = nil, at now: String = "2026-11-23T08:00:00+01:00") async throws -> Posting {
        let posting = try await Posting(text ?? family, at: now)
        try await posting.run()
        #expect(posting.channel.tries.isEmpty)
        return posting
    }

    /// Both parents away: nobody has Noah.
    private func leave(_ posting: Posting, _ start: String, by actor: Actor, id: String = "trip") async throws {
        _ = try await posting.planner.add(
            ["kind": ["away"], "title": ["Trip"], "people": ["maya", "kofi"], "start": [start], "duration": ["2h"]],
            id: id,
            by: actor
        )
    }

    private func told(_ posting: Posting) -> [String] {
        posting.channel.delivered.map { "\($0.message.kind.rawValue): \($0.message.title)" }
    }

    @Test("two minutes after the last change, in one message, once")
    func batched() async throws {
        let posting = try await posting()
        try await leave(posting, "2026-11-25T10:00", by: kofi)
        #expect(try await posting.run() == Instant(rfc3339: "2026-11-23T08:02:00+01:00"))
        posting.clock.move(to: "2026-11-23T08:01:00+01:00")
        try await leave(posting, "2026-11-26T10:00", by: kofi, id: "other")
        #expect(try await posting.run(at: "2026-11-23T08:02:59+01:00") == [])
        #expect(try await posting.run(at: "2026-11-23T08:03:00+01:00").count == 1)
        #expect(told(posting) == ["conflicts: 2 conflicts to look at"])
        let message = try #require(posting.channel.delivered.first?.message)
        #expect(message.severity == .critical)
        #expect(message.text.contains("Nobody has Noah"))
        #expect(message.text.split(separator: "\n").allSatisfy { $0.count <= 72 })
        #expect(message.short == "2 conflicts to look at, the first Wed 25 Nov 10:00")
        #expect(try await posting.run(at: "2026-11-23T20:00:00+01:00") == [])
    }

    @Test("at once where one begins within two hours")
    func urgent() async throws {
        let posting = try await posting()
        try await leave(posting, "2026-11-23T09:59", by: kofi)
        try await posting.run()
        #expect(told(posting) == ["conflicts: 1 conflict to look at"])
    }

    @Test("what is undone before it is told is never told")
    func undone() async throws {
        let posting = try await posting()
        try await leave(posting, "2026-11-25T10:00", by: kofi)
        try await posting.run(at: "2026-11-23T08:01:00+01:00")
        _ = try await posting.planner.undo(by: kofi)
        #expect(try await posting.run(at: "2026-11-23T09:00:00+01:00") == [])
    }

    @Test(
        "one that is gone is told as resolved, to whoever was told of it and did not resolve it",
        arguments: [true, false]
    )
    func resolved(byOneself: Bool) async throws {
        let posting = try await posting()
        try await leave(posting, "2026-11-25T10:00", by: kofi)
        try await posting.run(at: "2026-11-23T08:02:00+01:00")
        posting.clock.move(to: "2026-11-23T10:00:00+01:00")
        _ = try await posting.planner.remove(
            RemoveRequest(target: EntryTarget(name: "trip"), options: ChangeOptions()),
            by: byOneself ? maya : kofi
        )
        try await posting.run(at: "2026-11-23T10:02:00+01:00")
        let first = "conflicts: 1 conflict to look at"
        #expect(told(posting) == (byOneself ? [first] : [first, "resolved: 1 conflict resolved"]))
        #expect(try await posting.planner.store.toldConflicts().isEmpty)
        #expect(try await posting.run(at: "2026-11-23T12:00:00+01:00") == [])
    }

    @Test("one that is accepted is not told as gone, and again when it is open again")
    func accepted() async throws {
        let posting = try await posting()
        try await leave(posting, "2026-11-25T10:00", by: kofi)
        try await posting.run(at: "2026-11-23T08:02:00+01:00")
        let id = try #require(await posting.planner.unresolved.keys.first).rawValue
        _ = try await posting.planner.accept(AcceptRequest(id: id, reason: "Ama", until: nil), by: kofi)
        #expect(try await posting.run(at: "2026-11-23T09:00:00+01:00") == [])
        _ = try await posting.planner.reopen(ReopenRequest(id: id))
        try await posting.run(at: "2026-11-23T10:00:00+01:00")
        #expect(told(posting).count == 2)
    }

    @Test("a warning that one has made oneself one was shown; the other parent's is told; a critical one always is")
    func own() async throws {
        let text = family + "\nresources: [ { id: car } ]"
        let posting = try await posting(text)
        func take(_ id: String, _ day: String, by actor: Actor) async throws {
            for (person, number) in [("maya", 1), ("kofi", 2)] {
                _ = try await posting.planner.add(
                    [
                        "kind": ["appointment"], "title": [id], "people": [person], "start": ["\(day)T21:00"],
                        "duration": ["1h"], "resources": ["car"],
                    ],
                    id: "\(id)-\(number)",
                    by: actor
                )
            }
        }
        posting.clock.move(to: "2026-11-23T08:01:00+01:00")
        try await take("own", "2026-11-25", by: maya)
        #expect(try await posting.run(at: "2026-11-23T08:03:00+01:00") == [])
        posting.clock.move(to: "2026-11-23T09:00:00+01:00")
        try await take("other", "2026-11-26", by: kofi)
        #expect(try await posting.run(at: "2026-11-23T09:02:00+01:00").count == 1)
        posting.clock.move(to: "2026-11-23T10:00:00+01:00")
        try await leave(posting, "2026-11-27T10:00", by: maya)
        #expect(try await posting.run(at: "2026-11-23T10:02:00+01:00").count == 1)
    }

    @Test("each channel is told what is as severe as it wants")
    func severity() async throws {
        let text = family.replacing(
            "[ { channel: email, changes: false } ]",
            with:
                "[ { channel: email, address: all, severity: notice, changes: false }, { channel: email, severity: critical } ]"
        )
        let posting = try await posting(text + "\nresources: [ { id: car } ]")
        for (person, number) in [("maya", 1), ("kofi", 2)] {
            let fields = [
                "kind": ["appointment"], "title": ["x"], "people": [person], "start": ["2026-11-25T21:00"],
                "duration": ["1h"], "resources": ["car"],
            ]
            _ = try await posting.planner.add(fields, id: "car-\(number)", by: kofi)
        }
        #expect(try await posting.run(at: "2026-11-23T08:02:00+01:00").count == 1)
        try await leave(posting, "2026-11-26T10:00", by: kofi)
        #expect(try await posting.run(at: "2026-11-23T08:04:00+01:00").count == 2)
    }

    @Test(
        "in hours of silence only what is critical and begins before they end; the rest is told then, if it is still so"
    )
    func silence() async throws {
        let quiet = #"notify: { quiet: { from: "21:00", to: "07:00" }, channels:"#
        let text = family.replacing("notify: { channels:", with: quiet)
        let posting = try await posting(text, at: "2026-11-23T22:00:00+01:00")
        try await leave(posting, "2026-11-24T10:00", by: kofi)
        try await leave(posting, "2026-11-24T06:30", by: kofi, id: "early")
        try await leave(posting, "2026-11-24T15:00", by: kofi, id: "gone")
        #expect(try await posting.run(at: "2026-11-23T22:02:00+01:00").count == 1)
        #expect(posting.channel.delivered.first?.message.text.contains("06:30") == true)
        _ = try await posting.planner.remove("gone")
        #expect(try await posting.run() == Instant(rfc3339: "2026-11-24T04:30:00+01:00"))
        #expect(try await posting.run(at: "2026-11-24T07:00:00+01:00").count == 1)
        #expect(posting.channel.delivered.last?.message.text.contains("10:00") == true)
        #expect(posting.channel.delivered.last?.message.text.contains("15:00") == false)
    }

    @Test("a critical one that nobody accepted is told again a day and two hours before")
    func escalation() async throws {
        let posting = try await posting()
        try await leave(posting, "2026-11-26T10:00", by: kofi)
        try await posting.run(at: "2026-11-23T08:02:00+01:00")
        #expect(try await posting.run() == Instant(rfc3339: "2026-11-25T10:00:00+01:00"))
        #expect(try await posting.run(at: "2026-11-25T10:00:00+01:00").count == 1)
        #expect(try await posting.run(at: "2026-11-25T11:00:00+01:00") == [])
        #expect(told(posting).last == "escalation: Still open, Thu 26 Nov 10:00: coverage gap")
        let id = try #require(await posting.planner.unresolved.keys.first).rawValue
        #expect(try await posting.run(at: "2026-11-26T08:00:00+01:00").count == 1)
        #expect(try await posting.run(at: "2026-11-26T09:00:00+01:00") == [])
        _ = try await posting.planner.accept(AcceptRequest(id: id, reason: "Ama", until: nil), by: kofi)
        #expect(try await posting.run(at: "2026-11-26T09:30:00+01:00") == [])
    }

    @Test("one that is over is forgotten without a word")
    func over() async throws {
        let posting = try await posting()
        try await leave(posting, "2026-11-23T09:00", by: kofi)
        try await posting.run()
        #expect(told(posting).count == 1)
        try await posting.run(at: "2026-11-24T08:00:00+01:00")
        #expect(told(posting).count == 1)
        #expect(try await posting.planner.store.toldConflicts().isEmpty)
    }
}
