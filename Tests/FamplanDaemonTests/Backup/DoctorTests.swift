import ArgumentParser
import FamplanAPI
import Foundation
import Household
import ICalendar
import Storage
import Testing

@testable import FamplanDaemon

@Suite("the doctor")
struct DoctorTests {
    private let folder: ConfigurationFolder

    init() throws {
        folder = try ConfigurationFolder()
    }

    /// What is found, without what is well: `problem channels: …`.
    private func findings(_ planner: Planner, _ configuration: String = "") async throws -> [String] {
        let doctor = Doctor(
            planner: planner,
            current: CurrentConfiguration(
                try folder.configuration("state: \(folder.folder.path)\n\(configuration)")
            ),
            maintenance: Maintenance(),
            databasePath: "\(folder.folder.path)/famplan.sqlite",
            backups: Backups(of: planner, folder: "\(folder.folder.path)/backups")
        )
        chmod(folder.folder.path, 0o700)
        return try await doctor.report().findings.filter { $0.level != "ok" && $0.check != "disk" }
            .map { "\($0.level) \($0.check): \($0.message)" }
    }

    @Test("a well household is well")
    func well() async throws {
        #expect(try await findings(Planner.test()) == [])
    }

    @Test("a channel that is named and not configured, and a program that is not there, are problems")
    func channels() async throws {
        let channels = "id: maya, notify: { channels: [ { channel: phone } ] },"
        let planner = try await Planner.test(household: smallHousehold.replacing("id: maya,", with: channels))
        let found = try await findings(planner, "channels: { tell: { kind: exec, command: [/no/such/program] } }\n")
        #expect(
            found == [
                "problem channels: somebody wants to be told by “phone”, which is not configured",
                "problem channels: “tell” cannot run /no/such/program: No such file or directory",
            ]
        )
    }

    @Test("an administrator who is nobody is a problem, one without channels a warning; backups that are off, too")
    func administrator() async throws {
        let planner = try await Planner.test()
        #expect(try await findings(planner, "administrator: maja\n").first?.hasPrefix("problem administrator") == true)
        #expect(try await findings(planner, "administrator: maya\n").first?.hasPrefix("warning administrator") == true)
        #expect(try await findings(planner, "backup: off\n") == ["warning backup: daily backups are off"])
    }

    @Test("a clock before the last change is a problem")
    func clock() async throws {
        let store = try Store.inMemory(settings: Settings(timeZone: "Europe/Berlin"))
        _ = try await Planner.test(store: store)
        let household = try store.household(zones: .system)
        let earlier = monday.adding(seconds: -86_400)
        let planner = try Planner(store: store, household: household, zones: .system, horizonDays: 7) { earlier }
        #expect(
            try await findings(planner).contains {
                $0.hasPrefix("problem clock: ") && $0.contains("before the last change")
            }
        )
    }

    @Test("a state folder that others can get at is a warning")
    func permissions() async throws {
        let planner = try await Planner.test()
        try Data().write(to: URL(fileURLWithPath: "\(folder.folder.path)/famplan.sqlite"))
        chmod("\(folder.folder.path)/famplan.sqlite", 0o644)
        #expect(try await findings(planner).first?.hasPrefix("warning permissions: others than the daemon") == true)
    }
}
