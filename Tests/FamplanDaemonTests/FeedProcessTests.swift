import FeedTestSupport
import Foundation
import NIOHTTP1
import Testing

/// The programs as a family uses them, and a server of the test.
@Suite("famplan feed, through the programs", .serialized, .timeLimit(.minutes(3)))
struct FeedProcessTests {
    @Test(
        "a school's calendar is added, shown in the plan, told of when it goes wrong, and removed; its address is in no log"
    )
    func life() async throws {
        // Given
        let server = try await FeedServer.start([.days(["2026-12-01 Teacher day"])])
        let folder = try TemporaryFolder()
        let log = "\(folder.path)/log"
        let daemon = try DaemonProcess(folder, environment: ["FAMPLAN_LOG_LEVEL": "trace"], log: log)
        let file = "\(folder.path)/household.yaml"
        try smallHousehold.write(toFile: file, atomically: true, encoding: .utf8)
        try #require(try daemon.famplan(["apply", file, "--yes"]).status == 0)
        func run(_ arguments: String...) throws -> String {
            let result = try daemon.famplan(arguments, environment: ["COLUMNS": "200"])
            #expect(result.status == 0, "\(result.errors)")
            return result.output
        }
        // When it is added without a word on the private network, and with one
        let add = [
            "feed", "add", server.address, "--role", "closure", "--entry", "noah-school", "--name",
            "Springfield school",
        ]
        let refused = try daemon.famplan(add, environment: ["COLUMNS": "200"]).output
        #expect(refused.contains("--allow-private"))
        #expect(server.requests.isEmpty)
        _ = try run("feed", "rm", "springfield-school")
        let added = try daemon.famplan(add + ["--allow-private"], environment: ["COLUMNS": "200"])
        #expect(added.status == 0, "\(added.errors)")
        #expect(added.output.contains("1 entry, 1 still to come"))
        // Then
        #expect(
            try run("agenda", "--from", "2026-12-01", "--to", "2026-12-02").contains(
                "School closed: Teacher day, from Springfield school feed"
            )
        )
        #expect(try run("status").contains("1 followed"))
        #expect(try run("history").contains("add feed Springfield school (closure)"))
        // When
        server.give(.sends(200, body: "<html>"))
        #expect(try run("feed", "refresh", "springfield-school").contains("a web page came instead of a calendar"))
        #expect(try run("agenda", "--from", "2026-12-01", "--to", "2026-12-02").contains("School closed"))
        #expect(try run("status").contains("stale: Springfield school"))
        #expect(
            try daemon.famplan(["doctor"], environment: ["COLUMNS": "200"]).output.contains(
                "famplan feed refresh springfield-school"
            )
        )
        // When
        _ = try run("feed", "rm", "springfield-school")
        #expect(try !run("agenda", "--from", "2026-12-01", "--to", "2026-12-02").contains("School closed"))
        #expect(try run("history").contains("stop following Springfield school"))
        #expect(daemon.terminate() == 0)
        let said = try String(contentsOfFile: log, encoding: .utf8)
        #expect(!said.contains("0123456789"))
        #expect(!said.contains("Teacher day"))
    }
}
