import FeedTestSupport
import NIOHTTP1
import NIOPosix
import Testing

@testable import Feeds

// One after the other: large texts keep the loops busy on which others wait.
@Suite("feeds of a real server", .serialized)
struct FetchTests {
    private static let good = FeedServer.Answer.sends(
        200,
        headers: ["ETag": "\"a\"", "Last-Modified": "Thu"],
        body: TestCalendar(6).text
    )

    @Test("a calendar that has not changed is asked for with its validators, and costs no text")
    func notModified() async throws {
        let server = try await FeedServer.start([Self.good, .sends(304)])
        var feed = FollowedFeed(server)
        #expect(try await feed.look(at: .friday).keys.count == 6)
        #expect(try await feed.look(at: .friday.hours(6)).isUnchanged)
        #expect(server.requests[0].headers["If-None-Match"].isEmpty)
        #expect(server.requests[1].headers["If-None-Match"] == ["\"a\""])
        #expect(server.requests[1].headers["If-Modified-Since"] == ["Thu"])
        _ = try await feed.look(at: .friday.hours(24 * 8))
        #expect(server.requests[2].headers["If-None-Match"].isEmpty)
    }

    @Test("a changed calendar is taken")
    func changed() async throws {
        let server = try await FeedServer.start([Self.good, .sends(200, body: TestCalendar(8).text)])
        var feed = FollowedFeed(server)
        _ = try await feed.look(at: .friday)
        #expect(try await feed.look(at: .friday.hours(6)).keys.count == 8)
    }

    @Test("a packed calendar is unpacked")
    func packed() async throws {
        let server = try await FeedServer.start([Self.good])
        var feed = FollowedFeed(server)
        #expect(try await feed.look(at: .friday).keys.count == 6)
        #expect(server.requests[0].headers["Accept-Encoding"] == ["gzip"])
    }

    @Test(
        "half a calendar, a page to log in at and a text that breaks off leave the good one",
        arguments: [
            .sends(200, body: String(TestCalendar(6).text.dropLast(40))),
            .sends(200, headers: ["Content-Type": "text/html"], body: "<!DOCTYPE html><form action=/login>"),
            .breaksOff("BEGIN:VCALENDAR\r\n"), .sends(500), .sends(404),
        ] as [FeedServer.Answer]
    )
    func noGood(answer: FeedServer.Answer) async throws {
        let server = try await FeedServer.start([Self.good, answer, .sends(304)])
        var feed = FollowedFeed(server)
        _ = try await feed.look(at: .friday)
        #expect(try await feed.look(at: .friday.hours(6)).isFailed)
        #expect(feed.state.events.count == 6)
        #expect(feed.state.staleSince == .friday.hours(6))
        #expect(try await feed.look(at: .friday.hours(7)).isUnchanged)
        #expect(feed.state.staleSince == nil)
        #expect(server.requests[2].headers["If-None-Match"] == ["\"a\""])
    }

    @Test("a small text that unpacks to a large one is given up at the limit")
    func bomb() async throws {
        let server = try await FeedServer.start([.bomb])
        var feed = FollowedFeed(server)
        feed.limits.size = 4 << 20
        #expect(try await feed.look(at: .friday).isFailed)
        #expect(feed.state.trouble?.words.contains("larger than 4 MiB") == true)
        // A thousandth of it was on the way.
        #expect((1..<(1 << 20)).contains(server.sent), "\(server.sent)")
    }

    @Test("a text without an end is given up at the limit, and no more of it is taken")
    func endless() async throws {
        let server = try await FeedServer.start([.endless])
        var feed = FollowedFeed(server)
        feed.limits.size = 1 << 20
        #expect(try await feed.look(at: .friday).isFailed)
        #expect(feed.state.trouble?.words.contains("larger than 1 MiB") == true)
        // What the two ends' sockets hold comes to it.
        #expect((1..<(20 << 20)).contains(server.sent), "\(server.sent)")
    }

    @Test("a text that says at once that it is too large is not waited for")
    func announced() async throws {
        let server = try await FeedServer.start([
            .sends(200, headers: ["Content-Length": "99999999", "Content-Encoding": "identity"], body: "BEGIN")
        ])
        var feed = FollowedFeed(server)
        #expect(try await feed.look(at: .friday).isFailed)
        #expect(feed.state.trouble?.words.contains("larger than 16 MiB") == true)
    }

    @Test("a server that sends a letter now and again is given up when the time is over")
    func slow() async throws {
        let server = try await FeedServer.start([.drips])
        var feed = FollowedFeed(server)
        feed.limits.seconds = 1
        #expect(try await feed.look(at: .friday).isFailed)
        #expect(feed.state.trouble?.words == "\(FetchFailure.timeOut)")
        #expect((1..<4_000).contains(server.sent), "\(server.sent)")
    }

    @Test("a circle of redirects is left after five")
    func circle() async throws {
        let server = try await FeedServer.start([.sends(302, headers: ["Location": FeedServer.path])])
        var feed = FollowedFeed(server)
        #expect(try await feed.look(at: .friday).isFailed)
        #expect(feed.state.trouble?.words.contains("more than 5 times") == true)
        #expect(server.requests.count == 6)
    }

    @Test(
        "a permanent redirect is where the feed is from now on, a temporary one is not",
        arguments: [(301, "/new"), (307, FeedServer.path)]
    )
    func moved(status: Int, path: String) async throws {
        let server = try await FeedServer.start([.sends(status, headers: ["Location": "/new"]), Self.good])
        var feed = FollowedFeed(server)
        #expect(try await feed.look(at: .friday).update != nil)
        #expect(server.requests.map(\.uri) == [FeedServer.path, "/new"])
        #expect(feed.state.address.hasSuffix("\(server.port)\(path)"))
    }

    @Test("over https a server is asked that can prove who it is, and none that sends on to http")
    func secure() async throws {
        let certificate = try TestCertificate()
        let open = try await FeedServer.start([Self.good])
        let answers: [FeedServer.Answer] = [Self.good, .sends(301, headers: ["Location": open.address])]
        let server = try await FeedServer.start(answers, certificate: certificate)
        let request = FeedRequest(address: try FeedAddress(server.address), allowsPrivate: true)
        let group = MultiThreadedEventLoopGroup.singleton
        let trusting = FeedClient(group: group, limits: FeedLimits(), trusted: [certificate.certificate])
        let first = await trusting.fetch(request)
        guard case .answered(let answer) = first else {
            Issue.record("no answer: \(first)")
            return
        }
        #expect(answer.status == 200)
        #expect(await trusting.fetch(request) == .failed(.insecureRedirect))
        #expect(open.requests.isEmpty)
        #expect(await FeedClient(group: group).fetch(request) == .failed(.untrusted))
    }

    @Test("a machine of the private network is not asked unless that is allowed, whatever it is called")
    func privateNetwork() async throws {
        let server = try await FeedServer.start([Self.good])
        for host in ["localhost", "127.0.0.1", "2130706433", "0x7f.1", "[::1]", "0"] {
            let address = try FeedAddress("http://\(host):\(server.port)/")
            let client = FeedClient(group: MultiThreadedEventLoopGroup.singleton)
            #expect(await client.fetch(FeedRequest(address: address)) == .failed(.privateAddress), "\(host)")
        }
        #expect(server.requests.isEmpty)
    }

    @Test("a redirect into the private network is not followed either")
    func privateRedirect() throws {
        // Every hop is resolved and checked anew; the first that could be public is not ours to run.
        let trail = RedirectTrail(from: try FeedAddress("http://school.example/"), limit: 5)
        var moved = trail
        try moved.follow(status: 302, to: "http://169.254.169.254/latest/meta-data")
        #expect(try !#require(IPAddress(moved.current.host)).isPublic)
    }

    @Test("a name that nobody knows, and a port where nobody is, are told apart")
    func nobody() async throws {
        let client = FeedClient(group: MultiThreadedEventLoopGroup.singleton)
        let unknown = FeedRequest(address: try FeedAddress("http://nobody.invalid/"), allowsPrivate: true)
        #expect(await client.fetch(unknown) == .failed(.unknownHost))
        let closed = FeedRequest(address: try FeedAddress("http://127.0.0.1:1/"), allowsPrivate: true)
        #expect(await client.fetch(closed) == .failed(.unreachable))
    }

    @Test("a name and password in the address are sent to that server, and not to where it points")
    func password() async throws {
        let other = try await FeedServer.start([Self.good])
        let server = try await FeedServer.start([.sends(302, headers: ["Location": other.address])])
        let address = try FeedAddress("http://maya:pa55@localhost:\(server.port)/")
        let client = FeedClient(group: MultiThreadedEventLoopGroup.singleton)
        _ = await client.fetch(FeedRequest(address: address, allowsPrivate: true))
        #expect(server.requests[0].headers["Authorization"] == ["Basic bWF5YTpwYTU1"])
        #expect(other.requests[0].headers["Authorization"].isEmpty)
    }

    @Test("half of the coming events gone once are kept, and go when a second look agrees")
    func vanishing() async throws {
        let few = FeedServer.Answer.sends(200, body: TestCalendar(2).text)
        let server = try await FeedServer.start([Self.good, few, Self.good, few, few])
        var feed = FollowedFeed(server)
        _ = try await feed.look(at: .friday)
        #expect(try await feed.look(at: .friday.hours(6)).isHeld)
        #expect(try await feed.look(at: .friday.hours(12)).isUnchanged)
        #expect(try await feed.look(at: .friday.hours(18)).isHeld)
        #expect(try await feed.look(at: .friday.hours(24)).update?.gone.count == 4)
    }

    @Test("a server that makes up new UIDs every time adds and removes nothing")
    func newUIDs() async throws {
        let server = try await FeedServer.start(always: { index in
            var calendar = TestCalendar(6)
            calendar.edition = "-\(index)"
            return .sends(200, body: calendar.text)
        })
        var feed = FollowedFeed(server)
        let keys = try await feed.look(at: .friday).keys
        for hours in [6, 12, 18] {
            let update = try await feed.look(at: .friday.hours(hours)).update
            #expect(update?.gone == [])
            #expect(update?.events.map(\.key).sorted() == keys)
        }
    }

    @Test("a hundred thousand events are refused before they are read, and the good ones stay")
    func hundredThousand() async throws {
        let server = try await FeedServer.start([Self.good, .sends(200, body: TestCalendar(100_000).text)])
        var feed = FollowedFeed(server)
        _ = try await feed.look(at: .friday)
        #expect(try await feed.look(at: .friday.hours(6)).isFailed)
        #expect(feed.state.trouble?.words.contains("more events in it than famplan takes") == true)
        #expect(feed.state.events.count == 6)
    }
}
