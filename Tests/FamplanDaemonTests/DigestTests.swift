import FamplanAPI
import Household
import ICalendar
import Testing

@testable import FamplanDaemon

@Suite("the digest as it is asked for")
struct DigestTests {
    private let maya = Actor.person(ID(trusted: "maya"))

    private func planner() async throws -> Planner {
        let planner = try await Planner.test()
        for (id, person) in [("call-a", "maya"), ("call-b", "kofi")] {
            try await planner.add(
                [
                    "kind": ["appointment"], "title": [id], "people": [person], "start": ["mon 16:00"],
                    "duration": ["1h"], "attention": ["call"],
                ],
                id: id
            )
        }
        return planner
    }

    @Test("it is for the one who asks, about today, with the ids that the conflicts have")
    func own() async throws {
        let planner = try await planner()
        let report = try await planner.digest(for: nil, on: nil, withBalance: false, by: maya)
        #expect(report.person == "maya" && report.date == "2026-11-23")
        #expect(report.title == "famplan Mon 23 Nov: 1 gap, 1 new conflict")
        #expect(report.short == "1 gap today 16:00–17:00, 1 new conflict")
        let gap = try #require(try await planner.conflicts(in: planner.horizon).conflicts.first)
        #expect(report.text.contains("famplan suggest \(gap.id)\n"))
        #expect(report.html.contains("famplan suggest \(gap.id)<"))
    }

    @Test("it can be another parent's, of another day, which is judged as at its midnight")
    func other() async throws {
        let planner = try await planner()
        let report = try await planner.digest(for: "kofi", on: "tue", withBalance: false, by: maya)
        #expect(report.person == "kofi" && report.date == "2026-11-24")
        #expect(report.title == "famplan Tue 24 Nov: all clear")
        #expect(report.text.contains("Hello Kofi."))
        #expect(!report.text.contains("This week"))
        let withBalance = try await planner.digest(for: "kofi", on: "tue", withBalance: true, by: maya)
        #expect(withBalance.text.contains("This week, Mon 23 Nov – Sun 29 Nov"))
    }

    @Test("the administrator has none, nor has who is no parent; both are told what would help")
    func nobody() async throws {
        let planner = try await planner()
        func refused(_ person: String?, _ date: String? = nil) async -> String? {
            await refusal {
                _ = try await planner.digest(for: person, on: date, withBalance: false, by: .admin)
            }?.message
        }
        #expect(
            await refused(nil)
                == "cannot tell whose digest is meant: the administrator has none (try --for maya or --for kofi)"
        )
        #expect(await refused("ama") == "cannot make a digest for “ama”: only parents have one (maya, kofi)")
        #expect(await refused("mayo") == "for: unknown person “mayo” (did you mean “maya”?)")
        #expect(await refused("maya", "someday")?.hasPrefix("cannot read “someday” as the day of “date”") ?? false)
        #expect(try await planner.digest(for: "maya", on: nil, withBalance: false, by: .admin).person == "maya")
    }
}
