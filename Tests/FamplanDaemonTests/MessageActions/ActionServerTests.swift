import Foundation
import FoundationXML
import Household
import Logging
import NIOCore
import Notifications
import Testing

@testable import FamplanDaemon

/// The listener on a real TCP socket of this machine, spoken to byte by byte.
@Suite("the listener for links", .timeLimit(.minutes(2)))
struct ActionServerTests {
    private let log = LogKeeper()

    /// Runs the listener on a port that is free while a test talks to it.
    private func listening<Result: Sendable>(
        to offer: Offer,
        limits: ActionServer.Limits = ActionServer.Limits(),
        changed: @escaping @Sendable () -> Void = {},
        _ talk: @Sendable @escaping (Int) async throws -> Result
    ) async throws -> Result {
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        var logger = log.logger
        logger.logLevel = .trace
        let server = ActionServer(
            host: "127.0.0.1",
            port: 0,
            responder: ActionResponder(
                key: offer.key,
                planner: offer.planner,
                wrong: WrongTokens { offer.clock.now },
                logger: logger,
                changed: changed
            ),
            limits: limits,
            running: { port.yield($0) },
            logger: logger
        )
        let running = Task { try await server.run() }
        defer { running.cancel() }
        var iterator = ports.makeAsyncIterator()
        return try await talk(try #require(await iterator.next()))
    }

    private func request(_ method: String, _ path: String, body: String? = nil, headers: String = "") -> String {
        let length = body.map { "Content-Length: \($0.utf8.count)\r\n" } ?? ""
        return "\(method) \(path) HTTP/1.1\r\nHost: home.example\r\n\(length)\(headers)\r\n\(body ?? "")"
    }

    private func status(_ answer: String) -> String { String(answer.split(separator: " ").dropFirst().first ?? "") }

    @Test("GET asks and changes nothing, however often; POST does it; again, it says when")
    func life() async throws {
        let offer = try await Offer()
        let path = "/a/\(offer.token().text(key: offer.key))"
        let changes = AsyncStream.makeStream(of: Void.self)
        let (gets, posts) = try await listening(to: offer, changed: { changes.continuation.yield() }) { port in
            var (gets, posts): ([String], [String]) = ([], [])
            for _ in 0..<3 { gets.append(try await Loopback.exchange(request("GET", path), port: port).text) }
            // What a mail program hangs on behind a link.
            gets.append(try await Loopback.exchange(request("GET", path + "?utm_source=mail"), port: port).text)
            #expect(try await offer.known.status == .open)
            for _ in 0..<2 {
                posts.append(try await Loopback.exchange(request("POST", path, body: ""), port: port).text)
            }
            return (gets, posts)
        }
        for get in gets {
            #expect(status(get) == "200")
            #expect(get.contains("<h1>Live with this?</h1>"))
            #expect(get.contains("Maya, if you press the button"))
            #expect(get.contains("<form method=\"post\"><button type=\"submit\">Yes, live with it</button></form>"))
        }
        #expect(status(posts[0]) == "200" && posts[0].contains(">Noted</h1>"))
        #expect(posts[0].contains("famplan reopen \(offer.conflict)"))
        #expect(status(posts[1]) == "200" && posts[1].contains("Maya did this on Mon 23 Nov 08:00."))
        #expect(!posts[1].contains("<button"))
        #expect(try await offer.known.acceptance?.by == "maya")
        changes.continuation.finish()
        #expect(await changes.stream.reduce(0) { count, _ in count + 1 } == 1)
    }

    @Test("a page says what it is about, is well-formed, runs nothing, and has the headers that protect it")
    func page() async throws {
        let offer = try await Offer()
        let path = "/a/\(offer.token().text(key: offer.key))"
        let answer = try await listening(to: offer) { try await Loopback.exchange(request("GET", path), port: $0) }
        #expect(answer.isEnded)
        let parts = answer.text.components(separatedBy: "\r\n\r\n")
        let headers = parts[0].lowercased()
        for header in [
            "content-security-policy: default-src 'none'; style-src 'sha256-", "form-action 'self'",
            "frame-ancestors 'none'", "base-uri 'none'", "referrer-policy: no-referrer", "cache-control: no-store",
            "x-robots-tag: noindex, nofollow", "x-content-type-options: nosniff", "connection: close",
            "content-type: text/html; charset=utf-8",
        ] {
            #expect(headers.contains(header), "\(header)")
        }
        #expect(!headers.contains("set-cookie") && !headers.contains("server:"))
        let page = parts[1]
        #expect(!page.contains("<script"))
        #expect(!page.replacing("http://www.w3.org/1999/xhtml", with: "").contains("://"))
        #expect(page.contains("prefers-color-scheme:dark") && page.contains("width=device-width"))
        #expect(try await page.contains(offer.known.conflict.message.replacing("&", with: "&amp;").prefix(12)))
        let parser = XMLParser(data: Data(page.utf8))
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
    }

    @Test(
        "whatever else is asked for is not there, by any method",
        arguments: [
            "/", "/a", "/a/", "/a/x/y", "/a/../v1/status", "/a/..%2fv1%2fstatus", "/v1/status", "/v1/household",
            "/v1/conflicts/accept", "//a/x", "/A/x", "*", "/a/%00", "/a/\u{e9}", "http://home.example/v1/status",
            "/famplan/a/x",
        ]
    )
    func elsewhere(path: String) async throws {
        let offer = try await Offer()
        for method in ["GET", "POST", "DELETE"] {
            let answer = try await listening(to: offer) { try await Loopback.exchange(request(method, path), port: $0) }
            #expect(["404", "400"].contains(status(answer.text)), "\(method) \(path): \(answer.text.prefix(40))")
            #expect(!answer.text.contains("Noah") && !answer.text.contains("Dentist"))
        }
    }

    @Test("other methods are told which there are", arguments: ["HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
    func methods(method: String) async throws {
        let offer = try await Offer()
        let path = "/a/\(offer.token().text(key: offer.key))"
        let answer = try await listening(to: offer) {
            try await Loopback.exchange(request(method, path), port: $0).text
        }
        #expect(status(answer) == "405" && answer.lowercased().contains("allow: get, post"))
        #expect(try await offer.known.status == .open)
    }

    @Test("a wrong token learns nothing, and after twenty it is told to wait; a right one is answered all the same")
    func wrong() async throws {
        let offer = try await Offer()
        let right = "/a/\(offer.token().text(key: offer.key))"
        let forged = right.dropLast() + (right.hasSuffix("0") ? "1" : "0")
        let (wrong, last) = try await listening(to: offer) { port in
            var wrong: [String] = []
            for number in 0..<25 {
                let method = number.isMultiple(of: 2) ? "GET" : "POST"
                wrong.append(try await Loopback.exchange(request(method, String(forged)), port: port).text)
            }
            return (wrong, try await Loopback.exchange(request("POST", right), port: port).text)
        }
        #expect(wrong.map(status) == Array(repeating: "404", count: 20) + Array(repeating: "429", count: 5))
        #expect(wrong.allSatisfy { !$0.contains("Noah") && !$0.contains("Dentist") && !$0.contains("Maya") })
        #expect(wrong[24].lowercased().contains("retry-after: 60"))
        #expect(status(last) == "200")
        #expect(try await offer.known.acceptance?.by == "maya")
    }

    @Test("no line of the log has a token, at whatever level")
    func silent() async throws {
        let offer = try await Offer()
        let token = offer.token().text(key: offer.key)
        _ = try await listening(to: offer) { port in
            for path in ["/a/\(token)", "/a/\(token)0", "/b/\(token)"] {
                for method in ["GET", "POST"] { _ = try await Loopback.exchange(request(method, path), port: port) }
            }
        }
        #expect(!log.lines.isEmpty)
        #expect(!log.lines.contains { $0.contains("accept_") || $0.contains(offer.conflict) })
    }

    @Test("a body over 1 KiB is refused, said or sent in pieces, and changes nothing")
    func large() async throws {
        let offer = try await Offer()
        let path = "/a/\(offer.token().text(key: offer.key))"
        let whole = request("POST", path, body: String(repeating: "x", count: 1_025))
        let chunked = request("POST", path, headers: "Transfer-Encoding: chunked\r\n")
        let chunk = "400\r\n" + String(repeating: "x", count: 1_024) + "\r\n"
        let answers = try await listening(to: offer) { port in
            [
                try await Loopback.exchange(whole, port: port),
                try await Loopback.exchange(chunked + chunk + chunk + "0\r\n\r\n", port: port),
                try await Loopback.exchange(
                    request("POST", path, body: String(repeating: "x", count: 1_024)),
                    port: port
                ),
            ]
        }
        #expect(answers.map { status($0.text) } == ["413", "413", "200"])
        #expect(answers.allSatisfy { $0.isEnded })
    }

    @Test("whoever sends without end is cut off")
    func endless() async throws {
        let offer = try await Offer()
        let path = "/a/\(offer.token().text(key: offer.key))"
        let start = request("POST", path, headers: "Transfer-Encoding: chunked\r\n")
        let chunk = "1000\r\n" + String(repeating: "x", count: 4_096) + "\r\n"
        let answer = try await listening(to: offer) { try await Loopback.exchange(start, more: chunk, port: $0) }
        #expect(answer.isEnded)
        #expect(try await offer.known.status == .open)
    }

    @Test("headers have a limit: one, all together, and how many there are")
    func headers() async throws {
        let offer = try await Offer()
        let path = "/a/\(offer.token().text(key: offer.key))"
        let long = "X-Long: \(String(repeating: "x", count: 5_000))\r\n"
        let much = (0..<5).map { "X-\($0): \(String(repeating: "x", count: 2_000))\r\n" }.joined()
        let many = (0..<100).map { "X-\($0): x\r\n" }.joined()
        for headers in [long, much, many] {
            let answer = try await listening(to: offer) {
                try await Loopback.exchange(request("POST", path, headers: headers), port: $0)
            }
            #expect(status(answer.text) != "200" && answer.isEnded)
        }
        #expect(try await offer.known.status == .open)
    }

    @Test(
        "a connection ends: one that says nothing, one that is slow, one that goes on after its answer",
        arguments: [
            "", "GET /a/", "POST /a/TOKEN HTTP/1.1\r\nHost: f\r\nContent-Length: 10\r\n\r\nx",
            "GET / HTTP/1.1\r\nHost: f\r\n\r\n",
        ]
    )
    func slow(said: String) async throws {
        let offer = try await Offer()
        let text = said.replacing("TOKEN", with: offer.token().text(key: offer.key))
        // Whichever comes first.
        for (lifetime, idle) in [(300, 60_000), (60_000, 300)] as [(Int64, Int64)] {
            var limits = ActionServer.Limits()
            limits.lifetime = .milliseconds(lifetime)
            limits.idleTimeout = .milliseconds(idle)
            let answer = try await listening(to: offer, limits: limits) { try await Loopback.exchange(text, port: $0) }
            #expect(answer.isEnded)
        }
        #expect(try await offer.known.status == .open)
    }

    @Test("a connection is for one request: a second one on it does nothing")
    func pipelined() async throws {
        let offer = try await Offer()
        let path = "/a/\(offer.token().text(key: offer.key))"
        let both = request("GET", "/a/x") + request("POST", path)
        let answer = try await listening(to: offer) { try await Loopback.exchange(both, port: $0) }
        #expect(answer.isEnded)
        #expect(try await offer.known.status == .open)
    }
}
