import FamplanAPI
import FeedTestSupport
import Feeds
import Foundation
import Household
import ICalendar
import NIOPosix
import Notifications
import Planning
import Storage
import Testing

@testable import FamplanDaemon

@Suite("calendars that are followed")
struct FeedTests {
    private func follower(_ planner: Planner) -> FeedFollower { .test(planner) }

    private func request(
        _ server: FeedServer,
        role: String = "closure",
        _ fields: EntryFields = [:],
        closes: [String] = ["noah-school"],
        allowsPrivate: Bool = true
    ) -> FeedAddRequest {
        FeedAddRequest(
            url: server.address,
            role: role,
            name: "Springfield school",
            fields: fields,
            closes: closes,
            every: nil,
            allowsPrivate: allowsPrivate
        )
    }

    /// The small household, in which both parents are away on Tuesdays; a closed school is a gap.
    private func planner(store: Store? = nil) async throws -> Planner {
        let planner = try await Planner.test(store: store)
        for (id, person) in [("m", "maya"), ("k", "kofi")] {
            let fields: EntryFields = [
                "kind": ["away"], "title": ["Trip"], "people": [person], "start": ["2026-12-01T06:00"],
                "duration": ["8h15m"],
            ]
            try await planner.add(fields, id: "trip-\(id)")
        }
        return planner
    }

    private func gaps(_ planner: Planner) async -> [String] {
        await planner.unresolved.values.filter { $0.conflict.kind == .coverageGap }.map(\.conflict.message).sorted()
    }

    @Test("a closed day is a gap at once, that says why, in conflicts, agenda and coverage; and gone with the day")
    func closure() async throws {
        // Given
        let server = try await FeedServer.start([.days(["2026-12-01 Teacher day", "2026-12-24 Christmas Eve"])])
        let planner = try await planner()
        let follower = follower(planner)
        let before = await gaps(planner)
        // When
        let id = try await planner.addFeed(request(server), by: .admin)
        try await follower.look(at: id)
        // Then
        let reason = "School closed: Teacher day, from Springfield school feed"
        let found = await gaps(planner).filter { !before.contains($0) }
        #expect(found.contains { $0.contains("(\(reason))") }, "\(found)")
        let reading = Reading(snapshot: await planner.snapshot)
        let range = try reading.range(from: "2026-12-01", to: "2026-12-02")
        let agenda = reading.agenda(range, who: nil).items
        #expect(agenda.first { $0.entry == "noah-school" }?.closed == "Teacher day, from Springfield school feed")
        #expect(agenda.first { $0.title == "Teacher day" }?.allDay == true)
        let stretches = reading.coverage(range, child: nil).children.flatMap(\.stretches)
        #expect(stretches.filter { $0.by == "gap" }.compactMap(\.why) == [reason])
        // When
        server.give(.days(["2026-12-24 Christmas Eve"]))
        try await planner.askAgain(id)
        try await follower.look(at: id)
        // Then
        #expect(await gaps(planner) == before)
        #expect(await planner.household.entries.values.filter { $0.feed != nil }.map(\.title) == ["Christmas Eve"])
    }

    @Test("a look that brings nothing new, or new UIDs alone, changes nothing and leaves no trace in the history")
    func sameAgain() async throws {
        let days = (1...6).map { "2026-12-0\($0) Day \($0)" }
        let server = try await FeedServer.start([.days(days)])
        let planner = try await planner()
        let follower = follower(planner)
        let id = try await planner.addFeed(request(server), by: .admin)
        try await follower.look(at: id)
        let (entries, history) = (
            await planner.household.entries, try await planner.history(limit: 99, id: nil).count
        )
        for edition in ["", "-2", "-3"] {
            server.give(.days(days, edition: edition))
            try await planner.askAgain(id)
            try await follower.look(at: id)
        }
        #expect(await planner.household.entries == entries)
        #expect(try await planner.history(limit: 99, id: nil).count == history)
    }

    @Test("a changed event keeps its entry's id; more than half gone waits for a second look")
    func changes() async throws {
        let days = (1...6).map { "2026-12-0\($0) Day \($0)" }
        let server = try await FeedServer.start([.days(days)])
        let planner = try await planner()
        let follower = follower(planner)
        let id = try await planner.addFeed(request(server), by: .admin)
        try await follower.look(at: id)
        func look() async throws -> [String] {
            try await planner.askAgain(id)
            try await follower.look(at: id)
            return await planner.household.entries.values.filter { $0.feed != nil }.map { "\($0.id) \($0.title)" }
        }
        server.give(.days(["2026-12-01 Moved"] + days.dropFirst()))
        #expect(try await look().first == "day-1 Moved")
        server.give(.days(Array(days.prefix(1))))
        #expect(try await look().count == 6)
        #expect(try await planner.feed(id)?.state.trouble?.kind == .held)
        #expect(try await look() == ["day-1 Day 1"])
    }

    @Test("what comes from a feed is changed by the feed alone, and stands in no household file")
    func readOnly() async throws {
        let server = try await FeedServer.start([.days(["2026-12-01 Teacher day"])])
        let planner = try await planner()
        let id = try await planner.addFeed(request(server), by: .admin)
        try await follower(planner).look(at: id)
        for work in [
            { try await planner.remove("teacher-day") }, { try await planner.move("teacher-day", to: "2026-12-02") },
            { try await planner.edit("teacher-day", ["title": ["x"]]) },
        ] {
            let refusal = await refusal { _ = try await work() }
            #expect(refusal?.message.contains("it comes from the feed “Springfield school”") == true)
        }
        let text = await planner.householdText(for: .administrator)
        #expect(!text.contains("teacher-day"))
        try await planner.apply(text, prune: true)
        #expect(await planner.household.entries[ID(trusted: "teacher-day")] != nil)
    }

    @Test("feeds, their entries and what they close are there again after a restart")
    func restart() async throws {
        let server = try await FeedServer.start([.days(["2026-12-01 Teacher day"])])
        let store = try Store.inMemory(settings: Settings(timeZone: "Europe/Berlin"))
        let first = try await planner(store: store)
        let id = try await first.addFeed(request(server), by: .admin)
        try await follower(first).look(at: id)
        let second = try await Planner.test(household: nil, store: store)
        #expect(await second.household == first.household)
        let feeds = try await (first.feeds(), second.feeds())
        #expect(feeds.0.map(\.record) == feeds.1.map(\.record))
        #expect(feeds.0.map(\.state) == feeds.1.map(\.state))
        #expect(try store.feedBodies(of: id).good?.isEmpty == false)
    }

    @Test("an address is shown by its host alone, and a server at home is asked only where that is allowed")
    func secrets() async throws {
        let server = try await FeedServer.start([.days(["2026-12-01 Teacher day"])])
        let planner = try await planner()
        let daemon = try InProcess(planner, as: .admin)
        let body = String(decoding: try JSONEncoder().encode(request(server, allowsPrivate: false)), as: UTF8.self)
        let answer = try await daemon.post("/v1/feeds", body)
        #expect(answer.status == 200)
        #expect(answer.text.contains("private network"))
        let list = try await daemon.get("/v1/feeds")
        #expect(list.text.contains("http://localhost:\(server.port)/…"))
        #expect(!(answer.text + list.text).contains("0123456789"))
    }

    @Test(
        "one that never gave anything, added again in another way, is the same and not a second; one that did is another"
    )
    func again() async throws {
        let server = try await FeedServer.start([.days(["2026-12-01 Teacher day"])])
        let planner = try await planner()
        let first = try await planner.addFeed(request(server, allowsPrivate: false), by: .admin)
        try await follower(planner).look(at: first)
        #expect(try await planner.feed(first)?.state.trouble != nil)

        let again = try await planner.addFeed(request(server), by: .admin)
        try await follower(planner).look(at: again)
        #expect(again == first)
        #expect(try await planner.feeds().count == 1)
        #expect(try await planner.feed(first)?.state.trouble == nil)

        #expect(try await planner.addFeed(request(server), by: .admin) != first)
    }

    @Test("a server that does not come to an end keeps no other feed waiting")
    func atOnce() async throws {
        let (slow, quick) = (
            try await FeedServer.start([.drips]), try await FeedServer.start([.days(["2026-12-01 Teacher day"])])
        )
        let planner = try await planner()
        let ids = try await [planner.addFeed(request(slow), by: .admin), planner.addFeed(request(quick), by: .admin)]
        let follower = follower(planner)
        let looking = Task { await follower.look(at: ids) }
        try await eventually("the second was looked at") { try await planner.feed(ids[1])?.state.lastSuccess != nil }
        #expect(try await planner.feed(ids[0])?.state.lastSuccess == nil)
        looking.cancel()
        #expect(await looking.value.isEmpty)
    }

    @Test("a page to log in at keeps the last good days, and the body that was no use is there to be looked at")
    func noGood() async throws {
        let server = try await FeedServer.start([.days(["2026-12-01 Teacher day"])])
        let planner = try await planner()
        let id = try await planner.addFeed(request(server), by: .admin)
        try await follower(planner).look(at: id)
        server.give(.sends(200, body: "<html>Log in</html>"))
        try await planner.askAgain(id)
        try await follower(planner).look(at: id)
        #expect(await planner.household.entries[ID(trusted: "teacher-day")] != nil)
        #expect(try await planner.feed(id)?.state.staleSince == monday)
        let bodies = try await planner.store.feedBodies(of: id)
        #expect(bodies.bad.map { String(decoding: $0, as: UTF8.self) } == "<html>Log in</html>")
        #expect(bodies.good?.isEmpty == false)
    }

    @Test("removing a feed removes what is still to come of it, and the closed day is none")
    func removing() async throws {
        let server = try await FeedServer.start([.days(["2026-12-01 Teacher day", "2026-11-20 Sports day"])])
        let planner = try await planner()
        let before = await gaps(planner)
        let id = try await planner.addFeed(request(server), by: .admin)
        try await follower(planner).look(at: id)
        #expect(await gaps(planner) != before)
        try await planner.removeFeed("Springfield school", by: .admin)
        #expect(await gaps(planner) == before)
        #expect(try await planner.feeds().isEmpty)
        // What was closed stays closed, and only a feed can say that.
        #expect(try await planner.store.feeds().map(\.name) == ["Springfield school"])
        let left = await planner.household.entries.values.filter { ["Sports day", "Teacher day"].contains($0.title) }
        #expect(left.map(\.title) == ["Sports day"])
        #expect(left.map { $0.feed?.closes.map(\.rawValue) } == [["noah-school"]])
    }

    @Test(
        "roles make of events what they are to the household",
        arguments: [
            ("busy", ["people": ["maya"]], EntryKind.appointment),
            ("busy", ["people": ["maya"], "stream": ["northwind"]], .work),
            ("school", ["people": ["noah"]], .school), ("info", [:], .appointment),
        ] as [(String, EntryFields, EntryKind)]
    )
    func roles(role: String, fields: EntryFields, kind: EntryKind) async throws {
        let server = try await FeedServer.start([.days(["2026-12-01 Something"])])
        let planner = try await planner()
        let id = try await planner.addFeed(request(server, role: role, fields, closes: []), by: .admin)
        try await follower(planner).look(at: id)
        let entry = try #require(await planner.household.entries[ID(trusted: "something")])
        #expect(entry.kind == kind)
        #expect(entry.people.map(\.rawValue) == fields["people"] ?? [])
        #expect(entry.feed == EntryFeed(id: id, name: "Springfield school"))
        #expect(role != "info" || !entry.isBusy)
    }

    @Test(
        "what cannot be followed is refused with a word that helps",
        arguments: [
            ("ftp://school.example/x", "closure", ["noah-school"], "is not of the web"),
            ("file:///etc/passwd", "closure", ["noah-school"], "only from the daemon's configuration"),
            ("https://school.example/x", "closed", [], "closure"),
            ("https://school.example/x", "closure", [], "--entry"),
            ("https://school.example/x", "closure", ["noah-skool"], "noah-school"),
        ]
    )
    func refused(url: String, role: String, closes: [String], words: String) async throws {
        let planner = try await Planner.test()
        let request = FeedAddRequest(
            url: url,
            role: role,
            name: nil,
            fields: [:],
            closes: closes,
            every: nil,
            allowsPrivate: false
        )
        let refusal = await refusal { _ = try await planner.addFeed(request, by: .admin) }
        #expect(refusal?.message.contains(words) == true, "\(refusal?.message ?? "")")
        #expect(try await planner.feeds().isEmpty)
    }

    @Test("a feed that gives nothing good for a day is told to parents once, and the digest's last lines say how it is")
    func stale() async throws {
        // Given
        let telling = smallHousehold.replacing(
            "{ id: maya, name: Maya, role: parent }",
            with: "{ id: maya, name: Maya, role: parent, notify: { channels: [ { channel: email } ] } }"
        )
        let server = try await FeedServer.start([.days(["2026-12-01 Teacher day"])])
        let planner = try await Planner.test(household: telling)
        let id = try await planner.addFeed(request(server), by: .admin)
        try await follower(planner).look(at: id)
        func told() async throws -> [String] {
            _ = try await planner.tell()
            return try await planner.outbox(limit: 99).map(\.letter.message).filter { $0.kind == .service }.map(\.title)
        }
        #expect(try await told() == [])
        // When it fails, and when it has failed for a day
        server.give(.sends(500))
        try await planner.askAgain(id)
        try await follower(planner).look(at: id)
        #expect(try await told() == [])
        var feed = try #require(try await planner.feed(id))
        feed.state.staleSince = monday.adding(seconds: -86_400)
        try await planner.keep(feed)
        // Then
        #expect(try await told() == ["Springfield school: stale since Sun 22 Nov"])
        #expect(try await told().count == 1)
        // The outbox forgets after two months.
        #expect(try await planner.feedNews(at: monday.adding(seconds: 61 * 86_400)).letters.isEmpty)
        let digest = try await planner.digest(for: "maya", on: nil, withBalance: false, by: .admin).text
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(digest.contains("Springfield school, last good Mon 23 Nov 08:00 (stale)"))
    }

    @Test("of a private feed others are shown that somebody is busy, and nothing else: no title, no id made of one")
    func privacy() async throws {
        let server = try await FeedServer.start([.days(["2026-12-01 Interview"])])
        let planner = try await planner()
        let fields: EntryFields = ["people": ["maya"], "private": ["true"], "busy": ["true"]]
        let id = try await planner.addFeed(
            request(server, role: "busy", fields, closes: []),
            by: .person(ID(trusted: "maya"))
        )
        try await follower(planner).look(at: id)
        let (own, other) = (
            try InProcess(planner, as: .person(ID(trusted: "maya"))),
            try InProcess(planner, as: .person(ID(trusted: "kofi")))
        )
        let places = ["/v1/agenda?from=2026-12-01&to=2026-12-02", "/v1/history?limit=99", "/v1/feeds", "/v1/conflicts"]
        for place in places { #expect(try await !other.get(place).text.lowercased().contains("interview"), "\(place)") }
        #expect(try await own.get(places[0]).text.contains("Interview"))
        #expect(try await other.get(places[0]).text.contains("Maya is busy"))
        let refusal = await refusal {
            try await planner.removeFeed("Springfield school", by: .person(ID(trusted: "kofi")))
        }
        #expect(refusal?.message.contains("it is private") == true)
    }

    @Test("the worker looks at what is due, and says when the next look is")
    func worker() async throws {
        let server = try await FeedServer.start([.days(["2026-12-01 Teacher day"])])
        let planner = try await planner()
        let worker = FeedWorker(planner: planner, follower: follower(planner))
        #expect(try await worker.work() == nil)
        _ = try await planner.addFeed(request(server), by: .admin)
        #expect(try await worker.work() == monday)
        #expect(try await worker.work() == monday.adding(seconds: 6 * 3_600))
        #expect(await planner.household.entries[ID(trusted: "teacher-day")] != nil)
    }
}
