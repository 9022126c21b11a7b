import FamplanAPI
import Foundation
import Household
import ICalendar
import Notifications
import Storage
import Testing

@testable import FamplanDaemon

@Suite("messages that come with links")
struct ActionMessageTests {
    private let family = """
        household: { timeZone: Europe/Berlin }
        people:
          - { id: maya, name: Maya, role: parent, notify: { channels: [ { channel: email } ] } }
          - { id: kofi, name: Kofi, role: parent }
          - { id: ama, name: Ama, role: carer, notify: { channels: [ { channel: email, address: ama@home.example } ] } }
          - id: noah
            name: Noah
            role: child
            care: [ { days: daily, from: "06:30", to: "20:00", level: present } ]
        """
    private let key = ActionKey([UInt8](repeating: 7, count: 32))!
    private var links: ActionLinks { ActionLinks(address: "https://home.example/famplan", key: key) }

    /// Everybody is away: nobody has Noah, and two are at two things at once.
    private func posting(links: ActionLinks?) async throws -> Posting {
        let posting = try await Posting(family, at: "2026-11-23T08:00:00+01:00", links: links)
        for id in ["trip", "other"] {
            _ = try await posting.planner.add(
                [
                    "kind": ["away"], "title": ["Trip"], "people": ["maya", "kofi", "ama"],
                    "start": ["2026-11-25T10:00"], "duration": ["2h"],
                ],
                id: id,
                by: .person(ID(trusted: "kofi"))
            )
        }
        try await posting.run(at: "2026-11-23T08:03:00+01:00")
        return posting
    }

    private func messages(_ posting: Posting, to person: String) -> [Message] {
        posting.channel.delivered.map(\.message).filter { $0.person.rawValue == person }
    }

    private func token(_ action: Message.Action) throws -> ActionToken {
        let text = try #require(action.url?.split(separator: "/").last)
        return try #require(ActionToken(text, key: key))
    }

    @Test("a new conflict can be accepted by the link that comes with it, and nobody is told that it is gone")
    func news() async throws {
        let posting = try await posting(links: links)
        let message = try #require(messages(posting, to: "maya").first)
        #expect(message.kind == .conflicts && !message.actions.isEmpty)
        let action = try #require(message.actions.first)
        #expect(action.severity == .critical)
        #expect(message.actions.contains { $0.label == "Accept coverage gap, Wed 25 Nov 10:00" })
        #expect(
            action.url?.hasPrefix("https://home.example/famplan/a/accept_\(action.conflict)_maya_critical_") == true
        )
        #expect(message.text.contains("\n  Live with it: \(action.url ?? "")\n"))
        #expect(message.html?.contains("<a href=\"\(action.url ?? "")\">Live with it</a>") == true)
        // It ends with the conflict.
        #expect(try token(action).expires == Instant(rfc3339: "2026-11-25T12:00:00+01:00"))
        #expect(try await posting.planner.use(token(action)).name == "justDone")
        #expect(try await posting.planner.conflict(action.conflict.rawValue).acceptance?.by == "maya")
        #expect(try await posting.run(at: "2026-11-23T09:00:00+01:00") == [])
    }

    @Test("what draws near comes with one, too")
    func escalation() async throws {
        let posting = try await posting(links: links)
        try await posting.run(at: "2026-11-24T10:00:00+01:00")
        let near = messages(posting, to: "maya").filter { $0.kind == .escalation }
        let message = try #require(near.first)
        #expect(message.actions.count == 1)
        #expect(message.text.contains("  Live with it: https://home.example/famplan/a/accept_"))
        #expect(message.html?.contains("<h1>\(message.title)</h1>") == true)
        #expect(try await posting.planner.use(token(message.actions[0])).name == "justDone")
    }

    @Test("who is no parent gets none")
    func carers() async throws {
        let posting = try await posting(links: links)
        let message = try #require(messages(posting, to: "ama").first)
        #expect(message.actions.isEmpty)
        #expect(!message.text.contains("Live with it") && !message.text.contains("\u{1A}"))
    }

    @Test("nothing of them lies in the database, nor is sent where no links lead anywhere")
    func kept() async throws {
        let posting = try await posting(links: nil)
        let rows = try await posting.planner.store.outbox(limit: 99)
        #expect(!rows.isEmpty)
        #expect(
            !rows.contains {
                $0.letter.content.contains("accept_") || $0.letter.content.contains("home.example/famplan")
            }
        )
        let message = try #require(messages(posting, to: "maya").first)
        #expect(message.actions.isEmpty && !message.text.contains("Live with it") && !message.text.contains("\u{1A}"))
        #expect(message.text.split(separator: "\n").allSatisfy { $0.count <= 72 })
        let with = try await self.posting(links: links)
        #expect(try await with.planner.store.outbox(limit: 99).map(\.letter.content) == rows.map(\.letter.content))
    }

    @Test("the day's overview has them for what is open, each good for fourteen days at most")
    func digest() async throws {
        let posting = try await posting(links: links)
        let digests = PlannedDigests(planner: posting.planner)
        let person = try #require(await posting.planner.household.people[ID(trusted: "maya")])
        let owed = try await digests.digest(of: person, on: CivilDate("2026-11-23")!, id: "digest-1")
        let message = links.completed(try #require(owed))
        let action = try #require(message.actions.first)
        #expect(try token(action).issued == posting.clock.now)
        #expect(message.html?.contains(action.url ?? "?") == true && message.text.contains(action.url ?? "?"))
        #expect(try await posting.planner.use(token(action)).name == "justDone")
    }
}
