import FamplanAPI
import Foundation
import Testing

@testable import FamplanDaemon

/// `famplan watch` as a process of its own.
final class WatchProcess {
    private let process = Process()
    private let output: String
    private let errors: String

    init(_ daemon: DaemonProcess, _ name: String, _ arguments: [String] = []) throws {
        output = "\(daemon.folder.path)/\(name).out"
        errors = "\(daemon.folder.path)/\(name).err"
        for file in [output, errors] { try #require(FileManager.default.createFile(atPath: file, contents: nil)) }
        process.executableURL = URL(fileURLWithPath: Programs.path("famplan"))
        process.arguments = ["watch", "--socket", daemon.socket] + arguments
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = FileHandle(forWritingAtPath: errors)
        try process.run()
    }

    var said: String { (try? String(contentsOfFile: output, encoding: .utf8)) ?? "" }
    var complained: String { (try? String(contentsOfFile: errors, encoding: .utf8)) ?? "" }

    func end(by signal: Int32) -> Int32 {
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        return process.terminationStatus
    }

    deinit { if process.isRunning { _ = end(by: SIGKILL) } }
}

@Suite("watching, with real processes", .serialized, .timeLimit(.minutes(4)))
struct WatchProcessTests {
    private let daemon: DaemonProcess
    private let household: String

    init() throws {
        let folder = try TemporaryFolder()
        household = "\(folder.path)/household.yaml"
        try smallHousehold.write(toFile: household, atomically: true, encoding: .utf8)
        daemon = try DaemonProcess(folder)
        try #require(daemon.famplan(["apply", household, "--yes"]).status == 0)
    }

    /// In the middle of Maya's deep work.
    private func addDentist(_ daemon: DaemonProcess) throws {
        let arguments = ["add", "appointment", "--title", "Dentist", "--who", "maya", "--start", "2026-11-24T09:30"]
        try #require(daemon.famplan(arguments + ["--duration", "1h"]).status == 0)
    }

    private func openFiles() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/\(daemon.pid)/fd").count
    }

    @Test("all who watch are told of a change and of what it breaks, and Ctrl-C is a good end")
    func told() async throws {
        let text = try WatchProcess(daemon, "text")
        let json = try WatchProcess(daemon, "json", ["--json"])
        try await eventually("they watch") { text.said.contains("Ctrl-C") && json.said.contains("begin") }
        try addDentist(daemon)
        try await eventually("both were told") {
            text.said.contains("double-booked") && json.said.contains(#""found""#)
        }
        #expect(text.said.contains("add appointment “Dentist”"))
        let lines = json.said.split(separator: "\n")
        let events = try lines.map {
            try JSONDecoder().decode(Document<WatchEvent>.self, from: Data($0.utf8)).body.event
        }
        #expect(events == ["begin", "change", "found"])
        #expect(text.end(by: SIGINT) == 0)
        #expect(json.end(by: SIGTERM) == 0)
        #expect(text.complained.isEmpty && json.complained.isEmpty)
    }

    @Test("one who vanished is forgotten without any news")
    func vanished() async throws {
        let watching = try (0..<8).map { try WatchProcess(daemon, "watch-\($0)") }
        try await eventually("all watch") { watching.allSatisfy { $0.said.contains("Ctrl-C") } }
        let during = try openFiles()
        for process in watching { _ = process.end(by: SIGKILL) }
        try await eventually("nothing is left of them") { try openFiles() <= during - 8 }
    }

    @Test("one who does not read keeps nobody waiting, and not the daemon from stopping")
    func slow() async throws {
        let silent = try SocketConnection(daemon.socket)
        silent.send("GET /v1/watch HTTP/1.1\r\nHost: f\r\n\r\n")
        let other = try WatchProcess(daemon, "other", ["--json"])
        try await eventually("it watches") { other.said.contains("begin") }
        try addDentist(daemon)
        // More than the socket and the daemon hold for one: each change is told with fifty things.
        let events = (0..<60).map { number in
            "BEGIN:VEVENT\r\nUID:\(number)@x\r\nDTSTAMP:20261101T000000Z\r\nDTSTART;VALUE=DATE:20270201\r\n"
                + "SUMMARY:\(String(repeating: "long ", count: 20))\(number)\r\nEND:VEVENT\r\n"
        }
        let calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n\(events.joined())END:VCALENDAR\r\n"
        try calendar.write(toFile: "\(daemon.folder.path)/many.ics", atomically: true, encoding: .utf8)
        try #require(daemon.famplan(["import", "\(daemon.folder.path)/many.ics", "--as", "family"]).status == 0)
        for change in 3..<33 { try #require(daemon.famplan(["undo", "\(change)"]).status == 0) }
        try await eventually("the other was told of all") { other.said.count(of: #""event":"change""#) == 32 }
        #expect(other.said.utf8.count > 600_000)
        #expect(daemon.terminate() == 0)
        withExtendedLifetime(silent) {}
    }

    @Test("when the daemon goes it is said, and what was missed is told once it is back")
    func restart() async throws {
        let watching = try WatchProcess(daemon, "watch")
        try await eventually("it watches") { watching.said.contains("Ctrl-C") }
        #expect(daemon.terminate() == 0)
        try await eventually("that it is gone is said") { watching.complained.contains("the daemon is gone") }
        let again = try DaemonProcess(daemon.folder)
        try await eventually("it is back") { watching.complained.contains("the daemon is back") }
        try addDentist(again)
        try await eventually("it goes on") { watching.said.contains("double-booked") }
        #expect(watching.complained.count(of: "gone") == 1)
        #expect(watching.end(by: SIGINT) == 0)
    }
}

extension String {
    fileprivate func count(of part: String) -> Int { components(separatedBy: part).count - 1 }
}
