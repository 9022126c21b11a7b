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
        let api = API(
            reads: ReadController(planner: planner, about: About(configuration: configuration, since: monday)),
            changes: ChangeController(planner: planner),
            outbox: OutboxController(planner: planner),
            backups: BackupController(
                planner: planner,
                backups: Backups(of: planner, folder: configuration.stateDirectory)
            )
        )
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

/// A client that says what it is told to and nothing else.
private final class SocketConnection {
    private let descriptor: CInt

    /// Waits until somebody listens.
    init(_ path: String) throws {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
        // Far longer than anything here lasts: a test that waits for it has failed.
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var tries = 0
        while !isConnected(to: address) {
            tries += 1
            try #require(tries < 1000, "nobody listens on \(path)")
            usleep(10_000)
        }
    }

    func send(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes {
                Foundation.send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }

    /// Everything until the other side closes, and whether it did.
    func readToEnd() -> (text: String, isEnded: Bool) {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return (String(decoding: bytes, as: UTF8.self), count == 0) }
            bytes += buffer.prefix(count)
        }
    }

    private func isConnected(to address: sockaddr_un) -> Bool {
        withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
    }

    deinit { close(descriptor) }
}
