import FamplanAPI
import FamplanClient
import FoundationEssentials
import Testing

@testable import FamplanCommands

/// `docs/errors.md` names every kind of error that somebody can meet, and no other.
@Suite("the catalogue of errors")
struct ErrorCatalogueTests {
    private static let all = ErrorKind.allCases.map(FailureKind.daemon) + FailureKind.Own.allCases.map(FailureKind.own)

    @Test("every kind stands in it once, and none that is no more")
    func whole() throws {
        let kinds = try ErrorCatalogue().entries.map(\.kind)
        #expect(Set(kinds).count == kinds.count)
        #expect(Set(kinds) == Set(Self.all.map(\.word)))
    }

    @Test("status and exit code are as the catalogue says, and it has a message", arguments: all)
    func codes(kind: FailureKind) throws {
        let entry = try #require(try ErrorCatalogue().entries.first { $0.kind == kind.word })
        let exit = "exit code \(kind.status.rawValue)."
        if case .daemon(let daemon) = kind {
            #expect(entry.codes == "HTTP \(daemon.httpStatus), \(exit)")
        } else {
            #expect(entry.codes == "E\(exit.dropFirst())")
        }
        #expect(entry.message.count > 20)
        #expect(!entry.words.isEmpty, "what it means and what to do")
    }

    @Test("what the command line is said to say itself, it says")
    func messages() async throws {
        let said: [(FailureKind.Own, FakeConsole, [String])] = [
            (.usage, FakeConsole(), ["person", "edit", "maya"]),
            (.unreachable, FakeConsole(), ["now"]), (.connection, FakeConsole(), ["status"]),
            (.file, FakeConsole(), ["import", "nothing.ics", "--as", "school"]),
            (.stopped, FakeConsole(isTerminal: true, lines: ["Home"]), ["init"]),
        ]
        #expect(said.map(\.0) == FailureKind.Own.allCases)
        for (kind, console, arguments) in said {
            _ = await console.run(arguments) { request in
                switch (kind, request.target.prefix(10)) {
                case (.stopped, "/v1/people"):
                    return WireResponse(status: 200, body: Array(Self.nobody.utf8))
                case (.stopped, "/v1/status"): return try .document("status")
                case (.stopped, _): return try .document("dates")
                case (.connection, _): throw ClientError.interrupted
                default:
                    throw ClientError.unreachable(
                        path: "/run/famplan/famplan.sock",
                        reason: "no such file or directory"
                    )
                }
            }
            let message = try #require(try ErrorCatalogue().entries.first { $0.kind == kind.rawValue }).message
            #expect(console.seen.error.contains(message), "\(kind): \(console.seen.error)")
        }
    }

    private static let nobody =
        #"{"schema":1,"now":"2026-11-23T08:00:00+01:00","timeZone":"Europe/Berlin","people":[]}"#
}

/// What `docs/errors.md` says of each kind.
struct ErrorCatalogue {
    struct Entry {
        let kind: String
        /// `HTTP 404, exit code 4.`
        let codes: String
        /// What it means, and what to do.
        let words: String
        /// One that is really said.
        let message: String
    }

    let entries: [Entry]

    init() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/errors.md")
        let text = String(decoding: try Data(contentsOf: page.standardized), as: UTF8.self)
        entries = text.split(separator: "\n### `").dropFirst().map { part in
            let lines = part.split(separator: "\n## ")[0].split(separator: "\n").map(String.init)
            let said = lines.dropFirst(2)
            return Entry(
                kind: String(lines[0].dropLast()),
                codes: lines.count > 1 ? lines[1] : "",
                words: said.filter { !$0.hasPrefix("> ") }.joined(separator: " "),
                message: said.last { $0.hasPrefix("> ") }.map { String($0.dropFirst(2)) } ?? ""
            )
        }
    }
}
