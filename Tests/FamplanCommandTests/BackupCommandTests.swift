import FamplanClient
import Testing

@Suite struct BackupCommandTests {
    /// “copy”, as the daemon describes it.
    private func respond(bytes: Int = 4, sha256: String? = nil) -> @Sendable (WireRequest) throws -> WireResponse {
        let hash = sha256 ?? "aff152f04ee78b1fd90bfb1c9b7d2b6f5f6d0ac25f6a2fb3a8a5e5e0d8e8a0b1"
        let about =
            #"{"schema":1,"now":"2026-11-24T09:40:00+01:00","timeZone":"Europe/Berlin","bytes":\#(bytes),"#
            + #""sha256":"\#(hash)","schemaVersion":"v4","counts":{"person":2,"entry":1}}"#
        return { _ in WireResponse(status: 200, body: Array("copy".utf8), about: about) }
    }

    private var digest: String {
        var hash = SHA256()
        hash.update(Array("copy".utf8))
        return hash.finish()
    }

    @Test("what arrived as it was sent is kept, and what is in it said")
    func kept() async {
        let console = FakeConsole()
        let status = await console.run(["backup", "b.sqlite"], respond: respond(sha256: digest))
        #expect(status == 0, "\(console.seen.error)")
        #expect(console.seen.files == ["b.sqlite": Array("copy".utf8)])
        #expect(console.seen.output.hasPrefix("Backup in b.sqlite: 4 bytes, checked\n  2 people, 1 entry\n"))
    }

    @Test("what arrived otherwise is not kept", arguments: [3, 4])
    func damaged(bytes: Int) async {
        let console = FakeConsole(files: ["b.sqlite": "the last one"])
        let wrong = bytes == 4 ? nil : digest
        let status = await console.run(
            ["backup", "b.sqlite", "--force"],
            respond: respond(bytes: bytes, sha256: wrong)
        )
        #expect(status == 1)
        #expect(console.seen.error.contains("the backup did not arrive as it was sent"))
        #expect(console.seen.files == ["b.sqlite": Array("the last one".utf8)])
    }

    @Test("a refusal leaves no file")
    func refused() async {
        let console = FakeConsole()
        let status = await console.run("backup", "b.sqlite") { _ in .refusal("storage", status: 503) }
        #expect(status == 1)
        #expect(console.seen.files.isEmpty)
    }

    @Test("nothing is asked for what would be in the way: a file that is there, a terminal")
    func inTheWay() async {
        let there = FakeConsole(files: ["b.sqlite": "mine"])
        #expect(await there.run("backup", "b.sqlite") == 1)
        #expect(there.seen.error.contains("--force"))
        let terminal = FakeConsole(isTerminal: true)
        #expect(await terminal.run("backup", "-") == 2)
        #expect(there.seen.requests.isEmpty && terminal.seen.requests.isEmpty)
    }
}
