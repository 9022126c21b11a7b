import FamplanAPI
import Household
import ICalendar
import Testing

@testable import FamplanDaemon

@Suite("how conflicts are named and asked for")
struct ConflictWordsTests {
    private func reading(_ planner: Planner) async -> Reading { Reading(snapshot: await planner.snapshot) }

    @Test("an occurrence is called as commands take it: in the entry's own wall time")
    func names() async throws {
        let planner = try await Planner.test()
        let answer = try await planner.add([
            "kind": ["appointment"], "title": ["New York"], "people": ["maya"], "start": ["2026-11-23T20:30"],
            "duration": ["1h"], "timeZone": ["America/New_York"], "repeat": ["FREQ=DAILY;COUNT=3"],
        ])
        #expect(answer.created.isEmpty)
        // 02:30 in Berlin, of the day after.
        let clash = try await planner.add([
            "kind": ["appointment"], "title": ["Night"], "people": ["maya"], "start": ["2026-11-25T02:00"],
            "duration": ["1h"],
        ])
        let names = try #require(clash.created.first).occurrences.map(\.name)
        #expect(names == ["night@2026-11-25", "new-york@2026-11-24"])
        let target = EntryTarget(name: "new-york@2026-11-24")
        let skipped = try await planner.skip(RemoveRequest(target: target, options: ChangeOptions()), by: .admin)
        #expect(skipped.resolved.map(\.id) == clash.created.map(\.id))
    }

    @Test("who is asked for is also who was to fetch, and the child of a duty")
    func who() async throws {
        let planner = try await Planner.test(household: ProjectFile.text("config/household.example.yaml"))
        let range = try await reading(planner).range(from: "2026-11-23", to: "2026-11-30")
        let current = try await planner.conflicts(in: range).conflicts
        func kinds(of person: String) async throws -> [String] {
            let filter = try ConflictFilter(kind: nil, severity: nil, who: ID(trusted: person), since: nil)
            let household = await planner.household
            return current.filter { filter.matches($0, in: household) }.map(\.conflict.kind.rawValue)
        }
        #expect(try await kinds(of: "kofi") == ["handover", "double-booked"])
        #expect(try await kinds(of: "lena").contains("care-clash"))
    }

    @Test("the last day is said on which a series is, not the one on which its rule ends")
    func lastDay() async throws {
        let planner = try await Planner.test()
        let target = EntryTarget(name: "deep-work@2026-11-26", following: true)
        _ = try await planner.remove(RemoveRequest(target: target, options: ChangeOptions()), by: .admin)
        let entry = try #require(await planner.household.entries[ID(trusted: "deep-work")])
        let line = EntryWords(household: await planner.household).line(entry)
        #expect(line.hasSuffix("every week on Tue and Thu, until Wed 25 Nov 2026"))
    }

    @Test("an edit that changes nothing leaves no trace", arguments: [["title": [String]()], ["start": []], [:]])
    func nothing(fields: EntryFields) async throws {
        let planner = try await Planner.test()
        let before = try await planner.history(limit: 9, id: nil).count
        let answer = try await planner.edit("deep-work@2026-11-26", fields)
        #expect(answer.change == nil && answer.things.isEmpty)
        #expect(try await planner.history(limit: 9, id: nil).count == before)
        _ = try await planner.edit("noah-school@2026-11-26", ["people": []])
        let entry = try #require(await planner.household.entries[ID(trusted: "noah-school")])
        #expect(entry.fields(ofOverride: CivilDateTime("2026-11-26T08:15")!).people == [])
    }
}
