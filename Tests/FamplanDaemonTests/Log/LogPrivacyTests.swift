import FamplanAPI
import Foundation
import GRDB
import Household
import ICalendar
import Storage
import Synchronization
import Testing

@testable import FamplanDaemon
@testable import Storage

/// What one parent keeps private reaches the other neither by a grandparent's time nor by the history.
@Suite("what the log does not tell")
struct LogPrivacyTests {
    private let maya = Actor.person(ID(trusted: "maya"))
    private let kofi = Actor.person(ID(trusted: "kofi"))

    /// On Tuesday afternoon Ama has Noah, and why is Maya's alone.
    private let household =
        smallHousehold + """

              - { id: noah-ama, kind: care, title: Chemotherapy, people: [maya, ama], for: [noah], private: true,
                  start: 2026-11-24T13:00, duration: 2h }
            """

    private func planner(at time: String) async throws -> (planner: Planner, clock: HandClock) {
        let (planner, clock) = try await LoggedFamily.planner(at: "2026-11-24T\(time)+01:00")
        try await planner.apply(household)
        return (planner, clock)
    }

    @Test(
        "a grandparent's timer is not started from what is private to the other parent, and nor is that told as the next"
    )
    func planned() async throws {
        let (planner, clock) = try await planner(at: "12:30")
        for time in ["12:30", "13:30"] {
            clock.move(to: "2026-11-24T\(time):00+01:00")
            let alone = await refusal { _ = try await planner.start(.of(person: "ama"), by: kofi) }
            #expect(
                alone?.message == "nothing that Ama could log is planned then: say what (`famplan start STREAM`)"
            )
        }
        let care = try await planner.start(.of("care:noah", person: "ama"), by: kofi)
        #expect(care.understood == ["1: care for Noah: since Tue 24 Nov 2026 13:30 Europe/Berlin; Ama"])
        #expect(care.times.map(\.entry) == [nil])
        let own = try await planner.start(.of(person: "ama", switching: true), by: maya)
        #expect(own.understood.last?.hasSuffix("planned: Chemotherapy") == true)
    }

    @Test("what a grandparent's timer was started from is told to those alone who are told of it")
    func running() async throws {
        // Given
        let (planner, clock) = try await planner(at: "13:30")
        _ = try await planner.start(.of(person: "ama"), by: maya)
        clock.move(to: "2026-11-24T14:00:00+01:00")

        // When
        let again = await refusal { _ = try await planner.start(.of("care", person: "ama"), by: kofi) }
        let stop = StopRequest(at: nil, person: "ama", note: nil, dryRun: false)
        let stopped = try await planner.stop(stop, by: kofi)
        let undone = try await planner.undo(by: kofi)
        let log = try await InProcess(planner, as: kofi).get("/v1/log").text
        let history = try await InProcess(planner, as: kofi).get("/v1/history").text

        // Then
        #expect(again?.details == ["there is 1: care for Noah: since Tue 24 Nov 2026 13:30 Europe/Berlin; Ama"])
        #expect(
            stopped.understood == ["1: care for Noah: Tue 24 Nov 2026 13:30–14:00 Europe/Berlin, 30 min; Ama"]
        )
        #expect(stopped.times.map(\.entry) == [nil])
        #expect(!undone.understood.joined().contains("Chemotherapy"))
        #expect(log.contains("\"number\":1") && !log.contains("noah-ama"))
        #expect(history.contains("logged-time") && !history.contains("\"field\":\"entry\""))
        let own = try await planner.stop(stop, by: maya)
        #expect(own.times.map(\.entry) == ["noah-ama"])
    }

    @Test("what is made private later is so in the history, too, and stays so when it is taken out")
    func later() async throws {
        // Given
        let (planner, _) = try await planner(at: "18:00")
        _ = try await planner.addTime(.of("northwind", from: "9:00", to: "12:00", note: "lawyer"), by: maya)
        _ = try await planner.addTime(.of("care", from: "16:00", to: "17:00", note: "chess"), by: maya)
        #expect(try await history(of: planner, as: kofi).contains("lawyer"))

        // When
        var closing = LogEditRequest.of(1)
        closing.isPrivate = true
        _ = try await planner.editTime(closing, by: maya)
        let closed = try await history(of: planner, as: kofi)
        let own = try await history(of: planner, as: maya)
        _ = try await planner.removeTime(LogRemoveRequest(number: 1, dryRun: false), by: maya)
        let removed = try await history(of: planner, as: kofi)

        // Then
        for text in [closed, removed] {
            #expect(!text.contains("lawyer") && text.contains("chess"), "\(text)")
        }
        #expect(own.contains("lawyer"))
        try await planner.undo(by: maya)
        try await planner.undo(by: maya)
        #expect(try await history(of: planner, as: kofi).contains("lawyer"))
    }

    @Test("a change of the plan does not look through the log's history")
    func planAlone() async throws {
        // Given
        let (planner, _) = try await planner(at: "18:00")
        let statements = Statements()
        try await planner.store.writer.write { db in db.trace { statements.take("\($0)") } }

        // When
        let request = EditRequest(
            target: EntryTarget(name: "deep-work"),
            fields: ["title": ["Offers"]],
            options: ChangeOptions()
        )
        _ = try await planner.edit(request, by: maya)

        // Then
        #expect(statements.all.contains { $0.contains("INSERT INTO change ") })
        #expect(!statements.all.contains { $0.contains("change_logged_time") })
    }

    private func history(of planner: Planner, as actor: Actor) async throws -> String {
        let text = try await InProcess(planner, as: actor).get("/v1/history").text
        try #require(text.contains("logged-time"))
        return text
    }
}

/// What a database was asked.
private final class Statements: Sendable {
    private let list = Mutex<[String]>([])

    var all: [String] { list.withLock { $0 } }
    func take(_ text: String) { list.withLock { $0.append(text) } }
}
