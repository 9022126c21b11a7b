import FamplanAPI
import Foundation
import GRDB
import Household
import Hummingbird
import NIOCore
import Testing

@testable import FamplanDaemon
@testable import Storage

/// The messages that `docs/errors.md` shows are what the daemon says.
@Suite("the catalogue of errors, said by the daemon")
struct DaemonErrorTests {
    @Test("each kind is met with its message and its status", arguments: ErrorKind.allCases)
    func kinds(kind: ErrorKind) async throws {
        let page = try ProjectFile.text("docs/errors.md")
        let section = try #require(page.components(separatedBy: "### `\(kind.rawValue)`\n").last)
        let shown = try #require(section.split(separator: "\n").first { $0.hasPrefix("> ") }).dropFirst(2)

        let body = try #require(try await refusal(kind))

        #expect(body.kind == kind)
        #expect(body.message == shown)
        #expect(section.hasPrefix("HTTP \(kind.httpStatus), "))
    }

    /// Meets it.
    private func refusal(_ kind: ErrorKind) async throws -> ErrorBody.Content? {
        let store = try Store.inMemory()
        let planner = try await Planner.test(store: store)
        let places = PlaceKind()
        func request(_ id: String, _ fields: EntryFields) -> ThingRequest {
            ThingRequest(id: id, fields: fields, options: ChangeOptions())
        }
        switch kind {
        case .invalid:
            return await refusal {
                _ = try await planner.edit(places, request("school", ["minutesFromHome": ["soon"]]), by: .admin)
            }
        case .invalidFile: return await refusal { try await planner.apply("places: [ { id: zoo } ]") }
        case .notFound: return await refusal { try await planner.remove("noah-scool") }
        case .conflicts: return await refusal { try await self.addStrictly(planner) }
        case .clash: return await refusal { _ = try await planner.add(places, request("school", [:]), by: .admin) }
        case .notAllowed: return try await answer(planner, as: "ama", "/v1/balance")
        case .tooLarge: return await refusal { throw NIOTooManyBytesError(maxBytes: FamplanContext.mostBytes) }
        case .noRoute: return try await answer(planner, as: "maya", "/v1/nothing")
        case .busy: return try await busy()
        case .storage:
            try await store.writer.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = ON") }
            return await refusal { try await self.add(planner) }
        case .internal:
            struct Mistake: Error {}
            return await refusal { throw Mistake() }
        }
    }

    private func refusal(_ work: () async throws -> Void) async -> ErrorBody.Content? {
        await FamplanDaemonTests.refusal(work)
    }

    private func add(_ planner: Planner) async throws {
        try await planner.add(["kind": ["family"], "title": ["Walk"], "start": ["2026-11-28"]], id: "walk")
    }

    /// In the middle of Maya's work.
    private func addStrictly(_ planner: Planner) async throws {
        let fields: EntryFields = [
            "kind": ["family"], "title": ["Walk"], "people": ["maya"], "start": ["2026-11-24T10:00"],
            "duration": ["1h"],
        ]
        try await planner.add(fields, id: "walk", options: ChangeOptions(strict: true))
    }

    private func answer(_ planner: Planner, as person: String, _ target: String) async throws -> ErrorBody.Content {
        let text = try await InProcess(planner, as: .person(.init(trusted: person))).get(target).text
        return try JSONDecoder().decode(ErrorBody.self, from: Data(text.utf8)).error
    }

    /// Another program is in the middle of writing.
    private func busy() async throws -> ErrorBody.Content? {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/famplan.sqlite"
        let planner = try await Planner.test(store: try Store.open(at: path, busyTimeout: 0.02))
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: path, configuration: configuration)
        try await other.writeWithoutTransaction { try $0.beginTransaction(.immediate) }
        let body = await refusal { try await self.add(planner) }
        try await other.writeWithoutTransaction { try $0.rollback() }
        return body
    }
}
