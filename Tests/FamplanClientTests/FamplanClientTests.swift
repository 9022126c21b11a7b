import FamplanAPI
import FamplanClient
import FoundationEssentials
import Synchronization
import Testing

/// Keeps what was asked and gives the same answer to everything.
final class Wire: Sendable {
    private let asked = Mutex<[WireRequest]>([])
    private let response: WireResponse

    init(status: Int = 200, _ body: String = "{}") {
        response = WireResponse(status: status, body: Array(body.utf8))
    }

    var client: FamplanClient {
        FamplanClient { request in
            self.asked.withLock { $0.append(request) }
            return self.response
        }
    }

    var requests: [WireRequest] { asked.withLock { $0 } }
}

@Suite struct FamplanClientTests {
    struct Call: Sendable, CustomTestStringConvertible {
        var target: String
        var run: @Sendable (FamplanClient) async throws -> Void
        var testDescription: String { target }
    }

    static let reading: [Call] = [
        Call(target: "/v1/status") { _ = try await $0.status() },
        Call(target: "/v1/agenda") { _ = try await $0.agenda() },
        Call(target: "/v1/agenda?from=today&to=2026-11-30&who=maya") {
            _ = try await $0.agenda(from: "today", to: "2026-11-30", who: "maya")
        },
        Call(target: "/v1/day?date=fri&who=maya") { _ = try await $0.day(date: "fri", who: "maya") },
        Call(target: "/v1/month?month=dec") { _ = try await $0.month("dec") },
        Call(target: "/v1/week") { _ = try await $0.week() },
        Call(target: "/v1/week?date=next%20fri") { _ = try await $0.week(date: "next fri") },
        Call(target: "/v1/now") { _ = try await $0.now() },
        Call(target: "/v1/conflicts?kind=handover&severity=critical") {
            _ = try await $0.conflicts(kind: "handover", severity: "critical")
        },
        Call(target: "/v1/conflicts?from=a&to=b&who=c") { _ = try await $0.conflicts(from: "a", to: "b", who: "c") },
        Call(target: "/v1/coverage?from=a&to=b&child=noah") {
            _ = try await $0.coverage(from: "a", to: "b", child: "noah")
        },
        Call(
            target: "/v1/dates?rule=FREQ%3DDAILY%3BCOUNT%3D3&start=2026-01-01T09%3A00&zone=Europe%2FBerlin"
                + "&until=2026-02-01T00%3A00%3A00%2B01%3A00&limit=5"
        ) {
            _ = try await $0.dates(
                rule: "FREQ=DAILY;COUNT=3",
                start: "2026-01-01T09:00",
                zone: "Europe/Berlin",
                until: "2026-02-01T00:00:00+01:00",
                limit: 5
            )
        },
        Call(target: "/v1/history?limit=3&thing=noah-school") {
            _ = try await $0.history(limit: 3, thing: "noah-school")
        },
        Call(target: "/v1/household") { _ = try await $0.householdText() },
    ]

    @Test("a reading call is a GET that names what was given and nothing else", arguments: reading)
    func readingCalls(call: Call) async throws {
        let wire = Wire()

        try await call.run(wire.client)

        #expect(wire.requests == [WireRequest(method: .get, target: call.target)])
    }

    static let changing: [Call] = [
        Call(target: "/v1/household") {
            _ = try await $0.apply(
                ApplyRequest(text: "x", name: "y", prune: true, overwrite: false, options: ChangeOptions())
            )
        },
        Call(target: "/v1/entries") {
            _ = try await $0.add(AddRequest(id: nil, fields: [:], options: ChangeOptions()))
        },
        Call(target: "/v1/entries/edit") {
            _ = try await $0.edit(
                EditRequest(target: EntryTarget(name: "a"), fields: [:], options: ChangeOptions())
            )
        },
        Call(target: "/v1/entries/move") {
            _ = try await $0.move(
                MoveRequest(target: EntryTarget(name: "a"), when: "fri", options: ChangeOptions())
            )
        },
        Call(target: "/v1/entries/skip") {
            _ = try await $0.skip(RemoveRequest(target: EntryTarget(name: "a@b"), options: ChangeOptions()))
        },
        Call(target: "/v1/entries/remove") {
            _ = try await $0.remove(RemoveRequest(target: EntryTarget(name: "a"), options: ChangeOptions()))
        },
        Call(target: "/v1/undo") {
            _ = try await $0.undo(UndoRequest(change: 4, options: ChangeOptions(dryRun: true)))
        },
        Call(target: "/v1/import") {
            _ = try await $0.importCalendar(
                ImportRequest(base64: "eA==", name: "y", fields: [:], options: ChangeOptions())
            )
        },
    ]

    @Test("a changing call is a POST of a JSON object with its options", arguments: changing)
    func changingCalls(call: Call) async throws {
        struct Posted: Decodable {
            var options: ChangeOptions
        }
        let wire = Wire()

        try await call.run(wire.client)

        let request = try #require(wire.requests.first)
        #expect(request.method == .post)
        #expect(request.target == call.target)
        let posted = try JSONDecoder().decode(Posted.self, from: Data(#require(request.body)))
        #expect(posted.options.dryRun == (call.target == "/v1/undo"))
    }

    @Test("an answer keeps the daemon's bytes and gives its document")
    func document() async throws {
        let body = #"{ "dates" : ["2026-01-01T09:00:00+01:00"], "timeZone":"Europe/Berlin","schema":1,"now":"x" }"#

        let answer = try await Wire(body).client.dates(rule: "r", start: "s", zone: "z")

        #expect(answer.raw == Array(body.utf8))
        #expect(try answer.document().body.dates == ["2026-01-01T09:00:00+01:00"])
        #expect(try answer.document().timeZone == "Europe/Berlin")
    }

    @Test("a refusal carries what the daemon said, and its bytes")
    func refusal() async throws {
        let body = #"{"error":{"kind":"not-found","message":"cannot find “x”","details":["near: y"]}}"#

        let error = await #expect(throws: ClientError.self) { try await Wire(status: 404, body).client.now() }

        guard case .refused(404, let refusal, let raw) = error else { return _ = Issue.record("\(error as Any)") }
        #expect(refusal.error.kind == .notFound)
        #expect(refusal.error.details == ["near: y"])
        #expect(raw == Array(body.utf8))
    }

    @Test(
        "an error that is not famplan's is unreadable",
        arguments: ["", "<html>502</html>", "{}", #"{"error":{"kind":"unheard-of","message":"","details":[]}}"#]
    )
    func strangeError(body: String) async throws {
        let error = await #expect(throws: ClientError.self) { try await Wire(status: 502, body).client.now() }

        guard case .unreadable(502, _) = error else { return _ = Issue.record("\(error as Any)") }
    }

    @Test(
        "a document that lacks something says what",
        arguments: [
            ("nonsense", "it is no JSON document"), (#"{"schema":1,"now":"x"}"#, "“timeZone” is missing"),
            (#"{"schema":1,"now":"x","timeZone":"y","dates":3}"#, "“dates” is not what it should be"),
        ]
    )
    func strangeDocument(body: String, reason: String) async throws {
        let answer = try await Wire(body).client.dates(rule: "r", start: "s", zone: "z")

        let error = #expect(throws: ClientError.self) { try answer.document() }
        guard case .unreadable(200, reason) = error else { return _ = Issue.record("\(error as Any)") }
    }
}
