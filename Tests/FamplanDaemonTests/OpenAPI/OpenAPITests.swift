import FamplanAPI
import Foundation
import HTTPTypes
import Household
import Testing

@testable import FamplanDaemon

/// The description of the API is the API.
@Suite("the description of the API")
struct OpenAPITests {
    private func daemon() async throws -> InProcess { try InProcess(await Planner.test(), as: .admin) }

    private func document() async throws -> [String: Any] {
        let text = try await daemon().get("/openapi.json").text
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("every route and method is in it, and nothing else; so the table of operations has each endpoint once")
    func whole() async throws {
        let endpoints = try API.test(await Planner.test()).endpoints.map { "\($0.method) \($0.route.rawValue)" }
        let paths = try #require(try await document()["paths"] as? [String: [String: Any]])
        let described = paths.flatMap { path, methods in methods.keys.map { "\($0.uppercased()) \(path)" } }
        #expect(described.sorted() == endpoints.sorted(), "add what is missing to APIOperation.all")
        #expect(APIOperation.all.map { "\($0.method) \($0.route.rawValue)" }.sorted() == endpoints.sorted())
    }

    @Test("every parameter that it names is understood: nonsense changes the answer")
    func parameters() async throws {
        let planner = try await Planner.test()
        let daemon = try InProcess(planner, as: .admin)
        for operation in APIOperation.all where !operation.parameters.isEmpty {
            let needed = operation.parameters.filter(\.isNeeded).map { "\($0.name)=\($0.example ?? "nothing")" }
            // Without it, the answer has no end.
            let ends = operation.route == .watch ? ["once=true"] : []
            let base = operation.route.rawValue + "?" + (needed + ends + ["for=maya"]).joined(separator: "&")
            let plain = try await daemon.get(base)
            for parameter in operation.parameters {
                let others = base.replacing("\(parameter.name)=", with: "other=")
                let answer = try await daemon.get("\(others)&\(parameter.name)=nonsense")
                #expect(answer.text != plain.text, "\(operation.route.rawValue) does not look at \(parameter.name)")
            }
        }
    }

    @Test("who can open the socket may read it, and nothing else unless they are of the household")
    func anybody() async throws {
        let stranger = try InProcess(await Planner.test(), refusing: ErrorBody(.notAllowed, "nobody"))
        #expect(try await stranger.get("/openapi.json").status == 200)
        #expect(try await stranger.get("/v1/status").status == 403)
    }

    @Test("what the daemon really answers is as it says, to every key")
    func answers() async throws {
        let planner = try await Planner.test()
        let daemon = try InProcess(planner, as: .person(ID(trusted: "maya")))
        var asked: [[String: Any]] = []
        for operation in APIOperation.all where operation.answer != nil {
            for target in try await targets(of: operation, planner) {
                let answer = try await daemon.ask(operation.method, target, operation.example ?? "{}")
                let json = try JSONSerialization.jsonObject(with: Data(answer.text.utf8))
                asked.append([
                    "method": operation.method.rawValue.lowercased(), "path": operation.route.rawValue,
                    "status": "\(answer.status)", "answer": json,
                ])
            }
        }
        #expect(asked.filter { $0["status"] as? String == "200" }.count >= 16)
        let folder = try TemporaryFolder()
        let file = "\(folder.path)/answers.json"
        let all: [String: Any] = ["document": try await document(), "answers": asked]
        try JSONSerialization.data(withJSONObject: all).write(to: URL(fileURLWithPath: file))
        let result = try run(
            "/usr/bin/python3",
            [ProjectFile.path("Tests/FamplanDaemonTests/OpenAPI/validate.py"), file]
        )
        #expect(result.status == 0, "\(result.output)")
    }

    private func targets(of operation: APIOperation, _ planner: Planner) async throws -> [String] {
        let path = operation.route.rawValue
        if operation.method == .post { return [path] }
        let given = operation.parameters.compactMap { parameter in
            (parameter.example ?? parameter.choices.first).map { "\(parameter.name)=\($0)" }
        }.joined(separator: "&")
        if operation.route == .suggestions {
            _ = try await planner.conflicts(in: planner.horizon)
            let id = await planner.unresolved.values.first { $0.conflict.kind == .coverageGap }?.id.rawValue ?? ""
            return ["\(path)?conflict=\(id)"]
        }
        if operation.route == .dates { return ["\(path)?\(given)"] }
        return [path, "\(path)?\(given)"]
    }

    private func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let pipe = Pipe()
        (process.standardOutput, process.standardError) = (pipe, pipe)
        try process.run()
        let said = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: said, as: UTF8.self))
    }
}
