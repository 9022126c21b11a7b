import FamplanAPI
import FamplanClient
import FamplanCommands
import FoundationEssentials
import Testing

@Suite struct FileCommandTests {
    private let file = ["home.yaml": "household:\n  name: Osei\n"]

    private func requests(_ console: FakeConsole) throws -> [ApplyRequest] {
        try console.seen.requests.map { try JSONDecoder().decode(ApplyRequest.self, from: Data(#require($0.body))) }
    }

    @Test("apply without a terminal to ask on is refused before anything is sent")
    func nobodyToAsk() async {
        let console = FakeConsole(files: file)

        #expect(await console.run("apply", "home.yaml") == 2)
        #expect(console.seen.error.contains("--yes"))
        #expect(console.seen.error.contains("--dry-run"))
        #expect(console.seen.requests.isEmpty)
    }

    @Test("apply --yes and --dry-run send the file once", arguments: ["--yes", "--dry-run"])
    func once(option: String) async throws {
        let console = FakeConsole(files: file)

        #expect(await console.run("apply", "home.yaml", option, "--prune") { _ in try .document("change") } == 0)

        let request = try #require(try requests(console).first)
        #expect(console.seen.requests.count == 1)
        #expect(request.text == "household:\n  name: Osei\n")
        #expect(request.name == "home.yaml")
        #expect(request.prune && !request.overwrite)
        #expect(request.options.dryRun == (option == "--dry-run"))
    }

    @Test(
        "on a terminal apply shows a dry run, asks, and does it on yes alone",
        arguments: [("y", 0), ("n", 1), ("", 1)]
    )
    func asks(answer: String, code: Int) async throws {
        let console = FakeConsole(isTerminal: true, lines: [answer], files: file)

        let status = await console.run("apply", "home.yaml") { request in
            let isDry = String(decoding: request.body ?? [], as: UTF8.self).contains(#""dryRun":true"#)
            return try .document(isDry ? "change-dry" : "change")
        }

        #expect(Int(status) == code)
        #expect(console.seen.error.contains("Apply this? [y/N]"))
        #expect(try requests(console).map(\.options.dryRun) == (answer == "y" ? [true, false] : [true]))
    }

    @Test("apply does not ask about nothing")
    func nothing() async throws {
        let console = FakeConsole(isTerminal: true, lines: ["n"], files: file)

        #expect(await console.run("apply", "home.yaml") { _ in try .document("change-nothing") } == 0)
        #expect(console.seen.output.contains("Nothing to change"))
        #expect(console.seen.error.isEmpty)
    }

    @Test("a file that is not there, and one that is no text, are not applied")
    func badFiles() async {
        let console = FakeConsole()
        #expect(await console.run("apply", "none.yaml", "--yes") == 1)
        #expect(console.seen.error == "famplan: cannot read none.yaml: no such file or directory\n")
    }

    @Test("import keeps what was left out as a calendar in the current directory, and exits with 1")
    func rejects() async throws {
        let console = FakeConsole(files: ["in/school.ics": "x"])

        let status = await console.run("import", "in/school.ics", "--as", "school") { _ in try .document("import") }

        #expect(status == 1)
        let rejects = String(decoding: try #require(console.seen.files["school.ics.rejects.ics"]), as: UTF8.self)
        #expect(rejects.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
        #expect(rejects.contains("DTSTART:20261301\r\n"))
        #expect(rejects.hasSuffix("END:VEVENT\r\nEND:VCALENDAR\r\n"))
        #expect(console.seen.output.contains("They are in school.ics.rejects.ics"))
    }

    @Test("import of a file that is all right writes no file and exits with 0")
    func allRight() async throws {
        let console = FakeConsole(files: ["school.ics": "x"])
        let document = String(decoding: try TestFiles.document("import"), as: UTF8.self)
        let start = try #require(document.firstRange(of: #""skipped": ["#))
        let end = try #require(document.firstRange(of: #""answer""#))
        let clean = document[..<start.upperBound] + "]," + document[end.lowerBound...]

        let status = await console.run("import", "school.ics", "--as", "school") { _ in
            WireResponse(status: 200, body: Array(clean.utf8))
        }

        #expect(status == 0, "\(console.seen.error)")
        #expect(console.seen.files.keys.sorted() == ["school.ics"])
    }

    @Test("export writes the household file byte for byte, on a terminal without what it would obey")
    func export() async {
        let text = #"name: Osei \u001b[31m\n"#
        let body = #"{"schema":1,"now":"2026-11-24T09:40:00+01:00","timeZone":"Europe/Berlin","text":"\#(text)"}"#
        let respond: @Sendable (WireRequest) throws -> WireResponse = { _ in
            WireResponse(status: 200, body: Array(body.utf8))
        }
        let pipe = FakeConsole()
        let terminal = FakeConsole(isTerminal: true)

        #expect(await pipe.run(["export", "--household"], respond: respond) == 0)
        #expect(await terminal.run(["export", "--household"], respond: respond) == 0)

        #expect(pipe.seen.output == "name: Osei \u{1B}[31m\n")
        #expect(terminal.seen.output == "name: Osei \n")
    }
}
