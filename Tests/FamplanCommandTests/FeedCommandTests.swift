import FamplanAPI
import FamplanClient
import FamplanCommands
import FoundationEssentials
import Testing

@Suite("famplan feed")
struct FeedCommandTests {
    private let feed = FeedItem(
        id: "springfield-school",
        name: "Springfield school",
        role: "closure",
        address: "https://calendar.school.example/…",
        closes: ["noah-school"],
        entries: 14,
        ahead: 12,
        lastSuccess: "2026-11-24T06:00:00+01:00",
        next: "2026-11-24T12:00:00+01:00",
        staleSince: nil,
        trouble: nil
    )

    private func run(_ feeds: [FeedItem], _ arguments: [String]) async throws -> FakeConsole {
        let console = FakeConsole()
        let document = Document(
            now: "2026-11-24T09:30:00+01:00",
            timeZone: "Europe/Berlin",
            body: FeedList(feeds: feeds)
        )
        let bytes = try [UInt8](JSONEncoder().encode(document))
        #expect(await console.run(arguments) { _ in WireResponse(status: 200, body: bytes) } == 0)
        return console
    }

    private func request<Body: Decodable>(_ type: Body.Type, _ arguments: [String]) async throws -> Body {
        let console = try await run([], arguments)
        let request = try #require(console.seen.requests.first, "\(console.seen.error)")
        return try JSONDecoder().decode(type, from: Data(#require(request.body)))
    }

    @Test("a feed is shown with what it closes, when it was good and when it is looked at next")
    func list() async throws {
        let output = try await run([feed], ["feed"]).seen.output
        for words in [
            "Springfield school", "closure of noah-school", "https://calendar.school.example/…",
            "14 entries, 12 still to come", "last good on Tue 24 Nov 06:00", "next look on Tue 24 Nov 12:00",
        ] {
            #expect(output.replacing("\n  ", with: " ").contains(words), "\(words)")
        }
        #expect(!output.contains("refresh"))
    }

    @Test("a stale one says since when and why, and what to do")
    func stale() async throws {
        var stale = feed
        (stale.staleSince, stale.trouble) = ("2026-11-24T07:00:00+01:00", "the server has trouble of its own (500)")
        stale.next = nil
        let output = try await run([stale], ["feed", "list"]).seen.output
        #expect(output.contains("! stale since Tue 24 Nov 07:00: the server has trouble of its own (500)"))
        #expect(output.replacing("\n  ", with: " ").contains("not looked at by itself any more"))
        #expect(output.contains("famplan feed refresh springfield-school"))
    }

    @Test("where none is followed, it says how")
    func none() async throws {
        #expect(try await run([], ["feed"]).seen.output.contains("famplan feed add URL --role closure --entry ID"))
    }

    @Test("what is given is what is asked for")
    func requests() async throws {
        let added = try await request(
            FeedAddRequest.self,
            [
                "feed", "add", "webcal://a.example/x", "--role", "closure", "--entry", "noah-school", "--entry",
                "ada-school",
                "--name", "Springfield school", "--every", "12h", "--allow-private",
            ]
        )
        #expect(added.url == "webcal://a.example/x" && added.role == "closure" && added.every == "12h")
        #expect(added.closes == ["noah-school", "ada-school"] && added.name == "Springfield school")
        #expect(added.allowsPrivate && added.fields.isEmpty)
        let busy = try await request(
            FeedAddRequest.self,
            [
                "feed", "add", "https://a.example/x", "--role", "busy", "--person", "maya", "--stream", "job",
                "--private",
            ]
        )
        #expect(busy.fields == ["people": ["maya"], "stream": ["job"], "private": ["true"]])
        #expect(!busy.allowsPrivate && busy.name == nil)
        #expect(try await request(FeedNameRequest.self, ["feed", "refresh"]).feed == nil)
        #expect(try await request(FeedNameRequest.self, ["feed", "refresh", "a"]).feed == "a")
        #expect(try await request(FeedNameRequest.self, ["feed", "rm", "a"]).feed == "a")
    }

    @Test("an agenda says what is closed, and coverage why nobody has a child")
    func closed() throws {
        let item = AgendaItem(
            entry: "noah-school",
            of: "2026-11-24T08:15:00+01:00",
            uid: nil,
            recurrenceId: nil,
            kind: "school",
            title: "School",
            people: ["noah"],
            for: [],
            place: "school",
            stream: nil,
            attention: "free",
            start: "2026-11-24T08:15:00+01:00",
            end: "2026-11-24T14:15:00+01:00",
            allDay: false,
            tentative: false,
            busy: false,
            closed: "Teacher day, from Springfield school feed"
        )
        let (from, to) = ("2026-11-24T00:00:00+01:00", "2026-11-25T00:00:00+01:00")
        var page = Page(look: Look(width: 120))
        try AgendaRenderer().render(
            Document(now: from, timeZone: "Europe/Berlin", body: Agenda(from: from, to: to, items: [item])),
            on: &page
        )
        #expect(page.string.contains("School closed: Teacher day, from"))
        let gap = CoverageStretch(
            start: item.start,
            end: item.end,
            carers: [],
            by: "gap",
            why: "School closed: Teacher day"
        )
        let report = CoverageReport(from: from, to: to, children: [ChildCoverage(child: "noah", stretches: [gap])])
        page = Page(look: Look(width: 120))
        try CoverageRenderer().render(Document(now: from, timeZone: "Europe/Berlin", body: report), on: &page)
        #expect(page.string.contains("School closed: Teacher day"))
    }
}
