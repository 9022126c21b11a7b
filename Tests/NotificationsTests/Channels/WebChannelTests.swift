import Foundation
import Household
import ICalendar
import NIOHTTP1
import NIOPosix
import Notifications
import Testing

@Suite("channels of the web")
struct WebChannelTests {
    private let client = WebClient(group: MultiThreadedEventLoopGroup.singleton, limit: 10)

    private func ntfy(_ server: WebServer, token: Secret? = Secret("tk_a1b2c3"), click: String? = nil) -> NtfyChannel {
        NtfyChannel(server: server.address, token: token, topic: "family", click: click, client: client)
    }

    private func object(_ body: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any])
    }

    @Test("ntfy gets a publication as JSON at its root")
    func publication() async throws {
        let server = try await WebServer.start(.answers(200))
        let channel = ntfy(server, click: "https://home.example/plan")
        #expect(await channel.send(.sample(severity: .critical), to: "maya-phone") == .sent)
        let request = try #require(server.requests.first)
        #expect(request.head.method == .POST)
        #expect(request.head.uri == "/")
        #expect(request.head.headers["Authorization"] == ["Bearer tk_a1b2c3"])
        #expect(request.head.headers["Content-Type"] == ["application/json"])
        let body = try object(request.body)
        #expect(body.keys.sorted() == ["click", "message", "priority", "tags", "title", "topic"])
        #expect(body["topic"] as? String == "maya-phone")
        #expect(body["title"] as? String == "famplan Tue 24 Nov: 2 gaps")
        #expect(body["message"] as? String == "2 gaps, the first at 15:00")
        #expect(body["priority"] as? Int == 5)
        #expect(body["tags"] as? [String] == ["rotating_light", "digest"])
        #expect(body["click"] as? String == "https://home.example/plan")
    }

    @Test("without a token nothing is said of one; without a person's topic the channel's is taken")
    func defaults() async throws {
        let server = try await WebServer.start(.answers(200))
        #expect(await ntfy(server, token: nil).send(.sample(severity: .notice), to: nil) == .sent)
        let request = try #require(server.requests.first)
        #expect(request.head.headers["Authorization"].isEmpty)
        let body = try object(request.body)
        #expect(body["topic"] as? String == "family")
        #expect(body["priority"] as? Int == 2)
        #expect(body["click"] == nil)
    }

    @Test("a message stays below what ntfy makes a file of, and no letter is cut in two")
    func long() async throws {
        let server = try await WebServer.start(.answers(200))
        #expect(await ntfy(server).send(.nasty, to: nil) == .sent)
        let body = try object(try #require(server.requests.first).body)
        let message = try #require(body["message"] as? String)
        #expect(message.utf8.count < 4_096)
        #expect(message.utf8.count > 4_080)
        #expect(message.hasPrefix("\u{FFFD}first\nsecond 👩‍👧‍👦 öö"))
        #expect(message.hasSuffix("ö…"))
        let title = try #require(body["title"] as? String)
        #expect(title.hasPrefix("Noah Bcc: thief@example.org [2J👩‍👧‍👦 שלום"))
        #expect(!title.unicodeScalars.contains { $0.value < 0x20 })
    }

    @Test("a topic that is none is refused before anything is sent", arguments: ["", "a b", "a/b", "a\r\nb", "ä"])
    func topics(_ topic: String) async throws {
        let server = try await WebServer.start(.answers(200))
        guard case .refused(let why) = await ntfy(server).send(.sample(), to: topic) else {
            Issue.record("not refused")
            return
        }
        #expect(why.contains("topic"))
        #expect(server.requests.isEmpty)
    }

    @Test("a webhook gets the message as JSON, with its id and a signature over the very bytes")
    func webhook() async throws {
        let server = try await WebServer.start(.answers(204))
        let channel = WebhookChannel(
            address: Secret("\(server.address)/api/webhook/7f3e9?a=b"),
            key: Secret("the-signing-key"),
            client: client
        )
        #expect(await channel.send(.sample(html: "<p>Hello</p>"), to: "maya") == .sent)
        let request = try #require(server.requests.first)
        #expect(request.head.method == .POST)
        #expect(request.head.uri == "/api/webhook/7f3e9?a=b")
        #expect(request.head.headers["Content-Type"] == ["application/json"])
        #expect(request.head.headers["X-Famplan-Delivery"] == ["digest.maya.2026-11-24"])
        #expect(
            request.body == """
                {"address":"maya","createdAt":"2026-11-24T06:30:05Z","html":"<p>Hello</p>","id":"digest.maya.2026-11-24",\
                "kind":"digest","person":"maya","severity":"warning","short":"2 gaps, the first at 15:00",\
                "text":"Nobody has Noah from 15:00 to 16:30.\\n","title":"famplan Tue 24 Nov: 2 gaps"}
                """
        )
        // As docs/notifications.md says to verify it.
        let verified = try python(
            "import hmac,sys; print('sha256=' + hmac.new(b'the-signing-key', sys.stdin.buffer.read(), 'sha256').hexdigest())",
            input: request.body
        )
        #expect(request.head.headers["X-Famplan-Signature"] == [verified])
    }

    @Test("a webhook without a key is not signed")
    func unsigned() async throws {
        let server = try await WebServer.start(.answers(200))
        let channel = WebhookChannel(address: Secret(server.address), key: nil, client: client)
        #expect(await channel.send(.sample(), to: nil) == .sent)
        #expect(try #require(server.requests.first).head.headers["X-Famplan-Signature"].isEmpty)
    }

    enum Fate: Sendable, Equatable {
        case sent, refused
        case delayed(Int?)

        init(_ delivery: Delivery) {
            self =
                switch delivery {
                case .sent: .sent
                case .refused: .refused
                case .delayed(let after, _): .delayed(after)
                }
        }
    }

    @Test(
        "statuses mean sent, later or never",
        arguments: [
            (200, nil, Fate.sent), (201, nil, .sent), (429, nil, .delayed(nil)), (429, "7", .delayed(7)),
            (429, "soon", .delayed(nil)), (429, "-5", .delayed(0)), (429, "99999999999999999999", .delayed(nil)),
            (429, "999999999", .delayed(86_400)), (429, "Sun, 06 Nov 1994 08:49:37 GMT", .delayed(0)),
            (429, "Fri, 31 Dec 9999 23:59:59 GMT", .delayed(86_400)), (500, nil, .delayed(nil)),
            (503, "30", .delayed(30)),
            (302, nil, .refused), (400, nil, .refused), (401, nil, .refused), (404, nil, .refused),
            (413, nil, .refused),
        ] as [(Int, String?, Fate)]
    )
    func statuses(_ status: Int, _ retryAfter: String?, _ fate: Fate) async throws {
        var headers = retryAfter.map { ["Retry-After": $0] } ?? [:]
        if status == 302 { headers["Location"] = "/elsewhere" }
        let server = try await WebServer.start(.answers(status, headers: headers))
        #expect(Fate(await ntfy(server).send(.sample(), to: nil)) == fate)
        // Nobody follows.
        #expect(server.requests.count == 1)
    }

    @Test("a date to wait for is told in seconds from now")
    func date() async throws {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "GMT")
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        let later = format.string(from: Date(timeIntervalSinceNow: 6_000))
        let server = try await WebServer.start(.answers(429, headers: ["Retry-After": later]))
        guard case .delayed(let after?, _) = await ntfy(server).send(.sample(), to: nil) else {
            Issue.record("not delayed")
            return
        }
        // Less what the test has taken until then.
        #expect((3_000...6_000).contains(after))
    }

    @Test("an answer counts though its text never ends")
    func neverEnds() async throws {
        let server = try await WebServer.start(.neverEnds)
        let client = WebClient(group: MultiThreadedEventLoopGroup.singleton, limit: 1)
        let channel = WebhookChannel(address: Secret(server.address), key: nil, client: client)
        #expect(await channel.send(.sample(), to: nil) == .sent)
    }

    @Test(
        "a server that is not there may be there later",
        arguments: ["http://127.0.0.1:1/x", "http://no-such.invalid/x"]
    )
    func unreachable(_ address: String) async throws {
        let channel = WebhookChannel(address: Secret(address), key: nil, client: client)
        guard case .delayed(nil, let why) = await channel.send(.sample(), to: nil) else {
            Issue.record("not delayed")
            return
        }
        #expect(why.hasPrefix("the server cannot be reached ("))
        #expect(!why.contains("127.0.0.1") && !why.contains("invalid"))
    }

    private func python(_ program: String, input: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = ["-c", program]
        let (stdin, stdout) = (Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        try process.run()
        stdin.fileHandleForWriting.write(Data(input.utf8))
        try stdin.fileHandleForWriting.close()
        let output = stdout.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
