import ICalendar
import NIOHTTP1
import NIOPosix
import Testing

@testable import Notifications

@Suite("the heartbeat's call")
struct HeartbeatTests {
    private func call(_ server: WebServer, limit: Int = 30) async -> String? {
        let client = WebClient(group: MultiThreadedEventLoopGroup.singleton, limit: limit)
        return await Heartbeat(address: Secret("\(server.address)/ping/s3cret"), client: client).call()
    }

    @Test("it gets the address, and 200 to 299 is an answer", arguments: [200, 204])
    func answered(status: Int) async throws {
        let server = try await WebServer.start(.answers(status))
        #expect(await call(server) == nil)
        let request = try #require(server.requests.first)
        #expect(server.requests.count == 1)
        #expect(request.head.method == .GET && request.head.uri == "/ping/s3cret")
        #expect(request.head.headers.first(name: "User-Agent") == "famplan")
        #expect(request.body.isEmpty)
    }

    @Test("anything else is none, and the address is not told", arguments: [302, 400, 404, 500, 503])
    func refused(status: Int) async throws {
        let server = try await WebServer.start(.answers(status, headers: ["Location": "https://elsewhere.example"]))
        let error = try #require(await call(server))
        #expect(error.contains("\(status)"))
        #expect(!error.contains("s3cret") && !error.contains("127.0.0.1") && !error.contains("message"))
    }

    @Test("a server that says nothing is given up after the limit")
    func silent() async throws {
        let server = try await WebServer.start(.hangs)
        #expect(await call(server, limit: 1) == "the server did not answer within 1 s")
        #expect(server.requests.count == 1)
    }

    @Test("an address at which nobody listens is told without it")
    func nobody() async throws {
        let client = WebClient(group: MultiThreadedEventLoopGroup.singleton)
        let error = try #require(await Heartbeat(address: Secret("http://127.0.0.1:1/s3cret"), client: client).call())
        #expect(error.hasPrefix("the server cannot be reached"))
        #expect(!error.contains("s3cret"))
    }
}

@Suite("when the heartbeat is due")
struct HeartbeatLogTests {
    private let start = Instant(rfc3339: "2026-11-23T08:00:00+01:00")!

    @Test("never called: now; a day after it went well")
    func day() {
        var log = HeartbeatLog(name: "a")
        #expect(log.next(at: start) == start)
        log.begin(at: start)
        log.end(nil, at: start.adding(seconds: 2))
        #expect(log.next(at: start.adding(seconds: 3)) == start.adding(seconds: 86_402))
        #expect(log.next(at: start.adding(seconds: 100_000)) == start.adding(seconds: 100_000))
    }

    @Test("after failures in a minute, two, four, at last each hour; then again a day after it went well")
    func failures() {
        var log = HeartbeatLog(name: "a")
        var now = start
        var waits: [Int] = []
        for _ in 0..<9 {
            log.begin(at: now)
            log.end("down", at: now)
            waits.append(log.next(at: now) - now)
            now = log.next(at: now)
        }
        #expect(waits == [60, 120, 240, 480, 960, 1_920, 3_600, 3_600, 3_600])
        log.begin(at: now)
        log.end(nil, at: now)
        #expect(log.failures == 0 && log.lastError == "down")
        #expect(log.next(at: now) - now == 86_400)
    }

    @Test("one that never came to its end has failed")
    func died() {
        var log = HeartbeatLog(name: "a")
        log.begin(at: start)
        #expect(log.next(at: start.adding(seconds: 1)) == start.adding(seconds: 60))
    }

    @Test("a clock that was set back by a year keeps nobody from being called")
    func clock() {
        var log = HeartbeatLog(name: "a")
        log.begin(at: start)
        let before = start.adding(seconds: -365 * 86_400)
        #expect(log.next(at: before) == before)
        log.end(nil, at: start)
        #expect(log.next(at: before) == before)
    }
}
