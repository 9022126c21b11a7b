import FamplanAPI
import FamplanClient
import FoundationEssentials
import Synchronization
import Testing

@Suite struct WatchCommandTests {
    private let gap = conflict("k7q2m9fa", "Nobody has Noah from 14:15 to 14:30 on Wed 25 Nov", "critical")
    private let clash = conflict("m3xq8r2t", "Maya is in “Call” and “Dentist” at once", "warning")

    private static func conflict(_ id: String, _ message: String, _ severity: String) -> ConflictItem {
        ConflictItem(
            id: id,
            kind: "coverage-gap",
            severity: severity,
            status: "open",
            people: ["noah"],
            resource: nil,
            stream: nil,
            start: "2026-11-25T14:15:00+01:00",
            end: "2026-11-25T14:30:00+01:00",
            occurrences: [],
            message: message
        )
    }

    private static func line(_ event: WatchEvent, at clock: String = "2026-11-24T09:41") throws -> [UInt8] {
        let encoder = JSONEncoder()
        let document = Document(now: "\(clock):00+01:00", timeZone: "Europe/Berlin", body: event)
        return [UInt8](try encoder.encode(document)) + [UInt8(ascii: "\n")]
    }

    private func change(_ id: Int, _ summary: String) -> WatchEvent {
        let item = HistoryItem(
            id: id,
            at: "2026-11-24T09:41:00+01:00",
            actor: "maya",
            summary: summary,
            undoes: nil,
            undoneBy: nil,
            things: []
        )
        return WatchEvent(event: "change", after: id, change: item, names: ["maya": "Maya"])
    }

    /// Runs `watch` against one answer after the other; at the end the daemon refuses, which ends it.
    private func watch(
        _ arguments: [String] = [],
        _ answers: [@Sendable () throws -> WireResponse]
    ) async -> (status: Int32, seen: FakeConsole.State) {
        let console = FakeConsole()
        let calls = Mutex(0)
        let status = await console.run(["watch"] + arguments) { _ in
            let call = calls.withLock { calls in
                defer { calls += 1 }
                return calls
            }
            return call < answers.count ? try answers[call]() : .refusal("not-allowed", status: 403)
        }
        return (status, console.seen)
    }

    private func answer(_ lines: [[UInt8]]) -> @Sendable () throws -> WireResponse {
        { WireResponse(status: 200, body: lines.flatMap(\.self)) }
    }

    @Test("a line for each change, and a conflict with the mark of what became of it")
    func lines() async throws {
        let first = try answer([
            Self.line(WatchEvent(event: "begin", after: 7, household: "Home", conflicts: [clash])),
            Self.line(change(8, "add appointment “Dentist”")),
            Self.line(WatchEvent(event: "found", after: 8, conflict: gap)),
            Self.line(WatchEvent(event: "gone", after: 8, conflict: clash), at: "2026-11-25T00:00"),
        ])
        let (status, seen) = await watch(first)

        #expect(status == 5)
        #expect(
            seen.output == """
                Watching · Home · Europe/Berlin
                1 conflict from today on. Ctrl-C ends it.
                09:41  Maya  add appointment “Dentist” · 8
                09:41  ! Nobody has Noah from 14:15 to 14:30 on Wed 25 Nov
                         Wed 25 Nov 14:15–14:30 · coverage-gap · k7q2m9fa
                Wed 25 Nov 2026
                00:00  ✓ Resolved: Maya is in “Call” and “Dentist” at once
                         Wed 25 Nov 14:15–14:30 · coverage-gap · m3xq8r2t

                """
        )
        #expect(seen.requests.map(\.target) == ["/v1/watch", "/v1/watch?after=8"])
    }

    @Test("the daemon's going and coming are said once each; what became of conflicts meanwhile is told")
    func back() async throws {
        let gone: @Sendable () throws -> WireResponse = { throw ClientError.unreachable(path: "/s", reason: "none") }
        let (_, seen) = await watch([
            try answer([Self.line(WatchEvent(event: "begin", after: 7, household: "Home", conflicts: [clash]))]),
            gone, gone,
            try answer([Self.line(WatchEvent(event: "begin", after: 7, household: "Home", conflicts: [gap]))]),
        ])

        #expect(seen.error.components(separatedBy: "the daemon is gone").count == 2)
        #expect(seen.error.components(separatedBy: "the daemon is back").count == 2)
        let lines = seen.output.split(separator: "\n").map(String.init)
        #expect(lines.count == 6)
        #expect(lines[2] == "09:41  ! \(gap.message)")
        #expect(lines[4] == "09:41  ✓ Resolved: \(clash.message)")
    }

    @Test("--json prints the documents as they came, one a line")
    func json() async throws {
        let documents = try [
            Self.line(WatchEvent(event: "begin", after: 7, household: "Home", conflicts: [clash])),
            Self.line(change(8, "add")),
        ]
        let (_, seen) = await watch(["--json"], [answer(documents)])

        #expect(seen.output.hasPrefix(documents.map { String(decoding: $0, as: UTF8.self) }.joined()))
    }

    @Test("where nobody answers at the beginning, that is a failure")
    func unreachable() async {
        let (status, seen) = await watch([{ throw ClientError.unreachable(path: "/s", reason: "none") }])

        #expect(status == 69)
        #expect(seen.output.isEmpty)
    }
}

extension WatchCommandTests {
    private func watch(_ answers: [@Sendable () throws -> WireResponse]) async -> (
        status: Int32, seen: FakeConsole.State
    ) {
        await watch([], answers)
    }

    private func watch(_ answer: @escaping @Sendable () throws -> WireResponse) async -> (
        status: Int32, seen: FakeConsole.State
    ) {
        await watch([], [answer])
    }
}
