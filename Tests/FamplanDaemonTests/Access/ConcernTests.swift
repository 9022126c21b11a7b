import FamplanAPI
import Foundation
import Household
import ICalendar
import Testing

@testable import FamplanDaemon

/// What carers and children are shown: what concerns them, and no more.
@Suite("what concerns somebody")
struct ConcernTests {
    private let ama = Viewer.carer(ID(trusted: "ama"))
    private let noah = Viewer.child(ID(trusted: "noah"))

    /// Ama has Noah on Wednesday afternoon and fetches him before; Lea is a child whom she never has.
    private let household =
        smallHousehold
        .replacing("streams:", with: "  - { id: lea, name: Lea, role: child }\nstreams:")
        .appending(
            """

              - id: ama-wednesday
                kind: care
                people: [ama]
                for: [noah]
                start: 2026-11-25T14:30
                end: 2026-11-25T17:30
              - { id: judo, kind: school, title: Judo, people: [noah], start: 2026-11-25T17:00, duration: 1h }
              - { id: choir, kind: school, title: Choir, people: [lea], start: 2026-11-25T16:00, duration: 1h }
              - { id: clinic, kind: appointment, title: Clinic, people: [maya, ama], start: 2026-11-27T10:00, duration: 1h }
              - { id: dinner, kind: appointment, title: Dinner, people: [maya, kofi], start: 2026-11-25T15:00, duration: 1h }
            """
        )

    private func reading(for viewer: Viewer, _ text: String? = nil) async throws -> Reading {
        Reading(snapshot: await (try Planner.test(household: text ?? household)).snapshot(for: viewer))
    }

    private func entries(_ reading: Reading) throws -> [String] {
        let range = try reading.range(from: "2026-11-23", to: "2026-11-30")
        return reading.agenda(range, who: nil).items.map { "\($0.entry) \($0.start.prefix(10))" }
    }

    @Test("a carer's agenda has what they are in, and their children's entries while they have them, or take over")
    func carer() async throws {
        let shown = try entries(try await reading(for: ama))
        #expect(shown == ["ama-wednesday 2026-11-25", "judo 2026-11-25", "clinic 2026-11-27"])
    }

    @Test("who fetches a child is shown what it is fetched from, on that day alone")
    func fetching() async throws {
        let text = household.replacing(
            "pickUp: kofi",
            with: "pickUp: kofi\n    overrides: [ { of: 2026-11-24, pickUp: ama } ]"
        )
        let shown = try entries(try await reading(for: ama, text))
        #expect(shown.filter { $0.hasPrefix("noah-school") } == ["noah-school 2026-11-24"])
    }

    @Test("a child's agenda has its own entries")
    func child() async throws {
        let shown = Set(try entries(try await reading(for: noah)).map { $0.prefix { $0 != " " } })
        #expect(shown == ["noah-school", "ama-wednesday", "judo"])
    }

    @Test("cover is shown of a carer's children, and of a child itself; no stream is named")
    func cover() async throws {
        for viewer in [ama, noah] {
            let reading = try await reading(for: viewer)
            let range = try reading.range(from: "2026-11-25", to: "2026-11-26")
            let report = reading.coverage(range, child: nil)
            #expect(report.children.map(\.child) == ["noah"])
            #expect(report.children[0].stretches.contains { $0.carers == ["ama"] })
            #expect(report.names["northwind"] == nil)
        }
    }

    @Test("a carer is shown the conflicts in which they are, or whose child they have at that time, and no others")
    func conflicts() async throws {
        let planner = try await Planner.test(household: household)
        try await planner.add(
            [
                "kind": ["appointment"], "title": ["Dentist"], "people": ["ama"], "start": ["2026-11-25T15:00"],
                "duration": ["30m"],
            ]
        )
        for title in ["Swimming", "Call"] {
            let kofis: EntryFields = [
                "kind": ["appointment"], "title": [title], "people": ["kofi"], "duration": ["1h"],
            ]
            try await planner.add(kofis.merging(["start": ["2026-11-25T15:00"]]) { own, _ in own })
        }
        let range = try Reading(snapshot: await planner.snapshot).range(from: "2026-11-23", to: "2026-11-30")
        let all = try await planner.conflicts(in: range, for: .administrator).conflicts
        let shown = try await planner.conflicts(in: range, for: ama).conflicts
        #expect(shown.map(\.conflict.kind).contains(.careClash))
        #expect(all.contains { $0.conflict.people == [ID(trusted: "kofi")] }, "there is one that is none of hers")
        for known in shown {
            let isAboutNoahThen = known.conflict.people.map(\.rawValue) == ["noah"]
            #expect(known.conflict.people.contains(ID(trusted: "ama")) || isAboutNoahThen, "\(known.conflict.message)")
        }
    }

    @Test("what they are shown of now and of the week is of them alone")
    func week() async throws {
        let planner = try await Planner.test(household: household)
        let reading = Reading(snapshot: await planner.snapshot(for: ama))
        let (plan, conflicts) = try await planner.conflicts(in: reading.weekRange(of: reading.snapshot.today), for: ama)
        let week = reading.week(plan, conflicts: conflicts)
        #expect(Set(week.items.map(\.entry)) == ["ama-wednesday", "judo", "clinic"])
        #expect(week.children.map(\.child) == ["noah"])
        let (rest, open) = try await planner.conflicts(in: reading.restOfDay, for: ama)
        #expect(reading.now(rest, conflicts: open).people.map(\.person.id) == ["ama"])
    }
}
