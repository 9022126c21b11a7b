import FamplanAPI
import FeedTestSupport
import Household
import ICalendar
import NIOHTTP1
import Storage
import Testing

@testable import FamplanDaemon
@testable import Feeds

/// A feed's server on loopback plays a part; what the plan shows after each is what is asked here.
@Suite("what the plan shows after what a feed's server does", .serialized, .timeLimit(.minutes(5)))
struct FeedScenarioTests {
    private static let days = FollowingFamily.days
    private static let good = FeedServer.Answer.days(days, headers: ["ETag": "\"1\"", "Last-Modified": "Mon"])

    /// A family that has seen the six days, and what the server does next.
    private func family(
        _ next: FeedServer.Answer...,
        limits: FeedLimits = FeedLimits(),
        certificate: TestCertificate? = nil
    ) async throws -> FollowingFamily {
        let family = try await FollowingFamily([Self.good] + next, limits: limits, certificate: certificate)
        try await family.work()
        #expect(try await family.plan == .of(Self.days))
        return family
    }

    /// Looks again, and expects that nothing has changed but what is known of the feed.
    private func expectAsBefore(_ family: FollowingFamily, trouble: String?) async throws {
        let (entries, changes) = (await family.entries, try await family.changes)
        try await family.later()
        #expect(try await family.plan == .of(Self.days))
        #expect(await family.entries == entries)
        #expect(try await family.changes == changes)
        let state = try await family.state
        guard let trouble else {
            #expect(state.trouble == nil)
            #expect(state.staleSince == nil)
            return #expect(state.lastSuccess == family.now)
        }
        #expect(state.trouble?.words.contains(trouble) == true, "\(state.trouble?.words ?? "no trouble")")
        #expect(state.staleSince == family.now)
        // It is tried again soon, and what was good is still known.
        #expect(state.next == family.now.adding(seconds: 900))
        #expect(state.etag == "\"1\"")
    }

    @Test("304: the closed days stay, and are confirmed")
    func notModified() async throws {
        let family = try await family(.sends(304))
        try await expectAsBefore(family, trouble: nil)
        #expect(family.server.requests.map { $0.headers["If-None-Match"] } == [[], ["\"1\""]])
        #expect(family.server.requests.map { $0.headers["If-Modified-Since"] } == [[], ["Mon"]])
    }

    @Test("a changed body: a day that has another name, one more and one less are so in the plan")
    func changed() async throws {
        let new = ["2026-12-01 Snow day"] + Self.days[1...4] + ["2026-12-09 Election"]
        let family = try await family(.days(new))
        try await family.later()
        #expect(try await family.plan == .of(new))
        let entries = await family.entries
        #expect(entries.contains("closed-day-01 Snow day"), "\(entries)")
        #expect(!entries.contains { $0.hasPrefix("closed-day-08") })
    }

    @Test("a truncated body: the days stay, and the feed is stale", arguments: [1, 20, 200])
    func truncated(missing: Int) async throws {
        let text = FeedServer.Answer.text(of: Self.days + ["2026-12-09 Election"])
        let part = Array(text.utf8.dropLast(missing + 2))
        let family = try await family(.sends(200, body: String(decoding: part, as: UTF8.self)))
        try await expectAsBefore(family, trouble: "not complete")
        let bodies = try await family.planner.store.feedBodies(of: family.id)
        #expect(bodies.bad == part)
        #expect(bodies.good == Array(FeedServer.Answer.text(of: Self.days).utf8))
    }

    @Test("a connection that breaks off in the middle of a body: the days stay")
    func brokenOff() async throws {
        try await expectAsBefore(try await family(.breaksOff("BEGIN:VCALENDAR\r\n")), trouble: "cannot be reached")
    }

    @Test("an HTML page to log in at, as a 200: the days stay", arguments: ["text/html", "text/calendar"])
    func loginPage(type: String) async throws {
        let page = "<!DOCTYPE html><html><form action=\"/login\"></form></html>"
        let family = try await family(.sends(200, headers: ["Content-Type": type], body: page))
        try await expectAsBefore(family, trouble: "a web page came instead")
        #expect(try await family.planner.store.feedBodies(of: family.id).bad == Array(page.utf8))
    }

    @Test("a gzip bomb: the days stay, and the little that was on the way is all that was taken")
    func bomb() async throws {
        let family = try await family(.bomb)
        try await expectAsBefore(family, trouble: "larger than 16 MiB")
        // Without an end when unpacked: the client hung up.
        #expect(family.server.sent < 1 << 20, "\(family.server.sent)")
        #expect(try await family.planner.store.feedBodies(of: family.id).bad == nil)
    }

    @Test("a body without an end: the days stay, and no more than the limit is taken")
    func endless() async throws {
        var limits = FeedLimits()
        limits.size = 1 << 20
        let family = try await family(.endless, limits: limits)
        try await expectAsBefore(family, trouble: "larger than 1 MiB")
        // What the sockets of both sides hold comes to it.
        #expect(family.server.sent < 20 << 20, "\(family.server.sent)")
    }

    @Test("slow loris: the days stay, and the server is left when its time is over")
    func slowLoris() async throws {
        var limits = FeedLimits()
        limits.seconds = 2
        let family = try await family(.drips, limits: limits)
        try await expectAsBefore(family, trouble: "did not answer in time")
        #expect(family.server.parts > 0)
        #expect(family.server.sent < 8_000, "\(family.server.sent)")
    }

    @Test("a circle of redirects: the days stay, and it is left after five")
    func redirectLoop() async throws {
        let family = try await family(.sends(302, headers: ["Location": FeedServer.path]))
        try await expectAsBefore(family, trouble: "points elsewhere more than 5 times")
        #expect(family.server.requests.count == 7)
    }

    @Test("from https to http: the days stay, and nobody is asked over http", arguments: [301, 302, 307])
    func insecureRedirect(status: Int) async throws {
        let open = try await FeedServer.start([.days(["2026-12-09 Not from here"])])
        let answer = FeedServer.Answer.sends(status, headers: ["Location": open.address])
        let family = try await family(answer, certificate: try TestCertificate())
        try await expectAsBefore(family, trouble: "from https to http")
        #expect(open.requests.isEmpty)
        #expect(try await family.state.address == family.server.address)
    }

    @Test("more than half of the days gone once: they stay; they are back, and all is as it was")
    func vanishedOnce() async throws {
        let family = try await family(.days(Array(Self.days.prefix(2))), Self.good)
        let changes = try await family.changes
        try await family.later()
        #expect(try await family.plan == .of(Self.days))
        #expect(
            try await family.state.trouble?.words == "4 of 6 coming events are missing: kept until a second look agrees"
        )
        #expect(try await family.state.staleSince == nil)
        try await family.later()
        #expect(try await family.plan == .of(Self.days))
        #expect(try await family.state.trouble == nil)
        #expect(try await family.changes == changes)
    }

    @Test("more than half of the days gone twice: they are gone from the plan, and the gaps with them")
    func vanishedTwice() async throws {
        let family = try await family(.days(Array(Self.days.prefix(2))))
        try await family.later()
        #expect(try await family.plan == .of(Self.days))
        try await family.later()
        #expect(try await family.plan == .of(Array(Self.days.prefix(2))))
    }

    @Test("all of the days gone: an empty calendar has to be said twice")
    func emptied() async throws {
        let family = try await family(.days([]))
        try await family.later()
        #expect(try await family.plan == .of(Self.days))
        try await family.later()
        #expect(try await family.plan == .of([]))
    }

    @Test("new UIDs at every fetch: the same entries under the same ids, and nothing in the history")
    func newUIDs() async throws {
        let family = try await FollowingFamily([]) { .days(Self.days, edition: "-\($0)") }
        try await family.work()
        #expect(try await family.plan == .of(Self.days))
        for _ in 1...3 {
            let (entries, changes) = (await family.entries, try await family.changes)
            try await family.later()
            #expect(try await family.plan == .of(Self.days))
            #expect(await family.entries == entries)
            #expect(try await family.changes == changes)
        }
        #expect(family.server.requests.count == 4)
    }

    @Test("a hundred thousand events: the days stay, and none of the others comes into the plan")
    func hundredThousand() async throws {
        let many = (0..<100_000).map { "2026-12-\(10 + $0 % 20) Event \($0)" }
        let family = try await family(.days(many))
        try await expectAsBefore(family, trouble: "more events in it than famplan takes (5000)")
    }

    @Test("an event each second, for ever: the days stay")
    func everySecond() async throws {
        let text = FeedServer.Answer.text(of: Self.days)
            .replacing("SUMMARY:Closed day 08", with: "SUMMARY:Closed day 08\r\nRRULE:FREQ=SECONDLY")
            .replacing("DTSTART;VALUE=DATE:20261208", with: "DTSTART:20261208T080000Z\r\nDURATION:PT1S")
        try await expectAsBefore(try await family(.sends(200, body: text)), trouble: "more often than famplan takes")
    }

    @Test("one event that the plan cannot have: the others are in it, and the feed says which is left out")
    func oneImpossible() async throws {
        let text = FeedServer.Answer.text(of: Self.days + ["2026-12-09 Election"])
            .replacing("SUMMARY:Election", with: "SUMMARY:Election\r\nDTEND;VALUE=DATE:99991231")
        let family = try await family(.sends(200, body: text))
        try await family.later()
        #expect(try await family.plan == .of(Self.days))
        let warnings = try await family.state.warnings
        #expect(warnings.count == 1, "\(warnings)")
    }

    @Test(
        "errors of the server: the days stay",
        arguments: [
            (403, "does not let famplan in"), (404, "no calendar at this address"), (429, "less often"), (500, "500"),
        ]
    )
    func errors(status: Int, words: String) async throws {
        try await expectAsBefore(try await family(.sends(status)), trouble: words)
    }

    @Test(
        "410 and 401: the days stay, and nobody asks again by himself",
        arguments: [(410, "gone"), (401, "who is asking")]
    )
    func stopped(status: Int, words: String) async throws {
        let family = try await family(.sends(status))
        try await family.later()
        #expect(try await family.plan == .of(Self.days))
        #expect(try await family.state.trouble?.words.contains(words) == true)
        #expect(try await family.state.next == nil)
        try await family.work()
        #expect(family.server.requests.count == 2)
    }
}
