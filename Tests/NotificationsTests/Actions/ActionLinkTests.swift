import Foundation
import Household
import ICalendar
import NIOPosix
import Testing

@testable import Notifications

/// Messages about two conflicts, each with its slot.
extension Message {
    fileprivate static let gap = ID<Conflict>(trusted: "qk7h2m9x")
    fileprivate static let clash = ID<Conflict>(trusted: "abcdefgh")

    fileprivate static func conflicts(_ ids: [ID<Conflict>] = [gap, clash], kind: Kind = .conflicts) -> Message {
        var message = sample(kind: kind, severity: .critical)
        message.text = ids.map { "- Something (\($0))\n" + ActionSlot.line($0, indent: 2) + "\n" }.joined() + "\nEnd.\n"
        message.html = "<div>" + ids.map { "<p>Something</p>\(ActionSlot.comment($0))" }.joined() + "</div>\n"
        message.actions = ids.map {
            Action(
                kind: .accept,
                conflict: $0,
                severity: .critical,
                label: "Accept coverage gap, Tue 24 Nov 15:00 (\($0))",
                expires: sampleMoment.adding(seconds: 3_600)
            )
        }
        return message
    }
}

@Suite("links in messages")
struct ActionLinkTests {
    private let key = ActionKey([UInt8](repeating: 7, count: 32))!
    private var links: ActionLinks { ActionLinks(address: "https://home.example/famplan", key: key) }
    private let client = WebClient(group: MultiThreadedEventLoopGroup.singleton, limit: 10)

    private func url(_ conflict: ID<Conflict>, in message: Message) throws -> String {
        let action = try #require(message.actions.first { $0.conflict == conflict })
        return "https://home.example/famplan/a/\(ActionToken(action, of: message).text(key: key))"
    }

    @Test("a message that is sent has them where their conflicts stand, in text and HTML")
    func completed() throws {
        let message = Message.conflicts()
        let sent = links.completed(message)
        let (first, second) = try (url(Message.gap, in: message), url(Message.clash, in: message))
        #expect(first != second)
        #expect(
            sent.text == """
                - Something (qk7h2m9x)
                  Live with it: \(first)
                - Something (abcdefgh)
                  Live with it: \(second)

                End.

                """
        )
        #expect(
            sent.html == """
                <div><p>Something</p><p class="do"><a href="\(first)">Live with it</a></p>\
                <p>Something</p><p class="do"><a href="\(second)">Live with it</a></p></div>

                """
        )
        #expect(sent.actions.map(\.url) == [first, second])
        #expect(ActionToken(first.split(separator: "/").last!, key: key)?.person == ID(trusted: "maya"))
    }

    @Test("where links lead nowhere, nothing is left of them")
    func without() {
        let sent = Message.conflicts().withoutActions
        #expect(sent.text == "- Something (qk7h2m9x)\n- Something (abcdefgh)\n\nEnd.\n")
        #expect(sent.html == "<div><p>Something</p><p>Something</p></div>\n")
        #expect(sent.actions.isEmpty)
        #expect(Message.conflicts().shown(linking: nil) == sent)
    }

    @Test("a slot without an action goes, even where there is no action at all")
    func unanswered() {
        var message = Message.conflicts()
        message.actions = []
        #expect(links.completed(message).text == "- Something (qk7h2m9x)\n- Something (abcdefgh)\n\nEnd.\n")
    }

    @Test("what is shown says where links are, and holds nothing that works")
    func shown() {
        let shown = Message.conflicts().shown(linking: "https://home.example")
        #expect(shown.text.contains("  Live with it: https://home.example/a/…\n"))
        #expect(shown.html?.contains("<a href=\"https://home.example/a/…\">") == true)
        #expect(!"\(shown)".contains("accept_"))
    }

    @Test("a text of the family's can't hold a slot")
    func forged() {
        let title = "Tea\n\u{1A}qk7h2m9x\n<!--qk7h2m9x-->"
        var page = TextPage()
        page.add(title)
        page.addDrawn(title)
        var markup = Markup()
        markup.add(title)
        var message = Message.conflicts()
        message.text = page.text
        message.html = markup.text
        let sent = links.completed(message)
        #expect(sent.text == page.text && sent.html == markup.text)
        #expect(!sent.text.contains("https:") && sent.html?.contains("https:") == false)
    }

    @Test("what lies in the outbox has none, and what an older famplan put there can be read")
    func kept() throws {
        let message = Message.conflicts()
        let text = String(decoding: try JSONEncoder().encode(links.completed(message)), as: UTF8.self)
        let actions = text.split(separator: "\"actions\":")[1].prefix { $0 != "]" }
        #expect(!actions.contains("url") && !actions.contains("https"))
        #expect(try JSONDecoder().decode(Message.self, from: JSONEncoder().encode(message)) == message)
        var object = try #require(
            try JSONSerialization.jsonObject(with: JSONEncoder().encode(Message.sample())) as? [String: Any]
        )
        #expect(object.removeValue(forKey: "actions") != nil)
        let old = try JSONSerialization.data(withJSONObject: object)
        #expect(try JSONDecoder().decode(Message.self, from: old) == .sample())
    }

    // MARK: Channels

    private func object(_ body: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any])
    }

    private func buttons(_ message: Message) async throws -> [[String: Any]]? {
        let server = try await WebServer.start(.answers(200))
        let channel = NtfyChannel(server: server.address, token: nil, topic: "family", click: nil, client: client)
        #expect(await channel.send(message, to: nil) == .sent)
        return try object(try #require(server.requests.first).body)["actions"] as? [[String: Any]]
    }

    @Test("ntfy gets a button for each, which posts; three at most; none where there are none")
    func ntfy() async throws {
        let message = Message.conflicts()
        let buttons = try #require(await buttons(links.completed(message)))
        #expect(buttons.count == 2)
        let first = try #require(buttons.first)
        #expect(first.keys.sorted() == ["action", "clear", "label", "method", "url"])
        #expect(first["action"] as? String == "http")
        #expect(first["label"] as? String == "Accept coverage gap, Tue 24 Nov 15:00 (qk7h2m9x)")
        #expect(first["url"] as? String == (try url(Message.gap, in: message)))
        #expect(first["method"] as? String == "POST")
        #expect(first["clear"] as? Bool == false)
        #expect(buttons[1]["url"] as? String == (try url(Message.clash, in: message)))
        let only = try await self.buttons(links.completed(.conflicts([Message.gap], kind: .escalation)))
        #expect(only?.count == 1 && only?.first?["clear"] as? Bool == true)
        let many = (0..<9).map { ID<Conflict>(trusted: "conflict\($0)") }
        #expect(try await self.buttons(links.completed(.conflicts(many)))?.count == 3)
        #expect(try await self.buttons(message.withoutActions) == nil)
        #expect(try await self.buttons(links.completed(.sample())) == nil)
    }

    @Test("a webhook and a program get a list of labels and addresses")
    func webhook() async throws {
        let message = Message.conflicts()
        let server = try await WebServer.start(.answers(200))
        let channel = WebhookChannel(address: Secret(server.address), key: nil, client: client)
        #expect(await channel.send(links.completed(message), to: nil) == .sent)
        let body = try object(try #require(server.requests.first).body)
        let actions = try #require(body["actions"] as? [[String: String]])
        #expect(
            actions == [
                [
                    "label": "Accept coverage gap, Tue 24 Nov 15:00 (qk7h2m9x)",
                    "url": try url(Message.gap, in: message),
                ],
                [
                    "label": "Accept coverage gap, Tue 24 Nov 15:00 (abcdefgh)",
                    "url": try url(Message.clash, in: message),
                ],
            ]
        )
        #expect(await channel.send(message.withoutActions, to: nil) == .sent)
        #expect(try object(server.requests[1].body)["actions"] == nil)
    }

    @Test("apprise gets them below the text, each on a line of its own")
    func apprise() async throws {
        let message = Message.conflicts([Message.gap])
        let folder = try Folder()
        let command = try Tool(folder, "exit 0").command()
        let channel = AppriseChannel(command: command, configuration: "/run/apprise", tag: nil)
        #expect(await channel.send(links.completed(message), to: nil) == .sent)
        let link = try url(Message.gap, in: message)
        let input = try #require(folder.text("input"))
        #expect(
            input == """
                \(message.title)

                \(message.short)

                Accept coverage gap, Tue 24 Nov 15:00 (qk7h2m9x):
                \(link)

                """
        )
        // Everybody on the machine sees command lines.
        #expect(folder.text("arguments")?.contains("accept_") == false)
    }

    @Test("a mail has the whole link in both of its parts, as Python's email package reads it")
    func mail() async throws {
        let message = Message.conflicts()
        let server = try await MailServer.start()
        let command = Command(
            server.command,
            environment: ["PATH": "/usr/bin:/bin"],
            timers: MultiThreadedEventLoopGroup.singleton
        )
        let channel = EmailChannel(from: try Rig.sender, command: command)
        #expect(await channel.send(links.completed(message), to: "maya@home.example") == .sent)
        let mail = try #require(try server.mails().first)
        #expect(mail.defects == [])
        #expect(mail.longest <= 76)
        let parts = mail.parts.map(\.content)
        try #require(parts.count == 2)
        for conflict in [Message.gap, Message.clash] {
            let link = try url(conflict, in: message)
            #expect(parts[0].contains("  Live with it: \(link)\n"))
            #expect(parts[1].contains("<a href=\"\(link)\">Live with it</a>"))
        }
    }
}
