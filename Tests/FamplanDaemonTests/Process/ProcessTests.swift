import FamplanAPI
import Foundation
import Testing

@testable import FamplanDaemon

/// The two programs as a user has them: processes, a socket, a database on the disk.
@Suite("the programs", .serialized)
struct ProcessTests {
    private func applied(_ daemon: DaemonProcess) throws {
        let file = "\(daemon.folder.path)/household.yaml"
        try smallHousehold.write(toFile: file, atomically: true, encoding: .utf8)
        let result = try daemon.famplan(["apply", file, "--yes"])
        try #require(result.status == 0, "\(result.errors)")
    }

    @Test("kill -9 in the middle of 200 adds: every add that was answered is there after the restart, none twice")
    func killed() async throws {
        let folder = try TemporaryFolder()
        let daemon = try DaemonProcess(folder)
        try applied(daemon)
        let answered = Acknowledged()
        let (socket, pid) = (daemon.socket, daemon.pid)
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    for number in stride(from: writer, to: 200, by: 4) {
                        let id = "add-\(number)"
                        let result = try? Programs.famplan(
                            [
                                "add", "family", "--id", id, "--title", id, "--people", "maya", "--start",
                                "2026-11-28T10:00", "--duration", "1h",
                            ],
                            socket: socket
                        )
                        guard result?.status == 0 else { return }
                        if await answered.add(id) == 60 { Foundation.kill(pid, SIGKILL) }
                    }
                }
            }
        }
        let acknowledged = await answered.ids
        #expect(acknowledged.count >= 60 && acknowledged.count < 200)
        let again = try DaemonProcess(folder)
        let agenda = try again.famplan(["agenda", "--from", "2026-11-28", "--to", "2026-11-29", "--json"])
        let document = try JSONDecoder().decode(Document<Agenda>.self, from: Data(agenda.output.utf8))
        let present = document.body.items.map(\.entry).filter { $0.hasPrefix("add-") }
        #expect(Set(acknowledged).subtracting(present).isEmpty)
        #expect(Set(present).count == present.count)
    }

    @Test("a second daemon on the same state says who holds it, and leaves the first alone")
    func second() throws {
        let folder = try TemporaryFolder()
        let daemon = try DaemonProcess(folder)
        let other = try DaemonProcess(folder, waiting: false)
        let (status, errors) = other.ended()
        #expect(status == 78)
        #expect(errors.contains("is held by another famplan-daemon (process "))
        #expect(try daemon.famplan(["status"]).status == 0)
    }

    @Test("it stops gracefully, and takes its socket with it")
    func stops() throws {
        let daemon = try DaemonProcess(try TemporaryFolder())
        #expect(daemon.terminate() == 0)
        #expect(!FileManager.default.fileExists(atPath: daemon.socket))
    }

    @Test(
        "it stops at once, though it sleeps until midnight",
        .timeLimit(.minutes(5)),
        arguments: [nil, "2026-11-23T08:00:00+01:00"]
    )
    func stopsAtOnce(now: String?) throws {
        let daemon = try DaemonProcess(try TemporaryFolder(), now: now)
        try applied(daemon)
        #expect(daemon.terminate() == 0)
    }

    @Test("at work it starts no thread of Swift's own pool, which would wake the machine once a second from then on")
    func rests() throws {
        let daemon = try DaemonProcess(try TemporaryFolder(), now: nil)
        try applied(daemon)
        for command in ["week", "conflicts", "history", "status"] {
            try #require(daemon.famplan([command]).status == 0)
        }
        let threads = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(daemon.pid)/task")
        let names = threads.compactMap {
            try? String(contentsOfFile: "/proc/\(daemon.pid)/task/\($0)/comm", encoding: .utf8)
        }
        #expect(names.contains("famplan.alarm\n"))
        // Those of the queues that nobody looks after end in “overcommit”.
        #expect(!names.contains { $0.hasSuffix("qos\n") }, "\(names)")
    }

    @Test("what somebody else changes soon is on its way to a parent who has just asked for it, and once after kill -9")
    func changes() throws {
        let folder = try TemporaryFolder()
        let daemon = try DaemonProcess(folder)
        try applied(daemon)
        let asked = try daemon.famplan(["person", "edit", "maya", "--channel", "phone", "--language", "de"])
        #expect(asked.status == 0, "\(asked.errors)")
        #expect(asked.output.contains("dates in de; phone: warning, digest, reminders, changes"))
        #expect(try daemon.famplan(["person", "show", "maya"]).output.contains("phone"))
        let call = ["add", "appointment", "--title", "Call", "--people", "maya", "--start", "2026-11-23T09:00"]
        #expect(try daemon.famplan(call + ["--duration", "1h"]).status == 0)
        func outbox(_ daemon: DaemonProcess) throws -> [OutboxItem] {
            let text = try daemon.famplan(["outbox", "--json"]).output
            return try JSONDecoder().decode(Document<OutboxList>.self, from: Data(text.utf8)).body.rows
        }
        var rows: [OutboxItem] = []
        while rows.isEmpty { rows = try outbox(daemon) }
        #expect(rows.map(\.kind) == ["change"] && rows.map(\.title) == ["1 change by the administrator"])
        daemon.kill()
        let again = try DaemonProcess(folder)
        #expect(try again.famplan(["skip", "deep-work@2026-11-24"]).status == 0)
        #expect(try outbox(again) == rows)
    }

    @Test("no daemon: 69, with the socket that was tried and the command that starts it")
    func unreachable() throws {
        let result = try Programs.famplan(["week"], socket: "/nonexistent/famplan.sock")
        #expect(result.status == 69)
        #expect(result.errors.contains("/nonexistent/famplan.sock"))
        #expect(result.errors.contains("famplan-daemon") || result.errors.contains("systemctl start famplan"))
    }

    @Test("exit statuses: conflicts 3, no such id 4, usage 2, a file with mistakes 1")
    func statuses() throws {
        let daemon = try DaemonProcess(try TemporaryFolder())
        try applied(daemon)
        let dentist = [
            "add", "appointment", "--title", "Dentist", "--people", "kofi", "--start", "2026-11-24T14:00", "--duration",
            "1h",
        ]
        #expect(try daemon.famplan(["conflicts", "--check"]).status == 0)
        #expect(try daemon.famplan(dentist + ["--strict"]).status == 3)
        #expect(try daemon.famplan(dentist).status == 0)
        #expect(try daemon.famplan(["conflicts", "--check"]).status == 3)
        #expect(try daemon.famplan(["rm", "nothing-here"]).status == 4)
        #expect(try daemon.famplan(["weak"]).status == 2)
        let file = "\(daemon.folder.path)/bad.yaml"
        try "people: [ { id: Maya } ]".write(toFile: file, atomically: true, encoding: .utf8)
        let bad = try daemon.famplan(["apply", file, "--yes"])
        #expect(bad.status == 1)
        #expect(bad.errors.contains("bad.yaml:1"))
    }

    @Test("a carer's Unix user looks at what concerns them, and changes nothing", .enabled(if: getuid() == 0))
    func carer() throws {
        let daemon = try DaemonProcess(try TemporaryFolder())
        chmod(daemon.folder.path, 0o755)
        chmod(daemon.socket, 0o666)
        let nobody: UInt32 = 65_534
        let file = "\(daemon.folder.path)/household.yaml"
        let text =
            smallHousehold.replacing("name: Ama, role: carer", with: "name: Ama, role: carer, unixUser: nobody")
            .replacing("name: Maya, role: parent", with: "name: Maya, role: parent, unixUser: nobody-here")
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        let applied = try daemon.famplan(["apply", file, "--yes"])
        try #require(applied.status == 0)
        #expect((applied.output + applied.errors).contains("there is no Unix user “nobody-here” on this machine"))
        for command in [["agenda"], ["week"], ["now"], ["conflicts"], ["coverage"], ["status"]] {
            let seen = try daemon.famplan(command, asUser: nobody)
            #expect(seen.status == 0, "\(command)")
            #expect(!seen.output.contains("Deep work") && !seen.output.contains("Northwind"), "\(command)")
        }
        for command in [
            ["skip", "deep-work@2026-11-24"], ["undo"], ["history"], ["balance"], ["apply", file, "--yes"],
        ] {
            let refused = try daemon.famplan(command, asUser: nobody)
            #expect(refused.status == 5, "\(command)")
            #expect(refused.errors.contains("it is for the parents of this household (Maya or Kofi can do it for you)"))
        }
    }

    @Test(
        "a Unix user who is nobody in the household is refused, and one who is a parent is not",
        .enabled(if: getuid() == 0)
    )
    func users() throws {
        let daemon = try DaemonProcess(try TemporaryFolder())
        // As a family whose group opens the door.
        chmod(daemon.folder.path, 0o755)
        chmod(daemon.socket, 0o666)
        let nobody: UInt32 = 65_534
        let refused = try daemon.famplan(["week"], asUser: nobody)
        #expect(refused.status == 5)
        #expect(refused.errors.contains("Unix user “nobody”, who is nobody in this household"))
        let file = "\(daemon.folder.path)/household.yaml"
        let text = smallHousehold.replacing(
            "name: Maya, role: parent",
            with: "name: Maya, role: parent, unixUser: nobody"
        )
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        try #require(daemon.famplan(["apply", file, "--yes"]).status == 0)
        let added = try daemon.famplan(["skip", "deep-work@2026-11-24"], asUser: nobody)
        #expect(added.status == 0, "\(added.errors)")
        #expect(try daemon.famplan(["history", "--limit", "1"]).output.contains("maya"))
    }
}

/// The adds that were answered, by several writers at once.
private actor Acknowledged {
    private(set) var ids: [String] = []

    /// Gives how many there are now.
    func add(_ id: String) -> Int {
        ids.append(id)
        return ids.count
    }
}
