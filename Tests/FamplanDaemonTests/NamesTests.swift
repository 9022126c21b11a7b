import FamplanAPI
import Foundation
import Household
import Testing

@testable import FamplanDaemon

/// What a command line could name, as whoever asks is shown it. Today is Monday 2026-11-23.
@Suite("names for completion")
struct NamesTests {
    private let maya = Actor.person(ID(trusted: "maya"))
    private let kofi = Actor.person(ID(trusted: "kofi"))

    private func planner() async throws -> Planner {
        let planner = try await Planner.test()
        let fields: EntryFields = [
            "kind": ["appointment"], "title": ["Scan"], "people": ["maya"], "start": ["2026-11-27T09:00"],
            "duration": ["1h"], "private": ["true"],
        ]
        try await planner.add(fields, id: "scan", by: maya)
        return planner
    }

    private func names(_ kind: NameKind, _ planner: Planner, as actor: Actor) async throws -> [NameItem] {
        let daemon = try InProcess(planner, as: actor)
        let answer = try await daemon.get("/v1/names?of=\(kind.rawValue)")
        #expect(answer.status == 200, "\(answer.text)")
        return try JSONDecoder().decode(Document<NamesReport>.self, from: Data(answer.text.utf8)).body.names
    }

    @Test("entries and their occurrences of two weeks are named, what is private to others is not")
    func entries() async throws {
        let planner = try await planner()
        #expect(try await names(.entry, planner, as: maya).map(\.name) == ["noah-school", "deep-work", "scan"])
        #expect(
            try await names(.entry, planner, as: kofi)
                == [
                    NameItem(name: "noah-school", words: "School"), NameItem(name: "deep-work", words: "Deep work"),
                ]
        )
        let own = try await names(.occurrence, planner, as: maya).map(\.name)
        #expect(own.contains("scan@2026-11-27") && own.first == "noah-school@2026-11-23")
        #expect(own.last == "noah-school@2026-12-04")
        #expect(own.filter { $0.hasPrefix("deep-work@") }.count == 4)
        #expect(try await names(.occurrence, planner, as: kofi).map(\.name) == own.filter { !$0.hasPrefix("scan") })
    }

    @Test("two occurrences on a day are told apart by their time")
    func twice() async throws {
        let planner = try await Planner.test(household: nil)
        try await planner.add(
            ["kind": ["family"], "start": ["2026-11-24T09:00"], "duration": ["1h"], "also": ["2026-11-24T15:00"]],
            id: "walk"
        )
        #expect(
            try await names(.occurrence, planner, as: .admin).map(\.name)
                == ["walk@2026-11-24T09:00", "walk@2026-11-24T15:00"]
        )
    }

    @Test("a carer and a child have the names of what they are shown, and none to plan with")
    func others() async throws {
        let planner = try await planner()
        try await planner.add(
            ["kind": ["care"], "people": ["ama"], "for": ["noah"], "start": ["2026-11-25T14:30"], "duration": ["2h"]],
            id: "with-ama"
        )
        for name in ["ama", "noah"] {
            let actor = Actor.person(ID(trusted: name))
            #expect(try await names(.entry, planner, as: actor).map(\.name) == ["noah-school", "with-ama"])
            for kind in [NameKind.stream, .client, .goal, .resource, .feed, .channel, .swap, .message, .change, .time] {
                #expect(try await names(kind, planner, as: actor).isEmpty, "\(kind) for \(name)")
            }
        }
    }

    @Test("every kind is answered; what is none is refused with all there are")
    func kinds() async throws {
        let planner = try await planner()
        for kind in NameKind.allCases { _ = try await names(kind, planner, as: maya) }
        #expect(try await names(.place, planner, as: maya).map(\.name) == ["home", "school"])
        #expect(try await names(.stream, planner, as: maya) == [NameItem(name: "northwind", words: "Northwind")])
        #expect(try await names(.child, planner, as: maya).map(\.name) == ["noah"])
        #expect(
            try await names(.change, planner, as: kofi).map(\.words) == [
                "change something private", "apply household.yaml",
            ]
        )
        let wrong = try await InProcess(planner, as: maya).get("/v1/names?of=thing")
        #expect(wrong.status == 400 && wrong.text.contains("of: “thing” is none of entry, occurrence, conflict"))
    }
}
