import FamplanAPI
import HTTPTypes
import Testing

@testable import FamplanDaemon

/// docs/api.md is true of the API.
@Suite("the page of the API")
struct APIPageTests {
    @Test("has a line for each endpoint, in the order of the table, and no other")
    func endpoints() async throws {
        let endpoints = try API.test(await Planner.test()).endpoints
        #expect(try rows(below: "## Addresses") == endpoints.map(row))
    }

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
        let lines = try ProjectFile.text("docs/api.md").split(separator: "\n").map(String.init)
        let begin = try #require(lines.firstIndex(of: heading))
        let section = lines[(begin + 1)...].prefix { !$0.hasPrefix("## ") }
        return Array(section.filter { $0.hasPrefix("|") }.dropFirst(2))
    }
}
