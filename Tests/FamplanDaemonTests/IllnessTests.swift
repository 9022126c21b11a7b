import FamplanAPI
import Household
import Testing

@testable import FamplanDaemon

@Suite("a child that is ill")
struct IllnessTests {
    private func ill(_ person: String, until: String? = nil) -> IllRequest {
        IllRequest(person: person, until: until, options: ChangeOptions())
    }

    @Test("school is off that day, the gap is shown, and undo brings it back")
    func today() async throws {
        let planner = try await Planner.test(household: ProjectFile.text("config/household.example.yaml"))
        let before = try await planner.agenda("2026-11-23", "2026-11-26")
        #expect(before.contains("noah-school-mo-fr 2026-11-23T08:15"))

        let answer = try await planner.ill(ill("noah"), by: .admin)

        let after = try await planner.agenda("2026-11-23", "2026-11-26")
        #expect(Set(before).subtracting(after) == ["noah-school-mo-fr 2026-11-23T08:15"])
        let gap = try #require(answer.created.first { $0.kind == "coverage-gap" })
        #expect(gap.message.hasPrefix("Nobody has Noah") && gap.start.hasPrefix("2026-11-23"))
        #expect(try await planner.suggestions(for: #require(gap.id), by: .admin).suggestions.isEmpty == false)
        try await planner.undo()
        #expect(try await planner.agenda("2026-11-23", "2026-11-26") == before)
    }

    @Test("until a day, what others do goes on without it")
    func until() async throws {
        let planner = try await Planner.test(household: ProjectFile.text("config/household.example.yaml"))
        _ = try await planner.ill(ill("noah", until: "thu"), by: .admin)
        let agenda = try await planner.agenda("2026-11-23", "2026-11-29")
        #expect(!agenda.contains { $0.hasPrefix("noah-school") && $0 < "noah-school-z" && !$0.contains("11-27") })
        #expect(agenda.contains("noah-football 2026-11-26T16:00"))
        let football = try #require(await planner.household.entries[ID(trusted: "noah-football")])
        let people = football.overrides.compactMap { override -> [String]? in
            guard case .changed(let fields) = override.change else { return nil }
            return fields.people?.map(\.rawValue)
        }
        #expect(people == [["kofi", "lena"]])
    }

    @Test("an adult, somebody unknown and a day that is over are refused")
    func refused() async throws {
        let planner = try await Planner.test()
        #expect(
            await refusal { _ = try await planner.ill(ill("maya"), by: .admin) }?.message.contains("not a child")
                == true
        )
        #expect(await refusal { _ = try await planner.ill(ill("noha"), by: .admin) }?.kind == .notFound)
        let late = await refusal { _ = try await planner.ill(ill("noah", until: "2026-11-20"), by: .admin) }
        #expect(late?.kind == .invalid)
    }
}
