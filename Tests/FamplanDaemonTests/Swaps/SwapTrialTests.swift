import FamplanAPI
import Household
import Testing

@testable import FamplanDaemon

@Suite("a yes that is only tried")
struct SwapTrialTests {
    @Test("what was agreed to is gone: a trial says so, and not that the swap has ended, since it has not")
    func stale() async throws {
        // Given
        let family = try await SwapFamily()
        try await family.ask()
        try await family.planner.move("afternoons@2026-11-25", to: "16:00")

        // When
        let tried = await refusal { try await family.answer(.yes, dryRun: true) }
        let state = try await family.state()
        let answered = await refusal { try await family.answer(.yes) }

        // Then
        #expect(tried?.message.hasSuffix("The plan is as before") == true, "\(tried?.message ?? "")")
        #expect(state == "open")
        #expect(answered?.message.hasSuffix("The plan is as before, and the swap has ended") == true)
        #expect(try await family.state() == "stale")
    }
}
