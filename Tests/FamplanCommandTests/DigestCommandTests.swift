import FamplanAPI
import FamplanClient
import FamplanCommands
import FoundationEssentials
import Testing

@Suite("famplan digest")
struct DigestCommandTests {
    private let body = DigestReport(
        person: "maya",
        date: "2026-11-24",
        title: "famplan Tue 24 Nov: all clear",
        text: "Tue 24 Nov\n\n  a line\n",
        html: "<html><body>\u{1B}[1mBad</body></html>\n",
        short: "All clear."
    )

    @Test("the text is printed as it is, --html gives the document, --json the answer")
    func forms() async throws {
        #expect(try await output("digest") == body.text)
        #expect(try await output("digest", "--html") == body.html)
        #expect(try await output("digest", "--html", "--json").hasPrefix("{"))
    }

    @Test("a terminal gets nothing that it would obey")
    func terminal() async throws {
        #expect(try await output("digest", "--html", isTerminal: true) == "<html><body>Bad</body></html>\n")
    }

    private func output(_ arguments: String..., isTerminal: Bool = false) async throws -> String {
        let console = FakeConsole(isTerminal: isTerminal)
        let document = Document(now: "2026-11-24T06:30:00+01:00", timeZone: "Europe/Berlin", body: body)
        let bytes = try [UInt8](JSONEncoder().encode(document))
        #expect(await console.run(arguments) { _ in WireResponse(status: 200, body: bytes) } == 0)
        return console.seen.output
    }
}
