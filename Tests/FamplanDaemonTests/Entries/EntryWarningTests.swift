import FamplanAPI
import Household
import Testing

@testable import FamplanDaemon

@Suite("what a change of an entry would do unseen")
struct EntryWarningTests {
    @Test("a series that begins later loses its past, and that is said")
    func lostPast() async throws {
        let planner = try await Planner.test()
        let answer = try await planner.edit("deep-work", ["start": ["2026-11-24T09:00"]])
        #expect(
            answer.warnings == [
                "it begins on Tue 24 Nov 2026 now: what there was of it before is gone (to change it from a day on: "
                    + "famplan edit deep-work@DATE --following)"
            ]
        )
        #expect(try await planner.edit("deep-work", ["title": ["Work"]]).warnings.isEmpty)
    }

    @Test("what may be a slip is said once: when it comes, and not with each change after that")
    func slip() async throws {
        let planner = try await Planner.test()
        let slip = "“Swimming” (swimming) is not on 2026-12-02, which except takes out"
        let added = try await planner.add(
            [
                "kind": ["appointment"], "title": ["Swimming"], "people": ["noah"], "start": ["2026-11-24T15:00"],
                "duration": ["1h"], "repeat": ["FREQ=WEEKLY"], "except": ["2026-12-02"],
            ],
            id: "swimming"
        )
        #expect(added.warnings == [slip])
        #expect(try await planner.edit("swimming", ["note": ["Bring a towel"]]).warnings.isEmpty)
        #expect(try await planner.edit("swimming", ["except": ["2026-12-01"]]).warnings.isEmpty)
        #expect(try await planner.edit("swimming", ["except": ["2026-12-02"]]).warnings == [slip])
        // What it took away before is nothing to the series as it is now.
        _ = try await planner.edit("swimming", ["except": ["2026-12-01"]])
        let moved = try await planner.edit("swimming", ["start": ["2026-11-26T15:00"]])
        #expect(moved.warnings == ["“Swimming” (swimming) is not on 2026-12-01, which except takes out"])
    }

    @Test("an occurrence that is moved to where it is anyway goes on to follow its series")
    func movedNowhere() async throws {
        let planner = try await Planner.test()
        let before = await planner.household
        try await planner.move("deep-work@2026-11-24", to: "09:00")
        #expect(await planner.household == before)
        try await planner.move("deep-work@2026-11-24", to: "10:00")
        try await planner.move("deep-work@2026-11-24", to: "09:00")
        #expect(await planner.household == before)
    }

    @Test("what an option says is not said to be supposed; a start by option leaves the length")
    func optionsOverWords() async throws {
        let planner = try await Planner.test()
        func add(_ fields: EntryFields) async throws -> ChangeAnswer {
            let request = AddRequest(
                id: nil,
                phrase: "Dentist tue 9:00 @maya",
                fields: fields,
                options: ChangeOptions()
            )
            return try await planner.add(request, by: .admin)
        }
        let shorter = try await add(["duration": ["30m"]])
        #expect(shorter.warnings.isEmpty)
        #expect(shorter.understood.first?.contains("09:00–09:30") == true)
        let later = try await add(["start": ["2026-11-25T10:00"]])
        #expect(later.understood.first?.contains("Wed 25 Nov 2026 10:00–11:00") == true)
    }

    @Test("in the hour that the clock leaves out nothing is said to begin")
    func springForward() async throws {
        let planner = try await Planner.test()
        let answer = try await planner.add([
            "kind": ["appointment"], "title": ["Call"], "people": ["maya"], "start": ["2027-03-28T02:30"],
            "duration": ["1h"],
        ])
        #expect(
            answer.understood == [
                "appointment “Call” (call): Sun 28 Mar 2027 03:30–04:30 Europe/Berlin (there is no 02:30: the clock is put "
                    + "forward); Maya"
            ]
        )
    }

    @Test("what is taken out of the past is not judged there")
    func pastIsNotJudged() async throws {
        let planner = try await Planner.test(household: ProjectFile.text("config/household.example.yaml"))
        let request = RemoveRequest(
            target: EntryTarget(name: "harbour-review@2026-09-01", following: true),
            options: ChangeOptions()
        )
        let answer = try await planner.remove(request, by: .admin)
        #expect(!answer.resolved.isEmpty)
        #expect(answer.created.allSatisfy { $0.start >= "2026-11-23" }, "\(answer.created.map(\.message))")
    }

    @Test("a child's appointment is off where the child is ill; a parent does not go alone")
    func illChildsAppointment() async throws {
        let planner = try await Planner.test()
        try await planner.add([
            "kind": ["appointment"], "title": ["Dentist"], "people": ["maya", "noah"], "start": ["2026-11-23T15:00"],
            "duration": ["1h"],
        ])
        _ = try await planner.ill(IllRequest(person: "noah", until: nil, options: ChangeOptions()), by: .admin)
        #expect(try await planner.agenda("2026-11-23", "2026-11-24").contains { $0.hasPrefix("dentist") } == false)
    }

    @Test("a time that was taken out is not running")
    func removedTimer() async throws {
        let (planner, _) = try await LoggedFamily.planner(at: "2026-11-24T09:05:00+01:00")
        let started = try await planner.start(.of("northwind"), by: .person(ID(trusted: "maya")))
        #expect(started.running)
        let request = LogRemoveRequest(number: try #require(started.times.first?.number), dryRun: false)
        #expect(try await planner.removeTime(request, by: .person(ID(trusted: "maya"))).running == false)
    }
}
