import FamplanAPI
import FeedTestSupport
import Household
import ICalendar
import Storage
import Testing

@testable import FamplanDaemon
@testable import Feeds

@Suite("what is left of a feed, and of what it says no longer")
struct FeedEndTests {
    private func request(
        _ server: FeedServer,
        role: String = "closure",
        name: String = "Springfield school",
        closes: [String] = ["noah-school"]
    ) -> FeedAddRequest {
        FeedAddRequest(
            url: server.address,
            role: role,
            name: name,
            fields: role == "busy" ? ["people": ["maya"]] : [:],
            closes: role == "closure" ? closes : [],
            every: nil,
            allowsPrivate: true
        )
    }

    /// Events of whole days, each given as `UID FIRST END TITLE` and lines more.
    private func calendar(_ events: (uid: String, first: String, end: String, lines: String)...) -> FeedServer.Answer {
        let texts = events.map { event in
            "BEGIN:VEVENT\nUID:\(event.uid)\nDTSTART;VALUE=DATE:\(event.first)\nDTEND;VALUE=DATE:\(event.end)\n"
                + "\(event.lines)\nEND:VEVENT\n"
        }
        return .sends(200, body: "BEGIN:VCALENDAR\n\(texts.joined())END:VCALENDAR\n")
    }

    private func look(_ planner: Planner, _ id: ID<Feed>) async throws {
        try await FeedFollower.test(planner).look(at: id, anew: true)
    }

    private func entries(_ planner: Planner) async -> [String] {
        await planner.household.entries.values.filter { $0.uid != nil }.map { "\($0.id) \($0.time)" }
    }

    @Test("a break that another takes the place of while it is on ends today")
    func underWay() async throws {
        let election = ("e", "20261220", "20261221", "SUMMARY:Election")
        let server = try await FeedServer.start([calendar(("a", "20261116", "20261205", "SUMMARY:Break"), election)])
        let planner = try await Planner.test()
        let id = try await planner.addFeed(request(server), by: .admin)
        try await look(planner, id)

        server.give(calendar(("b", "20261116", "20261128", "SUMMARY:Break"), election))
        try await look(planner, id)

        let days = await planner.household.entries.values.filter { $0.title == "Break" }.map(\.time)
        let first = try #require(CivilDate("2026-11-16"))
        #expect(days == [.allDay(first: first, days: 8), .allDay(first: first, days: 12)])
    }

    @Test("what a removed feed closed before stays closed, its series too; and added again, it is there once")
    func closedBefore() async throws {
        let server = try await FeedServer.start([
            calendar(
                ("s", "20261120", "20261121", "SUMMARY:Sports day"),
                ("t", "20261201", "20261202", "SUMMARY:Teacher day"),
                ("w", "20261102", "20261103", "SUMMARY:Free Monday\nRRULE:FREQ=WEEKLY")
            )
        ])
        let planner = try await Planner.test()
        func closed() async throws -> [String] {
            let reading = Reading(snapshot: await planner.snapshot)
            let range = try reading.range(from: "2026-11-09", to: "2026-12-08")
            return reading.agenda(range, who: nil).items.filter { $0.closed != nil }.map { "\($0.start.prefix(10))" }
        }
        let before = try await closed()
        let id = try await planner.addFeed(request(server), by: .admin)
        try await look(planner, id)
        let (whole, all) = (await entries(planner), try await closed())
        #expect(all.contains("2026-12-01") && all.contains("2026-11-30"))

        try await planner.removeFeed(id.rawValue, by: .admin)

        let left = try await closed()
        #expect(left == all.filter { $0 < "2026-11-24" })
        #expect(left.contains("2026-11-20") && left != before)
        #expect(try await planner.feeds().isEmpty)
        #expect(try await planner.store.feedBodies(of: id).good?.isEmpty == true)
        #expect(try await planner.store.feeds().allSatisfy { !$0.state.contains(server.address) })

        #expect(try await planner.addFeed(request(server), by: .admin) == id)
        try await look(planner, id)
        #expect(try await closed() == all)
        let again = await entries(planner).sorted()
        #expect(again == whole.sorted(), "\(again) instead of \(whole.sorted())")
    }

    @Test("what was kept of a removed feed is not there twice when it is added again")
    func again() async throws {
        let server = try await FeedServer.start([
            calendar(
                ("s", "20261120", "20261121", "SUMMARY:Seminar"),
                ("w", "20261102", "20261103", "SUMMARY:Club\nRRULE:FREQ=WEEKLY"),
                ("c", "20261005", "20261006", "SUMMARY:Course\nRRULE:FREQ=WEEKLY;COUNT=3"),
                ("t", "20261201", "20261202", "SUMMARY:Talk")
            )
        ])
        let planner = try await Planner.test()
        let id = try await planner.addFeed(request(server, role: "busy"), by: .admin)
        try await look(planner, id)
        let before = await entries(planner)
        try await planner.removeFeed(id.rawValue, by: .admin)
        let kept = await planner.household.entries.values.filter { $0.uid != nil }
        #expect(kept.map(\.title).sorted() == ["Club", "Course", "Seminar"])
        #expect(kept.allSatisfy { $0.feed == nil })
        #expect(try await planner.store.feeds().isEmpty)

        let second = try await planner.addFeed(request(server, role: "busy", name: "Other"), by: .admin)
        try await look(planner, second)

        #expect(await entries(planner).sorted() == before.sorted())
    }

    @Test("a series that is over already is not made longer, nor is what was put off still to come")
    func ended() throws {
        let zone = try ZoneDatabase.system.zone("Europe/Berlin")
        let now = zone.instant(of: try #require(CivilDateTime("2026-11-23T08:00")))
        let start = try #require(CivilDateTime("2026-11-02T10:00"))
        var entry = Entry(
            id: ID(trusted: "x"),
            kind: .appointment,
            title: "X",
            time: .timed(start: start, zone: nil, seconds: 3_600)
        )
        entry.repetition.rule = try RecurrenceRule("FREQ=WEEKLY;COUNT=2")
        #expect(entry.ended(at: now, in: zone) == entry)
        entry.repetition.rule = try RecurrenceRule("FREQ=WEEKLY")
        var fields = Override.Fields()
        fields.start = CivilDateTime("2026-12-24T10:00")
        entry.overrides = [Override(of: start.adding(seconds: 7 * 86_400), change: .changed(fields))]
        let ended = try #require(entry.ended(at: now, in: zone))
        let last = try #require(CivilDateTime("2026-11-23T07:59:59"))
        #expect(ended.repetition.rule?.until == .wall(last))
        #expect(ended.overrides.isEmpty)
        #expect(ended.repetition.exceptStarts == entry.overrides.map(\.of))
    }

    @Test("what was read for a feed that was removed and added anew meanwhile is not taken for the new one")
    func otherFeed() async throws {
        let server = try await FeedServer.start([calendar(("t", "20261201", "20261202", "SUMMARY:Talk"))])
        let planner = try await Planner.test()
        let id = try await planner.addFeed(request(server), by: .admin)
        let (feed, begun) = try #require(try await planner.beginLook(at: id))
        #expect(try await planner.dueFeeds().due.isEmpty)
        try await planner.removeFeed(id.rawValue, by: .admin)
        #expect(try await planner.addFeed(request(server), by: .admin) == id)

        let answer = FeedAnswer(status: 200, body: Array(FeedServer.Answer.text(of: ["2026-12-01 Old"]).utf8))
        let manner = await planner.manner(of: feed, jitter: 0)
        try await planner.take(feed.state.after(.answered(answer), at: begun, manner), of: id, begun: begun, body: [])
        try await planner.giveUpLook(at: feed, begun: begun)

        #expect(await entries(planner).isEmpty)
        #expect(try await planner.dueFeeds().due == [id])
    }

    @Test("a feed that cannot be looked at keeps no other from it")
    func starving() async throws {
        let server = try await FeedServer.start([calendar(("t", "20261201", "20261202", "SUMMARY:Talk"))])
        let planner = try await Planner.test()
        let broken = try await planner.addFeed(request(server, name: "Broken"), by: .admin)
        var feed = try #require(try await planner.feed(broken))
        feed.state.address = "no address"
        try await planner.keep(feed)
        _ = try await planner.addFeed(request(server), by: .admin)
        let worker = FeedWorker(planner: planner, follower: .test(planner))

        await #expect(throws: FeedAddressError.self) { try await worker.work() }

        #expect(await entries(planner).count == 1)
        #expect(try await planner.dueFeeds().due.isEmpty)
    }

    @Test(
        "what a calendar says is private is so to others, and its id says nothing",
        arguments: ["PRIVATE", "CONFIDENTIAL"]
    )
    func classified(word: String) async throws {
        let lines = "SUMMARY:Interview\nCLASS:\(word)"
        let server = try await FeedServer.start([
            calendar(("t", "20261201", "20261202", lines), ("u", "20261202", "20261203", "SUMMARY:Talk\nCLASS:PUBLIC"))
        ])
        let planner = try await Planner.test()
        let id = try await planner.addFeed(request(server, role: "busy"), by: .admin)
        try await look(planner, id)
        let own = await planner.household.entries.values.filter { $0.uid != nil }
        #expect(own.map(\.isPrivate) == [true, false])
        #expect(own.map(\.id.rawValue) == ["springfield-school", "talk"])
    }

    @Test("a name that two feeds have means neither; an id does; and no name is refused")
    func names() async throws {
        let server = try await FeedServer.start([calendar(("t", "20261201", "20261202", "SUMMARY:Talk"))])
        let planner = try await Planner.test()
        for _ in 0..<2 { _ = try await planner.addFeed(request(server), by: .admin) }
        let two = await refusal { try await planner.removeFeed("Springfield school", by: .admin) }
        #expect(two?.message.contains("springfield-school, springfield-school-2") == true, "\(two?.message ?? "")")
        try await planner.removeFeed("springfield-school", by: .admin)
        #expect(try await planner.feeds().map(\.record.id.rawValue) == ["springfield-school-2"])
        let none = await refusal { _ = try await planner.addFeed(request(server, name: " "), by: .admin) }
        #expect(none?.message.hasPrefix("cannot follow it without a name") == true, "\(none?.message ?? "")")
    }
}
