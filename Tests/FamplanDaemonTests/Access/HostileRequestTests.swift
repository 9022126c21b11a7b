import FamplanAPI
import Testing

@testable import FamplanDaemon

/// Names from outside that would be paths, or more than names.
@Suite("hostile requests")
struct HostileRequestTests {
    private static let paths = ["../../etc/passwd", "/etc/passwd", "./..", "a/../b", "x\u{0}y", "~", "%2e%2e/"]

    @Test("what stands for an id or a zone is never a path", arguments: paths)
    func ids(path: String) async throws {
        let daemon = try InProcess(await Planner.test(), as: .admin)
        let escaped = path.utf8.map { byte in "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
        for target in [
            "/v1/dates?rule=FREQ%3DDAILY&start=2026-01-01&zone=\(escaped)", "/v1/agenda?who=\(escaped)",
            "/v1/coverage?child=\(escaped)", "/v1/suggestions?conflict=\(escaped)", "/v1/digest?for=\(escaped)",
            "/v1/agenda?from=\(escaped)", "/v1/week?date=\(escaped)",
        ] {
            let answer = try await daemon.get(target)
            #expect([400, 404].contains(answer.status), "\(target)")
            #expect(!answer.text.contains("root:"))
        }
        let text = path.replacing("\u{0}", with: "\\u0000")
        let options = #""options":{"dryRun":true,"strict":false}"#
        func fields(_ key: String) -> String {
            #"{"kind":["family"],"title":["x"],"start":["2026-11-28T10:00"],"duration":["1h"],"\#(key)":["\#(text)"]}"#
        }
        for body in [
            #"{"id":"\#(text)","fields":\#(fields("note")),\#(options)}"#,
            #"{"fields":\#(fields("timeZone")),\#(options)}"#,
            #"{"fields":\#(fields("place")),\#(options)}"#, #"{"fields":\#(fields("people")),\#(options)}"#,
        ] {
            let answer = try await daemon.post("/v1/entries", body)
            #expect([400, 404].contains(answer.status), "\(body): \(answer.text)")
        }
    }

    @Test("a household file's name is a name in messages, and nothing is read or written by it")
    func fileName() async throws {
        let daemon = try InProcess(await Planner.test(), as: .admin)
        let body =
            #"{"text":"people: [ { id: x } ]","name":"../../etc/passwd","prune":false,"overwrite":false,"#
            + #""options":{"dryRun":true,"strict":false}}"#
        let answer = try await daemon.post("/v1/household", body)
        #expect(answer.status == 400)
        #expect(answer.text.contains("cannot apply ../../etc/passwd: 1 mistake"))
        #expect(!answer.text.contains("root:"))
    }
}
