import Foundation
import Testing

@testable import FamplanDaemon

/// The daemon as systemd starts it, without systemd: a socket, variables, and somebody who listens.
@Suite("the daemon as a service", .timeLimit(.minutes(2)))
struct ServiceProcessTests {
    @Test("it says that it is ready, how things are, twice and more that it is alive, and that it stops")
    func notifies() throws {
        let folder = try TemporaryFolder()
        let manager = try NotifySocket(in: folder)
        let environment = ["NOTIFY_SOCKET": manager.path, "WATCHDOG_USEC": "2000000"]
        let daemon = try DaemonProcess(folder, waiting: false, now: nil, environment: environment)
        try manager.wait(for: "READY=1")
        try #require(daemon.famplan(["status"]).status == 0)
        for _ in 0..<3 { try manager.wait(for: "WATCHDOG=1") }
        let file = "\(folder.path)/household.yaml"
        try smallHousehold.write(toFile: file, atomically: true, encoding: .utf8)
        try #require(daemon.famplan(["apply", file, "--yes"]).status == 0)
        try manager.wait(for: "STATUS=2 entries, ")
        #expect(daemon.terminate() == 0)
        try manager.wait(for: "STOPPING=1")
        #expect(manager.told.contains("STATUS=0 entries, 0 conflicts in sight"))
    }

    @Test("without a watchdog it gives no sign of life")
    func unwatched() throws {
        let folder = try TemporaryFolder()
        let manager = try NotifySocket(in: folder)
        let daemon = try DaemonProcess(folder, waiting: false, now: nil, environment: ["NOTIFY_SOCKET": manager.path])
        try manager.wait(for: "STATUS=")
        #expect(daemon.terminate() == 0)
        try manager.wait(for: "STOPPING=1")
        #expect(!manager.told.contains("WATCHDOG=1"))
    }

    @Test("it serves the socket that it was given, as what it is, and leaves it where it lies")
    func activated() throws {
        let daemon = try DaemonProcess(try TemporaryFolder(), isActivated: true)
        let status = try daemon.famplan(["status"])
        #expect(status.status == 0)
        #expect(status.output.contains(daemon.socket))
        #expect(daemon.terminate() == 0)
        #expect(FileManager.default.fileExists(atPath: daemon.socket))
    }

    @Test("what it was given is not given on to programs that it starts")
    func handsNothingOn() async throws {
        let folder = try TemporaryFolder()
        let (seen, program) = ("\(folder.path)/seen", "\(folder.path)/tell")
        try "#!/bin/sh\nenv >\(seen)\nls /proc/$$/fd >>\(seen)\necho done >>\(seen)\n".write(
            toFile: program,
            atomically: true,
            encoding: .utf8
        )
        chmod(program, 0o700)
        try "channels: { script: { kind: exec, command: [\(program)] } }".write(
            toFile: "\(folder.path)/famplan.yaml",
            atomically: true,
            encoding: .utf8
        )
        let manager = try NotifySocket(in: folder)
        let environment = [
            "NOTIFY_SOCKET": manager.path, "WATCHDOG_USEC": "2000000", "FAMPLAN_CONFIG": "\(folder.path)/famplan.yaml",
        ]
        let daemon = try DaemonProcess(folder, now: nil, environment: environment, isActivated: true)
        let household = smallHousehold.replacing(
            "name: Maya, role: parent",
            with: "name: Maya, role: parent, notify: { channels: [{ channel: script }] }"
        )
        try household.write(toFile: "\(folder.path)/household.yaml", atomically: true, encoding: .utf8)
        try #require(daemon.famplan(["apply", "\(folder.path)/household.yaml", "--yes"]).status == 0)
        let test = try daemon.famplan(["notify", "test", "--for", "maya", "--channel", "script"])
        try #require(test.status == 0, "\(test.errors)")
        try await eventually("the program has been run by the worker that sends") {
            (try? String(contentsOfFile: seen, encoding: .utf8))?.hasSuffix("done\n") ?? false
        }
        let lines = try String(contentsOfFile: seen, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(lines.contains { $0.hasPrefix("PATH=") })
        for variable in ["LISTEN_", "NOTIFY_", "WATCHDOG_"] {
            #expect(!lines.contains { $0.hasPrefix(variable) }, "\(lines)")
        }
        // The shell's own script lies at 10 or above.
        #expect(lines.compactMap { Int($0) }.filter { (3..<10).contains($0) }.isEmpty, "\(lines)")
    }

    @Test("told to stop in the middle of a request, it answers that first")
    func graceful() throws {
        let folder = try TemporaryFolder()
        let manager = try NotifySocket(in: folder)
        let environment = ["NOTIFY_SOCKET": manager.path]
        let daemon = try DaemonProcess(folder, now: nil, environment: environment, isActivated: true)
        let connection = try SocketConnection(daemon.socket)
        connection.send("POST /v1/undo HTTP/1.1\r\nHost: f\r\nExpect: 100-continue\r\nContent-Length: 30\r\n\r\n{")
        // The next one is answered: so this one has been taken.
        try #require(daemon.famplan(["status"]).status == 0)
        Foundation.kill(daemon.pid, SIGTERM)
        try manager.wait(for: "STOPPING=1")
        connection.send(String(repeating: " ", count: 28) + "}")
        #expect(connection.readToEnd().text.contains("HTTP/1.1 400 Bad Request"))
        #expect(daemon.ended().status == 0)
    }
}
