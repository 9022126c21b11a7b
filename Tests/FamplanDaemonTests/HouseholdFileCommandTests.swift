import FamplanAPI
import Household
import Storage
import Testing

@testable import FamplanDaemon

@Suite("applying a household file")
struct HouseholdFileCommandTests {
    @Test("applying twice changes nothing")
    func idempotent() async throws {
        let planner = try await Planner.test(household: nil)
        #expect(try await planner.apply(smallHousehold).things.count > 5)
        let again = try await planner.apply(smallHousehold)
        #expect(again.things.isEmpty)
        #expect(again.change == nil)
        #expect(try await planner.history(limit: 10, id: nil).count == 1)
    }

    @Test("what the file does not name stays, or goes with prune")
    func prune() async throws {
        let planner = try await Planner.test()
        try await planner.add(
            ["kind": ["family"], "title": ["Zoo"], "people": ["maya"], "start": ["2026-11-28"], "allDay": ["true"]],
            id: "zoo"
        )
        #expect(try await planner.apply(smallHousehold).things.isEmpty)
        #expect(try await planner.apply(smallHousehold, prune: true).things.map(\.id) == ["zoo"])
    }

    @Test("what a command changed since is a clash, left as it is; with overwrite the file's side is taken")
    func clash() async throws {
        let planner = try await Planner.test()
        try await planner.edit("deep-work", ["title": ["Deep, deep work"]])
        let newFile = smallHousehold.replacing("title: School", with: "title: Primary school")
        let answer = try await planner.apply(newFile)
        #expect(answer.clashes.map { $0.prefix(16) } == ["entry deep-work:"])
        #expect(answer.things.map(\.id) == ["noah-school"])
        #expect(await planner.household.entries[ID(trusted: "deep-work")]?.title == "Deep, deep work")
        try await planner.apply(newFile, overwrite: true)
        #expect(await planner.household.entries[ID(trusted: "deep-work")]?.title == "Deep work")
    }

    @Test(
        "what a command added and a file names for the first time is a clash, also when it was there at the last apply"
    )
    func added() async throws {
        let planner = try await Planner.test()
        try await planner.add(
            ["kind": ["family"], "title": ["Zoo"], "people": ["maya"], "start": ["2026-11-28"], "allDay": ["true"]],
            id: "zoo"
        )
        let newFile =
            smallHousehold + """

                  - { id: zoo, kind: family, title: Zoo with Ama, people: [maya, ama], start: 2026-11-29 }
                """
        for _ in 0..<2 {
            let answer = try await planner.apply(newFile)
            #expect(answer.clashes == ["entry zoo: is here, though not from the file; left as it is"])
            #expect(answer.things.isEmpty)
            #expect(await planner.household.entries[ID(trusted: "zoo")]?.title == "Zoo")
            // As after a file that does not name it.
            try await planner.apply(smallHousehold)
        }
        try await planner.apply(newFile, overwrite: true)
        #expect(await planner.household.entries[ID(trusted: "zoo")]?.title == "Zoo with Ama")
        // From now on it is the file's.
        #expect(try await planner.apply(newFile.replacing("with Ama", with: "again")).clashes.isEmpty)
    }

    @Test("what the file names as it is, is the file's from then on")
    func adopted() async throws {
        let planner = try await Planner.test()
        try await planner.add(
            ["kind": ["family"], "title": ["Zoo"], "people": ["maya"], "start": ["2026-11-28"], "allDay": ["true"]],
            id: "zoo"
        )
        let exported = await planner.householdText
        #expect(try await planner.apply(exported).clashes.isEmpty)
        #expect(try await planner.apply(exported.replacing("title: Zoo", with: "title: Farm")).clashes.isEmpty)
        #expect(await planner.household.entries[ID(trusted: "zoo")]?.title == "Farm")
    }

    @Test(
        "a file that names nothing is not taken for the whole household",
        arguments: ["", "# nothing yet\n", "household: { name: Test, timeZone: Europe/Berlin }\n", "entries: []\n"]
    )
    func pruneNothing(text: String) async throws {
        let planner = try await Planner.test()
        let before = await planner.household
        let refused = await refusal { try await planner.apply(text, prune: true) }
        #expect(refused?.kind == .invalid)
        #expect(refused?.message.hasPrefix("cannot apply household.yaml with --prune: it names nothing") == true)
        #expect(refused?.message.contains("(8 things)") == true)
        #expect(await planner.household == before)
        #expect(try await planner.apply(text).things.isEmpty)
        let empty = try await Planner.test(household: nil)
        #expect(try await empty.apply("", prune: true).things.isEmpty)
    }

    @Test("a file with mistakes names line and key of each, and nothing is applied")
    func mistakes() async throws {
        let planner = try await Planner.test()
        let text = smallHousehold.replacing("pickUp: kofi", with: "pickUp: kofy")
            .replacing("title: Deep work", with: "titel: Deep work")
        let refused = await refusal { try await planner.apply(text) }
        #expect(refused?.kind == .invalidFile)
        #expect(refused?.message == "cannot apply household.yaml: 2 mistakes, and nothing was changed")
        #expect(
            refused?.details.first
                == "household.yaml:23: entries › noah-school › pickUp: unknown person “kofy” (did you mean “kofi”?)"
        )
        #expect(try await planner.history(limit: 10, id: nil).count == 1)
    }

    @Test("what is exported makes the same household elsewhere")
    func export() async throws {
        let planner = try await Planner.test()
        try await planner.move("deep-work@2026-11-24", to: "fri 13:00")
        try await planner.remove("noah-school@2026-11-25")
        let other = try await Planner.test(household: await planner.householdText)
        #expect(await planner.household.changes(to: other.household).isEmpty)
    }

    @Test("a household outlives its daemon: the same things, conflicts and ids")
    func restart() async throws {
        let folder = try TemporaryFolder()
        let range = "2026-11-23"
        let store = try Store.open(at: "\(folder.path)/db", settings: Settings(timeZone: "Europe/Berlin"))
        let planner = try await Planner.test(store: store)
        try await planner.add([
            "kind": ["appointment"], "title": ["Dentist"], "people": ["kofi"], "start": ["2026-11-24T14:00"],
            "duration": ["1h"],
        ])
        let span = try Reading(snapshot: await planner.snapshot).range(from: range, to: nil)
        let before = try await planner.conflicts(in: span).conflicts.map(\.id)
        try store.close()
        let reopened = try Store.open(at: "\(folder.path)/db")
        let again = try await Planner.test(household: nil, store: reopened)
        #expect(await planner.household == again.household)
        #expect(try await again.conflicts(in: span).conflicts.map(\.id) == before)
        #expect(!before.isEmpty)
    }

    @Test("what is changed while a large file is read stays, and the file is applied onto it")
    func meanwhile() async throws {
        let planner = try await Planner.test()
        let lines = (0..<2_000).map { "- { id: e\($0), kind: family, start: 2026-12-01 }" }
        async let applied = planner.apply("entries:\n" + lines.joined(separator: "\n"))
        for number in 0..<10 {
            try await planner.add(["kind": ["family"], "title": ["Meanwhile \(number)"], "start": ["2026-12-02"]])
        }
        #expect(try await applied.things.count == 2_000)
        #expect(await planner.household.entries.count == 2 + 2_000 + 10)
    }
}
