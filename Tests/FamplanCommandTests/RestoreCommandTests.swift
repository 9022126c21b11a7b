import FamplanClient
import Testing

@Suite struct RestoreCommandTests {
    private static let file = "SQLite format 3\0 and so on"
    private let files = ["b.sqlite": file, "notes.txt": "notes"]

    private let restored: @Sendable (WireRequest) throws -> WireResponse = { _ in
        let body =
            #"{"schema":1,"now":"2026-11-24T09:40:00+01:00","timeZone":"Europe/Berlin","counts":{"person":2},"#
            + #""schemaVersion":"v4","lastChange":"2026-11-23T09:40:00+01:00","replaced":"/s/r.sqlite","notSent":1}"#
        return WireResponse(status: 200, body: Array(body.utf8))
    }

    @Test("the file goes over as it is, and where the one before lies is said")
    func sent() async throws {
        let console = FakeConsole(files: files)
        #expect(await console.run(["restore", "b.sqlite", "--yes"], respond: restored) == 0)
        let request = try #require(console.seen.requests.first)
        #expect(request.target == "/v1/restore")
        #expect(request.contentType == "application/vnd.sqlite3")
        #expect(request.body == Array(Self.file.utf8))
        #expect(console.seen.output.contains("Restored: 2 people"))
        #expect(console.seen.output.contains("1 message of then is not sent"))
        #expect(console.seen.output.contains("kept in /s/r.sqlite"))
    }

    @Test("on a terminal it asks, and does it on yes alone", arguments: [("y", 0, 1), ("", 1, 0)])
    func asks(answer: String, code: Int, count: Int) async {
        let console = FakeConsole(isTerminal: true, lines: [answer], files: files)
        #expect(Int(await console.run(["restore", "b.sqlite"], respond: restored)) == code)
        #expect(console.seen.error.contains("Replace the whole plan with what is in “b.sqlite”"))
        #expect(console.seen.requests.count == count)
    }

    @Test("where nobody can be asked, and with a file that is no backup, nothing is sent")
    func refused() async {
        let console = FakeConsole(files: files)
        #expect(await console.run("restore", "b.sqlite") == 2)
        #expect(await console.run("restore", "notes.txt", "--yes") == 1)
        #expect(console.seen.requests.isEmpty)
    }

    @Test(
        "doctor ends with 1 where there is a problem, not for a warning",
        arguments: [("problem", 1), ("warning", 0)]
    )
    func doctor(level: String, code: Int) async {
        let console = FakeConsole()
        let body =
            #"{"schema":1,"now":"2026-11-24T09:40:00+01:00","timeZone":"Europe/Berlin","findings":[{"check":"disk","#
            + #""level":"\#(level)","message":"1 MiB free","advice":"make room"}]}"#
        let status = await console.run(["doctor"]) { _ in WireResponse(status: 200, body: Array(body.utf8)) }
        #expect(Int(status) == code)
        #expect(console.seen.output.contains("disk: 1 MiB free\n         → make room\n"))
    }
}
