import FamplanAPI
import Household
import ICalendar
import Notifications
import Testing

@testable import FamplanDaemon

/// What becomes private after it was asked for.
@Suite("swaps of what becomes private")
struct SwapPrivacyTests {
    @Test("title and reason are shown to nobody any more who may not see them, and nothing can be agreed to")
    func private_() async throws {
        let family = try await SwapFamily()
        try await family.ask("dentist", reason: "the results")
        try await family.planner.edit("dentist", ["private": ["true"]])

        let kofi = Viewer.parents([ID(trusted: "kofi")])
        let maya = Viewer.parents([ID(trusted: "maya")])
        for report in [
            "\(try await family.planner.swap(1, for: kofi))",
            "\(try await family.planner.swaps(all: true, limit: 9, for: kofi))",
        ] {
            #expect(!report.contains("Dentist") && !report.contains("the results"), "\(report)")
            #expect(report.contains("something private"))
        }
        #expect(try await family.planner.swap(1, for: maya).swap.reason == "the results")
        let error = await refusal { try await family.answer(.yes) }
        #expect(error?.message.contains("it has become private") == true)
        #expect(error.map { "\($0)".contains("Dentist") || "\($0)".contains("the results") } == false)
        #expect(try await family.people("dentist") == "maya, noah")
    }

    @Test("no message about it says more, nor does the digest")
    func told() async throws {
        let notify = "notify: { channels: [ { channel: email } ] }"
        let text = SwapFamily.text.replacing("unixUser: kofi }", with: "unixUser: kofi, \(notify) }")
        let posting = try await Posting(text, at: "2026-11-23T08:00:00+01:00")
        let request = SwapRequest(target: "dentist", to: "kofi", reason: "the results", options: ChangeOptions())
        _ = try await posting.planner.ask(request, by: SwapFamily.maya)
        try await posting.planner.edit("dentist", ["private": ["true"]])
        try await posting.run()
        for time in ["2026-11-26T14:00:00+01:00", "2026-11-26T15:00:00+01:00"] {
            posting.clock.move(to: time)
            _ = try await SwapWorker(planner: posting.planner).work()
            try await posting.run()
            let kofi = try #require(await posting.planner.household.people[ID(trusted: "kofi")])
            let day = CivilDate("2026-11-26")!
            let digest = try await PlannedDigests(planner: posting.planner).digest(of: kofi, on: day, id: "x")
            #expect(!"\(try #require(digest))".contains("Dentist"))
        }
        let told = posting.channel.delivered.map(\.message).filter { $0.kind == .swap }
        #expect(!told.isEmpty)
        for message in told {
            #expect(!"\(message)".contains("Dentist") && !"\(message)".contains("the results"))
        }
    }
}
