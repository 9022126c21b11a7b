import FamplanClient
import Glibc
import Testing

@Suite struct SocketTransportTests {
    private let get = WireRequest(method: .get, target: "/v1/agenda?from=2026-11-24")

    @Test("an answer comes back with its status and its bytes")
    func answer() async throws {
        try await TestServer.with(.answer(status: 404, body: Array("{}".utf8))) { server in
            let response = try await SocketTransport(path: server.path).send(get)

            #expect(response == WireResponse(status: 404, body: Array("{}".utf8)))
            #expect(server.requests.map(\.method) == ["GET"])
            #expect(server.requests.map(\.target) == ["/v1/agenda?from=2026-11-24"])
        }
    }

    @Test("a body goes over whole, with its length and type", arguments: [0, 5, 3_000_000])
    func body(size: Int) async throws {
        let body = [UInt8](repeating: UInt8(ascii: "x"), count: size)
        try await TestServer.with(.answer(status: 200, body: [])) { server in
            _ = try await SocketTransport(path: server.path)
                .send(WireRequest(method: .post, target: "/v1/household", body: body))

            let request = try #require(server.requests.first)
            #expect(request.body == body)
            #expect(request.headers["content-length"] == String(size))
            #expect(request.headers["content-type"] == "application/json")
            #expect(request.headers["host"] == "famplan")
        }
    }

    @Test("an answer of several megabytes comes back whole")
    func largeAnswer() async throws {
        let body = (0..<5_000_000).map { UInt8(truncatingIfNeeded: $0) }
        try await TestServer.with(.answer(status: 200, body: body)) { server in
            let response = try await SocketTransport(path: server.path).send(get)

            #expect(response.body == body)
        }
    }

    @Test("an answer over the limit is refused")
    func overLimit() async throws {
        let body = [UInt8](repeating: 0, count: 1_001)
        try await TestServer.with(.answer(status: 200, body: body)) { server in
            let error = await #expect(throws: ClientError.self) {
                try await SocketTransport(path: server.path, limit: 1_000).send(get)
            }
            guard case .tooLarge(limit: 1_000) = error else { return _ = Issue.record("\(error as Any)") }
        }
    }

    @Test("a socket that is not there is unreachable, and the error names it")
    func notThere() async throws {
        let path = "/tmp/famplan-test-\(UInt64.random(in: 0 ... .max)).sock"

        let error = await #expect(throws: ClientError.self) { try await SocketTransport(path: path).send(get) }

        guard case .unreachable(path, "no such file or directory") = error else {
            return _ = Issue.record("\(error as Any)")
        }
    }

    @Test("a socket that nobody listens on any more is unreachable")
    func nobodyListens() async throws {
        let path = "/tmp/famplan-test-\(UInt64.random(in: 0 ... .max)).sock"
        leaveSocket(at: path)
        defer { unlink(path) }

        let error = await #expect(throws: ClientError.self) { try await SocketTransport(path: path).send(get) }

        guard case .unreachable(path, "connection refused") = error else {
            return _ = Issue.record("\(error as Any)")
        }
    }

    @Test("a path longer than a socket's may be is unreachable")
    func longPath() async throws {
        let path = "/tmp/" + String(repeating: "x", count: 200)

        let error = await #expect(throws: ClientError.self) { try await SocketTransport(path: path).send(get) }

        guard case .unreachable(path, _) = error else { return _ = Issue.record("\(error as Any)") }
    }

    @Test("a daemon that closes before its answer is complete interrupts", arguments: [false, true])
    func hangsUp(halfWay: Bool) async throws {
        try await TestServer.with(halfWay ? .hangUpHalfWay : .hangUp) { server in
            let error = await #expect(throws: ClientError.self) {
                try await SocketTransport(path: server.path).send(get)
            }
            guard case .interrupted = error else { return _ = Issue.record("\(error as Any)") }
        }
    }

    @Test("something that is not HTTP is unreadable")
    func notHTTP() async throws {
        try await TestServer.with(.babble) { server in
            let error = await #expect(throws: ClientError.self) {
                try await SocketTransport(path: server.path).send(get)
            }
            guard case .unreadable = error else { return _ = Issue.record("\(error as Any)") }
        }
    }

    @Test("a daemon that says nothing is not waited for without end")
    func silence() async throws {
        try await TestServer.with(.silence) { server in
            let error = await #expect(throws: ClientError.self) {
                try await SocketTransport(path: server.path, patience: .milliseconds(20)).send(get)
            }
            guard case .timedOut = error else { return _ = Issue.record("\(error as Any)") }
        }
    }

    /// A socket file as a killed daemon leaves it.
    private func leaveSocket(at path: String) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let file = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(file, $0, length) }
        }
        #expect(bound == 0)
        close(file)
    }
}
