import FamplanAPI
import Foundation
import Testing

@testable import FamplanDaemon

@Suite("at rest, with all that it can be told to do", .serialized, .timeLimit(.minutes(6)))
struct RestTests {
    private let server: LoopbackServer
    private let running: ConfiguredDaemon

    init() throws {
        let server = try LoopbackServer()
        self.server = server
        running = try ConfiguredDaemon(
            { folder in
                """
                heartbeat: beat-url
                channels:
                  email: { kind: email, from: famplan@home.example, command: [/bin/sh, -c, 'cat >> \(folder.folder.path)/email'] }
                  hook: { kind: webhook, url: hook-url, key: hook-key }
                  push: { kind: ntfy, server: '\(server.address)/ntfy' }
                  script: \(ConfiguredDaemon.keeper("script", in: folder))
                """
            },
            channels: ["email", "hook", "script"],
            credentials: ["hook-url": "\(server.address)/hook", "beat-url": "\(server.address)/beat"]
        )
        try subscribe()
    }

    /// ntfy's address is a topic.
    private func subscribe() throws {
        let file = "\(running.folder.folder.path)/household.yaml"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try text.replacing("channels: [ ", with: "channels: [ { channel: push, address: family }, ")
            .write(toFile: file, atomically: true, encoding: .utf8)
        try #require(running.daemon.famplan(["apply", file, "--yes"]).status == 0)
    }

    /// Many read from the database at once.
    private func askTogether() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [
            "-c",
            "for i in $(seq 20); do printf 'history\noutbox list\ndoctor\n'; done | xargs -P 20 -L 1 \"$1\"",
            "sh", Programs.path("famplan"),
        ]
        process.environment = ["FAMPLAN_SOCKET": running.daemon.socket, "PATH": "/usr/bin:/bin"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(!said.isEmpty)
        #expect(process.terminationStatus == 0)
    }

    @Test(
        "after it has sent through every channel, was read again and has called, and while some watch, it wakes at most twice a minute"
    )
    func rests() async throws {
        try askTogether()
        let watching = try (0..<3).map { try WatchProcess(running.daemon, "watch-\($0)") }
        kill(running.daemon.pid, SIGHUP)
        #expect(try running.test().status == 0)
        try await eventually("everything was sent") {
            Set(server.requests) == ["GET /beat", "POST /hook", "POST /ntfy"] && !running.kept("email").isEmpty
                && !running.kept("script").isEmpty
        }
        let heartbeat = try #require(try running.status().heartbeat)
        #expect(heartbeat.name == "beat-url" && heartbeat.lastSuccess != nil && heartbeat.failures == 0)
        let names = try threads().values.map(\.name)
        #expect(names.contains("famplan.alarm"))
        #expect(!names.contains { $0.hasSuffix("qos") }, "\(names)")
        // It may take its time, on a busy machine, to come to rest: connections end after some seconds.
        var figures: [Int] = []
        for _ in 0..<8 {
            let before = try threads()
            try await Task.sleep(for: .seconds(30))
            figures.append(try wakeUps(since: before))
            if figures.last ?? .max <= 1 { break }
        }
        print("wake-ups in half a minute each: \(figures)")
        #expect(figures.last ?? .max <= 1, "\(figures)")
        #expect(server.requests.count { $0 == "GET /beat" } == 1)
        #expect(watching.allSatisfy { $0.said.contains("Ctrl-C") && $0.complained.isEmpty })
    }

    private struct ThreadState {
        let name: String
        /// How often it was woken, or had to wait for others.
        let switches: Int
    }

    private func threads() throws -> [String: ThreadState] {
        let folder = "/proc/\(running.daemon.pid)/task"
        var states: [String: ThreadState] = [:]
        for thread in try FileManager.default.contentsOfDirectory(atPath: folder) {
            // One that ended meanwhile is none.
            guard let text = try? String(contentsOfFile: "\(folder)/\(thread)/status", encoding: .utf8) else {
                continue
            }
            let fields = text.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
            let name = fields.first { $0[0] == "Name:" }?.last ?? ""
            let switches = fields.filter { $0[0].hasSuffix("voluntary_ctxt_switches:") }.compactMap {
                $0.last.flatMap(Int.init)
            }
            states[thread] = ThreadState(name: name, switches: switches.reduce(0, +))
        }
        return states
    }

    private func wakeUps(since before: [String: ThreadState]) throws -> Int {
        try threads().reduce(0) { $0 + $1.value.switches - (before[$1.key]?.switches ?? 0) }
    }
}

@Suite("the heartbeat of a daemon", .serialized, .timeLimit(.minutes(3)))
struct HeartbeatProcessTests {
    private func running(_ server: LoopbackServer) throws -> ConfiguredDaemon {
        try ConfiguredDaemon(
            { _ in "heartbeat: beat-url\n" },
            channels: [],
            credentials: ["beat-url": "\(server.address)/s3cret"]
        )
    }

    @Test("it calls at its start; status says when that was answered; a restart does not call again")
    func answers() async throws {
        let server = try LoopbackServer()
        let running = try running(server)
        try await eventually("it is answered") { try running.status().heartbeat?.lastSuccess != nil }
        #expect(try running.daemon.famplan(["status"]).output.contains("heartbeat"))
        #expect(running.daemon.terminate() == 0)
        let again = try DaemonProcess(
            running.folder.folder,
            now: nil,
            arguments: ["--config", running.folder.path],
            environment: running.folder.environment
        )
        #expect(try again.famplan(["week"]).status == 0)
        #expect(again.terminate() == 0)
        #expect(server.requests == ["GET /s3cret"])
    }

    @Test(
        "a server with trouble is told in the status, without its address; so is one that hangs, and stopping is quick"
    )
    func trouble() async throws {
        let server = try LoopbackServer(status: 500)
        let running = try running(server)
        try await eventually("the failure is told") { try running.status().heartbeat?.lastError != nil }
        let heartbeat = try #require(try running.status().heartbeat)
        #expect(heartbeat.failures == 1 && heartbeat.lastSuccess == nil)
        #expect(heartbeat.lastError == "the server has trouble of its own (500)")
        let shown = try running.daemon.famplan(["status"]).output
        #expect(shown.contains("not answered yet, last error"))
        server.answer(nil)
        try running.folder.give("beat-url", "\(server.address)/s3cret/2")
        kill(running.daemon.pid, SIGHUP)
        try await eventually("the other address is called") { server.requests.last == "GET /s3cret/2" }
        #expect(try running.daemon.famplan(["week"]).status == 0)
        #expect(running.daemon.terminate() == 0)
        #expect(!running.daemon.ended().errors.contains("s3cret"))
    }
}
