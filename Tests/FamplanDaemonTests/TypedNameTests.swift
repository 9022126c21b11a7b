import FamplanAPI
import Foundation
import Household
import Testing

@testable import FamplanDaemon

@Suite("names as they are typed, wherever somebody or a stream is named")
struct TypedNameTests {
    private let maya = Actor.person(ID(trusted: "maya"))

    private func planner() async throws -> Planner {
        let planner = try await Planner.test(
            household: smallHousehold.replacing("name: Maya,", with: "name: Maya Okafor,")
                .replacing("name: Ama,", with: "name: Grandma Ama,")
                .replacing("name: Northwind,", with: "name: Own shop,")
        )
        return planner
    }

    @Test(
        "one person's agenda, day and conflicts are had by id, name or its beginning",
        arguments: ["maya", "Maya", "maya%20okafor", "MAYA%20OKAFOR", "may"]
    )
    func person(name: String) async throws {
        let asked = try InProcess(try await planner(), as: maya)
        for path in ["/v1/agenda", "/v1/day", "/v1/conflicts"] {
            let byID = try await asked.get("\(path)?who=maya")
            let byName = try await asked.get("\(path)?who=\(name)")
            #expect(byName.status == 200 && byName.text == byID.text, "\(path): \(byName.text)")
        }
    }

    @Test("a name that is not there, or several, says which there are")
    func mistakes() async throws {
        let planner = try await planner()
        let asked = try InProcess(planner, as: maya)
        let unknown = try await asked.get("/v1/agenda?who=grandma%20amma")
        #expect(
            unknown.status == 404 && unknown.text.contains("who: unknown person “grandma amma” (did you mean “ama”?)")
        )
        try await planner.apply("people:\n  - { id: max, name: Max, role: carer }")
        let several = try await asked.get("/v1/agenda?who=ma")
        #expect(several.status == 404)
        #expect(
            several.text.contains("who: “ma” can be more than one person (maya for Maya Okafor, max for Max)"),
            "\(several.text)"
        )
    }

    @Test("who has a child is asked of children: a parent is none, and the children are named")
    func child() async throws {
        let asked = try InProcess(try await planner(), as: maya)
        let parent = try await asked.get("/v1/coverage?child=Maya")
        #expect(parent.status == 400)
        #expect(parent.text.contains("child: Maya Okafor is no child, but a parent (try noah)"), "\(parent.text)")
        #expect(try await asked.get("/v1/coverage?child=Noah").status == 200)
    }

    @Test("entries are added and changed by names")
    func entries() async throws {
        let planner = try await planner()
        try await planner.add(
            [
                "kind": ["work"], "title": ["Paint"], "stream": ["own shop"], "start": ["mon 16:00"],
                "duration": ["1h"],
            ],
            id: "paint"
        )
        try await planner.edit("noah-school", ["pickUp": ["Grandma Ama"], "dropOff": ["Kofi"]])
        try await planner.edit("deep-work@2026-11-24", ["people": ["KOFI"]])
        let entries = await planner.household.entries
        let paint = try #require(entries[ID(trusted: "paint")])
        #expect(paint.stream?.rawValue == "northwind" && paint.people.map(\.rawValue) == ["maya"])
        #expect(entries[ID(trusted: "noah-school")]?.pickUp?.rawValue == "ama")
        #expect(entries[ID(trusted: "noah-school")]?.dropOff?.rawValue == "kofi")
        guard case .changed(let fields)? = entries[ID(trusted: "deep-work")]?.overrides.first?.change else {
            Issue.record("the occurrence is as it was")
            return
        }
        #expect(fields.people?.map(\.rawValue) == ["kofi"])
    }

    @Test("digests, times and things are had by names; taking out wants the whole of one")
    func others() async throws {
        let planner = try await planner()
        let digest = try await planner.digest(for: "Kofi", on: nil, withBalance: false, by: .admin)
        #expect(digest.person == "kofi")
        let logger = try await planner.logger("Grandma", by: .admin)
        #expect(logger.id.rawValue == "ama")
        let person = await planner.household.people[ID(trusted: "maya")]
        let activity = try await planner.activity(["own", "shop"], of: try #require(person))
        #expect(activity == .work(stream: ID(trusted: "northwind")))
        try await planner.apply("streams:\n  - { id: focus, name: Deep work, owner: maya, kind: product }")
        #expect(try await planner.activity(["deep-work"], of: try #require(person)) == nil, "it is an entry")
        let kind = PersonKind(configured: [])
        let snapshot = await planner.snapshot(for: .administrator)
        #expect(try kind.report("grandma ama", in: snapshot).people.map(\.id) == ["ama"])
        func remove(_ name: String) async throws {
            _ = try await planner.remove(
                kind,
                RemovePersonRequest(person: name, options: ChangeOptions()),
                by: .admin
            )
        }
        #expect(await refusal { try await remove("grandma") }?.kind == .notFound)
        try await remove("Grandma Ama")
        #expect(await planner.household.people[ID(trusted: "ama")] == nil)
    }

    @Test(
        "a week is counted from this one",
        arguments: [("next", "30"), ("next%20week", "30"), ("last", "16"), ("tue", "23")]
    )
    func week(words: String, day: String) async throws {
        let answer = try await InProcess(try await planner(), as: maya).get("/v1/week?date=\(words)")
        #expect(answer.text.contains("\"from\":\"2026-11-\(day)T00:00:00+01:00\""), "\(answer.text.prefix(200))")
        let none = try await InProcess(try await planner(), as: maya).get("/v1/week?date=foo")
        #expect(none.text.contains("cannot read “foo” as a week (try next, last, +2, or a day in it: 24 Dec)"))
    }
}
