import Foundation
import Synchronization
import Testing

@testable import FamplanDaemon

/// Swaps between two Unix users, over the daemon's socket and with its database in a file.
@Suite("swaps between processes", .enabled(if: getuid() == 0), .timeLimit(.minutes(3)))
struct SwapProcessTests {
    /// Accounts that every machine has: Maya's and Kofi's.
    private static let maya: UInt32 = 1
    private static let kofi: UInt32 = 2

    private func daemon() throws -> DaemonProcess {
        let daemon = try DaemonProcess(try TemporaryFolder())
        open(daemon)
        let names = [Self.maya, Self.kofi].map { String(cString: getpwuid($0).pointee.pw_name) }
        let text = SwapFamily.text.replacing("unixUser: maya", with: "unixUser: \(names[0])")
            .replacing("unixUser: kofi", with: "unixUser: \(names[1])")
        let file = "\(daemon.folder.path)/household.yaml"
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        try #require(daemon.famplan(["apply", file, "--yes"]).status == 0)
        return daemon
    }

    /// As a family whose group opens the door.
    private func open(_ daemon: DaemonProcess) {
        chmod(daemon.folder.path, 0o755)
        chmod(daemon.socket, 0o666)
    }

    private func ask(_ daemon: DaemonProcess) throws -> Int {
        let command = [
            "swap", "ask", "afternoons@2026-11-25", "--to", "kofi", "--for", "bedtimes@2026-11-24", "--reason", "call",
            "--json",
        ]
        let asked = try daemon.famplan(command, asUser: Self.maya)
        try #require(asked.status == 0, "\(asked.output)")
        let report = try JSONSerialization.jsonObject(with: Data(asked.output.utf8)) as? [String: Any]
        let swap = try #require(report?["swap"] as? [String: Any])
        return try #require(swap["id"] as? Int)
    }

    /// The state of a swap, and whether each of its sides has changed hands.
    private func outcome(_ swap: Int, _ daemon: DaemonProcess) throws -> (state: String, moved: [Bool]) {
        let shown = try daemon.famplan(["swap", "show", "\(swap)", "--json"], asUser: Self.maya)
        let report = try JSONSerialization.jsonObject(with: Data(shown.output.utf8)) as? [String: Any]
        let state = try #require((report?["swap"] as? [String: Any])?["state"] as? String)
        let agenda = try daemon.famplan(["agenda", "--from", "2026-11-24", "--to", "2026-11-26", "--json"])
        let document = try JSONSerialization.jsonObject(with: Data(agenda.output.utf8)) as? [String: Any]
        let items = try #require(document?["items"] as? [[String: Any]])
        let moved = [("afternoons", "2026-11-25", "kofi"), ("bedtimes", "2026-11-24", "maya")].map {
            entry,
            day,
            person in
            items.contains { item in
                item["entry"] as? String == entry && (item["start"] as? String ?? "").hasPrefix(day)
                    && item["people"] as? [String] == [person]
            }
        }
        return (state, moved)
    }

    @Test("two answers, and an answer against a withdrawal, at the same moment: one is done, the other is told why not")
    func races() throws {
        let daemon = try daemon()
        let yes = (Self.kofi, ["swap", "answer", "N", "yes"])
        let pairs = [
            [yes, yes], [yes, (Self.kofi, ["swap", "answer", "N", "no"])],
            [yes, (Self.maya, ["swap", "withdraw", "N"])],
        ]
        for round in 0..<9 {
            let swap = try ask(daemon)
            let results = Mutex<[Programs.Result?]>([nil, nil])
            let socket = daemon.socket
            DispatchQueue.concurrentPerform(iterations: 2) { index in
                let (user, words) = pairs[round % pairs.count][index]
                let command = words.map { $0 == "N" ? "\(swap)" : $0 }
                let result = try? Programs.famplan(command, socket: socket, asUser: user)
                results.withLock { $0[index] = result }
            }
            let both = results.withLock { $0.compactMap(\.self) }
            #expect(both.map(\.status).sorted() == [0, 1], "\(both.map(\.errors))")
            let (state, moved) = try outcome(swap, daemon)
            let isFirst = both.first?.status == 0
            let isAccepted = round % pairs.count == 0 || isFirst
            #expect((state == "accepted") == isAccepted)
            #expect(moved == [isAccepted, isAccepted])
            if isAccepted { try #require(daemon.famplan(["undo"], asUser: Self.kofi).status == 0) }
        }
    }

    @Test("a daemon that is killed during a yes has made all of it or nothing")
    func killed() throws {
        var daemon = try daemon()
        for round in 0..<8 {
            let swap = try ask(daemon)
            let answer = Process()
            answer.executableURL = URL(fileURLWithPath: "/usr/bin/setpriv")
            answer.arguments = [
                "--reuid", "\(Self.kofi)", "--clear-groups", Programs.path("famplan"), "swap", "answer", "\(swap)",
                "yes",
                "--socket", daemon.socket,
            ]
            (answer.standardOutput, answer.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
            try answer.run()
            // Earlier in some rounds, later in others.
            usleep(UInt32(5_000 + round * 15_000))
            daemon.kill()
            answer.waitUntilExit()
            daemon = try DaemonProcess(daemon.folder)
            open(daemon)
            let (state, moved) = try outcome(swap, daemon)
            #expect(["open", "accepted"].contains(state))
            #expect(moved == [state == "accepted", state == "accepted"])
            if answer.terminationStatus == 0 { #expect(state == "accepted") }
            if state == "accepted" { try #require(daemon.famplan(["undo"], asUser: Self.kofi).status == 0) }
            if state == "open" { _ = try daemon.famplan(["swap", "withdraw", "\(swap)"], asUser: Self.maya) }
        }
    }
}
