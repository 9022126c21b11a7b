import FamplanAPI
import Foundation
import HTTPTypes
import Testing

@testable import FamplanDaemon

/// docs/api.md is true of the API.
@Suite("the page of the API")
struct APIPageTests {
    @Test("has a line for each endpoint, in the order of the table, and no other")
    func endpoints() async throws {
        let endpoints = try API.test(await Planner.test()).endpoints
        let real = endpoints.map(row)
        let shown = try rows(below: "## Addresses")

        // `make tour`: the table is written anew, as the pages of commands are.
        if ProcessInfo.processInfo.environment["FAMPLAN_RECORD"] == "1" {
            let text = try ProjectFile.text(Self.page)
                .replacing(shown.joined(separator: "\n"), with: real.joined(separator: "\n"))
            try Data(text.utf8).write(to: URL(fileURLWithPath: ProjectFile.path(Self.page)))
        } else {
            #expect(shown == real, "\(Self.page) is no longer true: `make tour` writes the table anew")
        }
    }

    private static let page = "docs/api.md"

    @Test("has a line for each kind of error, with its status")
    func errors() throws {
        let rows = try rows(below: "## Errors")
        let beginnings = ErrorKind.allCases.map { "| `\($0.rawValue)` | \($0.httpStatus) | " }
        #expect(rows.count == beginnings.count)
        for beginning in beginnings {
            #expect(rows.contains { $0.hasPrefix(beginning) }, "a line is missing: \(beginning)…")
        }
    }

    /// `| GET | `/v1/agenda` | household | What is on, in order of start. | `from`, `to`, `who` |`.
    private func row(_ endpoint: API.Endpoint) -> String {
        let operation = APIOperation.all.first { $0.method == endpoint.method && $0.route == endpoint.route }
        let parameters = operation?.parameters.map { "`\($0.name)`" }.joined(separator: ", ") ?? ""
        let words = [
            endpoint.method.rawValue, "`\(endpoint.route.rawValue)`", endpoint.access.rawValue,
            operation?.summary ?? "", parameters,
        ]
        return "| " + words.joined(separator: " | ") + " |"
    }

    /// The lines of the table in a section, without its head.
    private func rows(below heading: String) throws -> [String] {
        let lines = try ProjectFile.text(Self.page).split(separator: "\n").map(String.init)
        let begin = try #require(lines.firstIndex(of: heading))
        let section = lines[(begin + 1)...].prefix { !$0.hasPrefix("## ") }
        return Array(section.filter { $0.hasPrefix("|") }.dropFirst(2))
    }
}
