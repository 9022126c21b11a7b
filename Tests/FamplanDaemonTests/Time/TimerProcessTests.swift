import FamplanAPI
import Foundation
import ICalendar
import Testing

@testable import FamplanDaemon

@Suite("the timer in a daemon that goes by the machine's clock")
struct TimerProcessTests {
    @Test("an acceptance runs out at its moment, and nobody asked")
    func acceptance() throws {
        let daemon = try DaemonProcess(try TemporaryFolder(), now: nil)
        let file = "\(daemon.folder.path)/household.yaml"
        try smallHousehold.write(toFile: file, atomically: true, encoding: .utf8)
        try #require(daemon.famplan(["apply", file, "--yes"]).status == 0)
        for title in ["Dentist", "Haircut"] {
            let words = ["add", "appointment", "--title", title, "--people", "maya", "--duration", "1h"]
            try #require(daemon.famplan(words + ["--start", "tomorrow 21:00"]).status == 0)
        }
        let list = try daemon.famplan(["conflicts", "--json"]).output
        let conflicts = try JSONDecoder().decode(Document<Conflicts>.self, from: Data(list.utf8)).body.conflicts
        try #require(conflicts.count == 1)
        try accept(#require(conflicts[0].id), daemon)
        // The status judges nothing: it says what is kept.
        let limit = ContinuousClock.now + .seconds(30)
        while try open(daemon) == 0, ContinuousClock.now < limit {}
        #expect(try open(daemon) == 1)
    }

    private func accept(_ id: String, _ daemon: DaemonProcess) throws {
        let zone = try ZoneDatabase.system.zone("Europe/Berlin")
        let until = zone.wall(of: TimeSource.wall.now.adding(seconds: 3))
        let accepted = try daemon.famplan(["accept", id, "--reason", "Short", "--until", "\(until)"])
        try #require(accepted.status == 0, "\(accepted.errors)")
    }

    private func open(_ daemon: DaemonProcess) throws -> Int {
        let text = try daemon.famplan(["status", "--json"]).output
        let status = try JSONDecoder().decode(Document<Status>.self, from: Data(text.utf8)).body
        return status.openConflicts.values.reduce(0, +)
    }
}
