import ArgumentParser
import FamplanAPI
import Foundation
import Hummingbird
import Logging
import NIOCore
import Testing

@testable import FamplanDaemon

/// The daemon's own server on a real socket, spoken to byte by byte.
@Suite("the server", .timeLimit(.minutes(1)))
struct ServerTests {
    @Test("a request over the limit is answered with 413 and what the limit is")
    func tooLarge() async throws {
        let body = String(repeating: " ", count: (32 << 20) + 1)
        let answer = try await answer(to: post("/v1/entries", body)).text
        #expect(answer.hasPrefix("HTTP/1.1 413 "))
        #expect(answer.contains(#""kind":"too-large""#))
        #expect(answer.contains("larger than 32 MiB"))
    }

    @Test("a NUL in a request is the caller's mistake: 400")
    func nul() async throws {
        let fields = #"{"kind":["family"],"title":["a\u0000b"],"people":["maya"],"start":["2026-11-24"]}"#
        let body = #"{"fields":\#(fields),"options":{"dryRun":false,"strict":false}}"#
        let answer = try await answer(to: post("/v1/entries", body)).text
        #expect(answer.hasPrefix("HTTP/1.1 400 "))
        #expect(answer.contains(#""kind":"invalid""#))
    }

    @Test("a body in chunks that are none is the caller's mistake: 400")
    func chunks() async throws {
        let head = "POST /v1/undo HTTP/1.1\r\nHost: f\r\nTransfer-Encoding: chunked\r\n\r\n"
        let answer = try await answer(to: head + "2\r\n{}\r\nzz\r\n").text
        #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(answer.prefix(300))")
    }

    @Test(
        "a connection on which nothing comes any more is closed: at once, after an answer, and within a request",
        arguments: [
            "", "GET /v1/status HTTP/1.1\r\nHost: f\r\n\r\n", "GET /v1/status HTTP/1.1\r\nHost",
            "POST /v1/undo HTTP/1.1\r\nHost: f\r\nContent-Length: 10\r\n\r\n{",
        ]
    )
    func idle(said: String) async throws {
        let answer = try await answer(to: said, idleTimeout: .milliseconds(200))
        #expect(answer.isEnded)
        #expect(answer.text.hasPrefix("HTTP/1.1 200 ") == said.hasSuffix("f\r\n\r\n"))
    }

    private func post(_ path: String, _ body: String) -> String {
        let length = "Content-Length: \(body.utf8.count)"
        return "POST \(path) HTTP/1.1\r\nHost: f\r\nConnection: close\r\n\(length)\r\n\r\n\(body)"
    }

    /// Starts the server, says something on one connection, and gives what it answers until it closes that.
    private func answer(
        to request: String,
        idleTimeout: TimeAmount = .seconds(60)
    ) async throws -> (text: String, isEnded: Bool) {
        let folder = try TemporaryFolder()
        let planner = try await Planner.test()
        let places = ["FAMPLAN_STATE": "\(folder.path)/state", "FAMPLAN_SOCKET": "\(folder.path)/s"]
        let configuration = try DaemonConfiguration(Arguments.parse([]), environment: places)
        let api = try API.test(planner, state: folder.path)
        let server = SocketServer(
            path: configuration.socketPath,
            responder: api.router(planner: planner).buildResponder(),
            keeping: try StateDirectory(configuration.stateDirectory),
            idleTimeout: idleTimeout,
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        )
        let running = Task { try await server.run() }
        defer { running.cancel() }
        // On a thread of its own, since it waits for the socket.
        return try await withCheckedThrowingContinuation { continuation in
            Thread {
                continuation.resume(
                    with: Result {
                        let connection = try SocketConnection(configuration.socketPath)
                        connection.send(request)
                        return connection.readToEnd()
                    }
                )
            }.start()
        }
    }
}
