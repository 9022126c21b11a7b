import FamplanAPI
import Foundation
import Household
import ICalendar
import Notifications
import Testing

@testable import FamplanDaemon

@Suite("links in messages, with the programs as a user has them", .serialized, .timeLimit(.minutes(3)))
struct ActionProcessTests {
    private let port: Int
    private var configuration: String { "listen: 127.0.0.1:\(port)\naddress: https://home.example/famplan\n" }

    init() throws {
        port = try Loopback.freePort()
    }

    /// One that listens for links when this returns: it may answer on its Unix socket before.
    private func listening(_ folder: TemporaryFolder, now: String?) async throws -> DaemonProcess {
        let daemon = try DaemonProcess(folder, now: now, configuration: configuration)
        try await eventually("the daemon did not listen for links") { try sockets(of: daemon) == 1 }
        return daemon
    }

    private func prepared(_ folder: TemporaryFolder, now: String?, isListening: Bool = true) async throws
        -> DaemonProcess
    {
        let daemon =
            isListening ? try await listening(folder, now: now) : try DaemonProcess(folder, now: now)
        let file = "\(folder.path)/household.yaml"
        try smallHousehold.write(toFile: file, atomically: true, encoding: .utf8)
        try #require(daemon.famplan(["apply", file, "--yes"]).status == 0)
        return daemon
    }

    /// The daemon's own TCP sockets, by their inodes in /proc/net/tcp and tcp6.
    private func sockets(of daemon: DaemonProcess) throws -> Int {
        let folder = "/proc/\(daemon.pid)/fd"
        let targets = try FileManager.default.contentsOfDirectory(atPath: folder).compactMap {
            try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")
        }
        let tables = try ["tcp", "tcp6"].map {
            try String(contentsOfFile: "/proc/\(daemon.pid)/net/\($0)", encoding: .utf8)
        }
        let inodes = tables.flatMap { $0.split(separator: "\n").dropFirst() }.compactMap { line in
            line.split(separator: " ").dropFirst(9).first.map { "socket:[\($0)]" }
        }
        return Set(targets).intersection(inodes).count
    }

    @Test("no TCP socket is open where nothing is configured, and no key is made; one is where it is")
    func off() async throws {
        let folder = try TemporaryFolder()
        let daemon = try await prepared(folder, now: nil, isListening: false)
        #expect(try sockets(of: daemon) == 0)
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/state/action.key"))
        #expect(daemon.terminate() == 0)
        let listening = try await listening(folder, now: nil)
        #expect(try sockets(of: listening) == 1)
        #expect(FileManager.default.fileExists(atPath: "\(folder.path)/state/action.key"))
    }

    /// As a message to Maya about the conflict would have it.
    private func token(of conflict: ConflictItem, _ folder: TemporaryFolder) throws -> String {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/state/action.key"))
        let key = try #require(ActionKey(Array(bytes)))
        let action = Message.Action(
            kind: .accept,
            conflict: ID(trusted: try #require(conflict.id)),
            severity: .critical,
            label: "Accept",
            expires: Instant(rfc3339: "2026-11-24T14:00:00+01:00")!
        )
        let message = Message(
            id: "conflicts-1",
            kind: .conflicts,
            severity: .critical,
            person: ID(trusted: "maya"),
            title: "",
            text: "",
            short: "",
            createdAt: monday
        )
        return ActionToken(action, of: message).text(key: key)
    }

    private func conflicts(_ daemon: DaemonProcess) throws -> [ConflictItem] {
        let list = try daemon.famplan(["conflicts", "--json"]).output
        return try JSONDecoder().decode(Document<Conflicts>.self, from: Data(list.utf8)).body.conflicts
    }

    @Test("a restart, and a kill, keep tokens valid, and what was used used")
    func restart() async throws {
        let folder = try TemporaryFolder()
        let now = "2026-11-23T08:00:00+01:00"
        var daemon = try await prepared(folder, now: now)
        let dentist = ["add", "appointment", "--title", "Dentist", "--people", "kofi", "--start", "2026-11-24T14:00"]
        try #require(daemon.famplan(dentist + ["--duration", "1h"]).status == 0)
        let conflict = try #require(try conflicts(daemon).first)
        let request =
            "POST /a/\(try token(of: conflict, folder)) HTTP/1.1\r\nHost: home.example\r\nContent-Length: 0\r\n\r\n"
        #expect(daemon.terminate() == 0)
        daemon = try await listening(folder, now: now)
        let first = try await Loopback.exchange(request, port: port).text
        #expect(first.hasPrefix("HTTP/1.1 200 ") && first.contains(">Noted</h1>"))
        #expect(try conflicts(daemon).first?.accepted?.by == "maya")
        #expect(try conflicts(daemon).first?.accepted?.reason == "From a message")
        daemon.kill()
        daemon = try await listening(folder, now: now)
        let second = try await Loopback.exchange(request, port: port).text
        #expect(second.hasPrefix("HTTP/1.1 200 ") && second.contains("Already noted"))
    }

    @Test("a listening daemon rests: at work it starts no thread of Swift's own pool")
    func rests() async throws {
        let daemon = try await prepared(try TemporaryFolder(), now: nil)
        for path in ["/a/x", "/v1/status"] {
            let request = "GET \(path) HTTP/1.1\r\nHost: home.example\r\n\r\n"
            #expect(try await Loopback.exchange(request, port: port).text.hasPrefix("HTTP/1.1 404 "))
        }
        let threads = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(daemon.pid)/task")
        let names = threads.compactMap {
            try? String(contentsOfFile: "/proc/\(daemon.pid)/task/\($0)/comm", encoding: .utf8)
        }
        #expect(names.contains("famplan.alarm\n"))
        #expect(!names.contains { $0.hasSuffix("qos\n") }, "\(names)")
        #expect(daemon.terminate() == 0)
    }

    @Test("a port that another has is told with the key that names it")
    func taken() async throws {
        let daemon = try await prepared(try TemporaryFolder(), now: nil)
        let other = try DaemonProcess(try TemporaryFolder(), waiting: false, configuration: configuration)
        let (status, errors) = other.ended()
        #expect(status == 78)
        #expect(errors.contains("cannot listen on 127.0.0.1, port \(port) (`listen`): Address already in use"))
        #expect(try daemon.famplan(["status"]).status == 0)
    }

    @Test("the digest shows where links are, and none that works")
    func digest() async throws {
        let daemon = try await prepared(try TemporaryFolder(), now: "2026-11-24T06:30:00+01:00")
        let dentist = ["add", "appointment", "--title", "Dentist", "--people", "kofi", "--start", "2026-11-24T14:00"]
        try #require(daemon.famplan(dentist + ["--duration", "1h"]).status == 0)
        let text = try daemon.famplan(["digest", "--for", "maya"]).output
        #expect(text.contains("    Live with it: https://home.example/famplan/a/…\n"))
        let html = try daemon.famplan(["digest", "--for", "maya", "--html"]).output
        #expect(html.contains("<a href=\"https://home.example/famplan/a/…\">Live with it</a>"))
        #expect(!text.contains("accept_") && !html.contains("accept_"))
    }
}
